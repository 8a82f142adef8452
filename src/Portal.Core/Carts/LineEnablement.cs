using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>What of a line counts for whether it may be sold.</summary>
internal sealed record JudgedLine(Guid LineId, Guid SessionId, string OfferRef, SaleMode Mode, bool IsHeld, bool? HeldMayBeBooked, ProviderTraits Traits)
{
    public static JudgedLine Of(CartLine line, ProviderTraits traits) =>
        new(line.Id, line.SessionId, line.OfferRef, line.Mode, line.Hold is { } hold && HoldLifecycle.Alive.Contains(hold.State), Told(line.Problem, line.ProblemDetail), traits);

    public static JudgedLine Of(CartRow row, ProviderTraits traits) =>
        new(row.Id, row.SessionId, row.OfferRef, row.Mode, row.HoldState is { } state && HoldLifecycle.Alive.Contains(state), Told(row.Problem, row.ProblemDetail), traits);

    // What the provider said of the places when it held them is kept as the line's problem.
    private static bool? Told(RefusalReason? problem, string? detail) =>
        problem == RefusalReason.NotEnabled && NotEnabled.Read(detail ?? "").Any(reason => reason.Reason == NotEnabledReason.HoldNotBookable) ? false : null;
}

/// <summary>Asks <see cref="EnablementRule"/> for lines of a cart.</summary>
internal static class LineEnablement
{
    /// <returns>Every reason against each line, in its way of selling; without lines against which nothing speaks.</returns>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<NotEnabled>>> ReadAgainstAsync(
        this PortalDb db, Guid agencyId, IReadOnlyList<JudgedLine> lines, DateTime now, CancellationToken cancellation)
    {
        if (lines.Count == 0)
            return new Dictionary<Guid, IReadOnlyList<NotEnabled>>();
        var seller = await Seller.ReadAsync(db, agencyId, cancellation);
        var facts = await db.ReadEnablementAsync([.. lines.Select(l => l.SessionId)], seller, cancellation);
        var noBooking = await NoBookingAsync(db, lines, cancellation);
        return lines
            .Select(line => (line.LineId, Against: EnablementRule.Decide(
                facts[line.SessionId].With(line.Traits) with { IsHeld = line.IsHeld, HeldMayBeBooked = line.HeldMayBeBooked, NoBooking = noBooking.GetValueOrDefault(line.LineId) ?? facts[line.SessionId].NoBooking }, now).Against(line.Mode)))
            .Where(judged => judged.Against.Count > 0)
            .ToDictionary(judged => judged.LineId, judged => judged.Against);
    }

    // What the provider said of the very offer when it was last read.
    private static async Task<Dictionary<Guid, string?>> NoBookingAsync(PortalDb db, IReadOnlyList<JudgedLine> lines, CancellationToken cancellation)
    {
        var booked = lines.Where(l => l.Mode == SaleMode.Book).ToList();
        if (booked.Count == 0)
            return [];
        var ids = booked.Select(l => l.SessionId).Distinct().ToList();
        var read = await db.Sessions.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.OffersJson }).ToDictionaryAsync(s => s.Id, s => s.OffersJson, cancellation);
        return booked.ToDictionary(l => l.LineId, l => ReadOffers.Stored(read.GetValueOrDefault(l.SessionId)).FirstOrDefault(o => o.OfferRef == l.OfferRef)?.NoBooking);
    }
}
