using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>In what way something could stand in for what is gone; the order in which it is offered.</summary>
public enum SwapKind { OtherCategory, OtherProvider, NextTime }

/// <summary>Something that could stand in for a line that is not held, as its provider told it just now.</summary>
/// <param name="Difference">Selling price of all its tickets less that of the line; null in another currency.</param>
public sealed record Swap(SwapKind Kind, Guid SessionId, string OfferRef, string Provider, EventAndTime What, string OfferName, Quote Quote, int? Stock, Money? Difference);

/// <summary>
/// Finds what could stand in for a line whose hold is over: the same event in another category, at another provider, at the next time.
/// Ranked by that, then by how little the price differs. Only what may be sold, has a price in the agency's currency and is there in that number.
/// </summary>
public sealed class ReadSwaps(IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadOffers readOffers, ReadTerms readTerms, TimeProvider time)
{
    private const int SessionsOfAKind = 3;
    private const int AtMost = 8;

    /// <returns>Best first; empty when the line is held, or nothing can stand in.</returns>
    public async Task<IReadOnlyList<Swap>> RunAsync(Actor actor, Guid lineId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var line = await db.CartLines.AsNoTracking().VisibleTo(actor).InCart().Include(l => l.Hold).Include(l => l.Cart).Include(l => l.Session!.Event)
            .SingleOrDefaultAsync(l => l.Id == lineId, cancellation);
        if (line is null || line.Hold is { } hold && HoldLifecycle.Alive.Contains(hold.State))
            return [];
        var candidates = await CandidatesAsync(db, line, time.GetUtcNow().UtcDateTime, cancellation);
        var found = await Task.WhenAll(candidates.Select(c => OffersAsync(line, c.Kind, c.Session, cancellation)));
        return [.. found.SelectMany(swaps => swaps).OrderBy(s => s.Kind).ThenBy(s => s.Difference is null).ThenBy(s => Math.Abs(s.Difference?.Amount ?? 0)).ThenBy(s => s.What.StartLocal)
            .ThenBy(s => s.OfferRef, StringComparer.Ordinal).Take(AtMost)];
    }

    private static async Task<List<(SwapKind Kind, Session Session)>> CandidatesAsync(PortalDb db, CartLine line, DateTime now, CancellationToken cancellation)
    {
        var own = line.Session!;
        var listed = db.Sessions.AsNoTracking().Include(s => s.Event).Where(s => s.IsListed && s.Event!.Status == EventStatus.OnSale && (s.StartUtc == null || s.StartUtc > now));
        List<(SwapKind, Session)> candidates = [(SwapKind.OtherCategory, own)];
        if (own.GroupId is { } group)
            candidates.AddRange((await listed.Where(s => s.GroupId == group && s.EventId != own.EventId && s.StartLocal == own.StartLocal).OrderBy(s => s.FromPrice).Take(SessionsOfAKind)
                .ToListAsync(cancellation)).ConvertAll(s => (SwapKind.OtherProvider, s)));
        candidates.AddRange((await listed.Where(s => s.EventId == own.EventId && s.Id != own.Id && s.StartLocal > own.StartLocal && s.StockHint != 0).OrderBy(s => s.StartLocal).Take(SessionsOfAKind)
            .ToListAsync(cancellation)).ConvertAll(s => (SwapKind.NextTime, s)));
        return candidates;
    }

    private async Task<IEnumerable<Swap>> OffersAsync(CartLine line, SwapKind kind, Session session, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var connection = await connections.OpenAsync(session.Event!.ConnectionId, cancellation);
        if (await db.ReadEnablementAsync(session.Id, line.Cart!.AgencyId, cancellation) is not { } facts || EnablementRule.Decide(facts.With(connection.Traits), time.GetUtcNow().UtcDateTime).Against(line.Mode).Count > 0)
            return [];
        var reading = await readOffers.RunAsync(connection, session.Id, cancellation);
        var terms = await readTerms.RunAsync(line.Cart.AgencyId, session.Id, reading.Offers.Select(o => o.NetEach.Currency), cancellation);
        var what = new EventAndTime(session.EventId, session.Event.Name, session.StartLocal, session.TimeZone, session.DateConfirmed, session.Event.VenueName, session.Event.City);
        return from offer in reading.IsCurrent ? reading.Offers : []
               where offer.IsSellable && !(offer.Stock < line.Quantity) && offer.Rule.Check(line.Quantity, offer.Stock) is null && (line.Mode == SaleMode.Purchase || offer.NoBooking is null)
               // At another time the same is wanted; in the same session anything else.
               where kind switch { SwapKind.NextTime => offer.Name == line.OfferName, SwapKind.OtherCategory => offer.OfferRef != line.OfferRef, _ => true }
               let quote = terms.Quote(offer).Value
               where quote is not null
               select new Swap(kind, session.Id, offer.OfferRef, connection.Traits.DisplayName, what, offer.Name, quote, offer.Stock,
                   quote.AccountCurrency == line.Quote.AccountCurrency ? new Money((quote.Selling - line.Quote.Selling) * line.Quantity, quote.AccountCurrency) : null);
    }
}
