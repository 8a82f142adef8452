using System.Text.Json;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution;

/// <summary>What an answer other than 2xx is about, by its <c>code</c> (page 1b.7).</summary>
internal enum ProblemKind
{
    /// <summary>It does not say. What happened is decided from the order's state.</summary>
    Unclear,
    OrderGone, SoldOut, AttendeesNeeded, AttendeesInvalid, LimitExceeded, NotSamePriceTypes, PromotionInvalid, StateInvalid, ParameterRequired, SessionGone, Denied,
}

/// <summary>An error answer, read.</summary>
internal sealed class DistributionProblem
{
    private readonly WireReply reply;

    public DistributionProblem(WireReply reply)
    {
        this.reply = reply;
        Body = Read(reply);
        Kind = Body.Code?.Trim().ToUpperInvariant() switch
        {
            "ORDER_NOT_FOUND" => ProblemKind.OrderGone,
            "ORDER_SEAT_NOT_AVAILABLE" => ProblemKind.SoldOut,
            "ORDER_ATTENDEE_DATA_REQUIRED" => ProblemKind.AttendeesNeeded,
            "ORDER_ATTENDEE_DATA_INVALID_FORMAT" => ProblemKind.AttendeesInvalid,
            "ORDER_ITEMS_LIMIT_EXCEEDED" => ProblemKind.LimitExceeded,
            "ORDER_ITEMS_NOT_SAME_PRICE_TYPES" => ProblemKind.NotSamePriceTypes,
            "ORDER_INVALID_PROMOTION" or "ORDER_INVALID_COLLECTIVE" => ProblemKind.PromotionInvalid,
            "ORDER_STATE_INVALID" or "PRODUCT_STATE_INVALID" => ProblemKind.StateInvalid,
            "PARAMETER_REQUIRED" => ProblemKind.ParameterRequired,
            "SESSION_NOT_FOUND" => ProblemKind.SessionGone,
            "ACCESS_DENIED" => ProblemKind.Denied,
            _ => reply.Status switch { 403 => ProblemKind.Denied, 404 or 410 => ProblemKind.OrderGone, _ => ProblemKind.Unclear },
        };
    }

    public ProblemKind Kind { get; }

    public ProblemDto Body { get; }

    /// <summary>The provider's own words for a timeline, or what there is instead.</summary>
    public string Said => Body switch
    {
        { Message: { Length: > 0 } message } => reply.Quote(message.TrimEnd('.')),
        { Code: { Length: > 0 } code } => code,
        _ => $"it gave no reason (status {reply.Status})",
    };

    /// <summary>For questions that change nothing.</summary>
    public static Refusal OfRead(WireReply reply, string what)
    {
        var problem = new DistributionProblem(reply);
        return problem.Kind switch
        {
            ProblemKind.Denied => Denied(problem),
            ProblemKind.OrderGone or ProblemKind.SessionGone => new(RefusalReason.NotFound, $"Onebox has no {what}: {problem.Said}."),
            _ => new(RefusalReason.Invalid, $"Onebox did not give the {what}: {problem.Said}."),
        };
    }

    public static Refusal Denied(DistributionProblem problem) =>
        new(RefusalReason.NotAllowed, $"Onebox does not let this channel do it: {problem.Said}. Nothing was done.");

    public static Refusal Expired() =>
        new(RefusalReason.HoldExpired, "The order at Onebox has run out: nothing is kept and nothing was sold. The same places can be held again if they are still there.");

    public static Refusal NoOrder(string act) =>
        new(RefusalReason.Invalid, $"The order at Onebox has no known id, so it cannot be {act}. Nothing was done; an order without places keeps nothing.");

    // A no stays a no when its reasons cannot be read; then it is unclear, and the state decides.
    private static ProblemDto Read(WireReply reply)
    {
        try
        {
            return reply.Body.Length == 0 ? new ProblemDto(null, null) : JsonSerializer.Deserialize<ProblemDto>(reply.Body, WireJson.Options) ?? new ProblemDto(null, null);
        }
        catch (JsonException)
        {
            return new ProblemDto(null, null);
        }
    }
}
