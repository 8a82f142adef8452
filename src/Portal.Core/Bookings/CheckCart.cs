using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Asks everything that can speak against a checkout before any provider is asked for anything that has an effect (design rule 5a):
/// every line held and agreed, enablement, the plan's clocks, and today's price where a wire locks none.
/// </summary>
public sealed class CheckCart(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadOffers readOffers, ReadTerms readTerms, PrepareGuests prepareGuests, TimeProvider time)
{
    /// <returns>Why not; null when nothing speaks against it.</returns>
    public async Task<Refusal?> RunAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var lines = await db.CartLines.VisibleTo(actor).InCart().Include(l => l.Hold).Include(l => l.Cart).Include(l => l.GuestPlaces)
            .Where(l => l.CartId == cartId).ToListAsync(cancellation);
        if (lines.Count == 0)
            return new Refusal(RefusalReason.Invalid, "The cart is empty.");
        if (lines.Exists(l => l.Problem is not null))
            return new Refusal(RefusalReason.Busy, "A line waits for your choice.");
        if (lines.Exists(l => l.Hold is not { } h || !h.IsHeldAt(now) || l.HeldQuantity != l.Quantity))
            return new Refusal(RefusalReason.HoldExpired, "Not every line is held.");
        if (lines.Exists(l => l.Hold!.State != HoldState.Held))
            return new Refusal(RefusalReason.Busy, "A hold is being changed at this moment.");
        if (await NotEnabledAsync(db, lines, now, cancellation) is { } notEnabled)
            return notEnabled;
        if (CheckoutPlan.TooLate(await PlanAsync(lines.Select(l => l.Hold!).DistinctBy(h => h.Id), lines, cancellation), now) is not null)
            return TooLate;
        if (await PricesAsync(db, lines, cancellation) is { } moved)
            return moved;
        // Nobody has looked at the guest form yet: without its places nothing could be found missing.
        if (lines.Exists(l => l.RequirementsJson != "[]" && l.GuestPlaces.Count == 0))
            await prepareGuests.RunAsync(actor, cartId, cancellation);
        return null;
    }

    private async Task<Refusal?> NotEnabledAsync(PortalDb db, List<CartLine> lines, DateTime now, CancellationToken cancellation)
    {
        var judged = new List<JudgedLine>();
        foreach (var line in lines)
            judged.Add(JudgedLine.Of(line, (await connections.OpenAsync(line.ConnectionId, cancellation)).Traits));
        var against = await db.ReadAgainstAsync(lines[0].Cart!.AgencyId, judged, now, cancellation);
        return against.Count == 0 ? null : new Refusal(RefusalReason.NotEnabled, NotEnabled.Write(against.Values.SelectMany(reasons => reasons).Distinct()));
    }

    /// <summary>The plan's order of commits for these holds.</summary>
    internal async Task<IReadOnlyList<PlanCandidate>> PlanAsync(IEnumerable<Hold> holds, List<CartLine> lines, CancellationToken cancellation)
    {
        var candidates = new List<PlanCandidate>();
        foreach (var hold in holds)
        {
            var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
            candidates.Add(new PlanCandidate(hold.Id, connection.Traits, lines.First(l => l.HoldId == hold.Id).Mode, hold.CommitBy!.Value));
        }
        return CheckoutPlan.Order(candidates);
    }

    internal static Refusal TooLate => new(RefusalReason.HoldExpired, "Too little time is left on a hold to finish checkout safely. Hold it again first.");

    /// <summary>Where the wire locks no price, today's is compared with the agreed one; a difference waits for the agent's choice.</summary>
    private async Task<Refusal?> PricesAsync(PortalDb db, List<CartLine> lines, CancellationToken cancellation)
    {
        Refusal? refusal = null;
        var readings = new Dictionary<Guid, OffersReading>();
        foreach (var line in lines)
        {
            var connection = await connections.OpenAsync(line.ConnectionId, cancellation);
            if (connection.Traits.LocksPrice)
                continue;
            // Adults and children of one slot are lines of one session: it is read once.
            if (!readings.TryGetValue(line.SessionId, out var reading))
                readings[line.SessionId] = reading = await readOffers.RunAsync(connection, line.SessionId, cancellation);
            // Our own places may be the last ones: stock says nothing here. Without an answer the adapter reads once more before it books.
            if (!reading.IsCurrent || reading.Offers.FirstOrDefault(o => o.OfferRef == line.OfferRef) is not { } offer || offer.NetEach == line.Quote.NetEach)
                continue;
            var today = (await readTerms.RunAsync(line.Cart!.AgencyId, line.SessionId, [offer.NetEach.Currency], cancellation)).Quote(offer);
            if (today.IsYes)
                line.SetProblem(RefusalReason.PriceChanged, $"{line.Quote.NetEach} → {offer.NetEach}", newQuote: today.Value);
            else
                line.SetProblem(today.Refusal.Reason, today.Refusal.Detail);
            line.Version++;
            refusal ??= new Refusal(RefusalReason.PriceChanged, $"{line.Quote.NetEach} → {offer.NetEach}") { PriceMoves = [new PriceMove(line.OfferRef, line.Quote.NetEach, offer.NetEach)] };
        }
        if (refusal is not null)
            await db.TrySaveAsync(cancellation);
        return refusal;
    }
}
