using Portal.Core.Lifecycles;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>A hold whose question has been saved and may now be asked. A snapshot: whoever records compares the version.</summary>
public sealed record ClaimedHold(
    Guid Id, long Version, Asked Asked, string OurReference, DateTime AskedAt, DateTime OwnedUntil, IReadOnlyList<HoldLine> Lines, IReadOnlyList<ProviderReference> References)
{
    /// <summary>Taken after the claim was saved. The hold's references must be loaded.</summary>
    public static ClaimedHold Of(Hold hold) => new(
        hold.Id, hold.Version, hold.Question.Asked, hold.OurReference, hold.Question.AskedAt!.Value,
        hold.Question.OwnedUntil!.Value, AskedLines.Read(hold.AskedJson),
        [.. hold.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))]);

    public HoldRequest Request => new(OurReference, Lines, AskedAt);
}
