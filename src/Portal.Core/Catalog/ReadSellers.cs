using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Catalog;

/// <summary>Reads who sells the same thing as a session, side by side, from the portal's own tables.</summary>
public sealed class ReadSellers(IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadTerms readTerms, TimeProvider time)
{
    private const int Most = 12;

    /// <returns>The session itself first, then the others, cheapest first.</returns>
    public async Task<IReadOnlyList<SessionSeller>> RunAsync(Actor actor, Guid sessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var own = await db.Sessions.Where(s => s.Id == sessionId).Select(s => new { s.EventId, s.GroupId, s.StartLocal, s.Event!.Kind }).SingleAsync(cancellation);
        var rows = db.Sessions.AsNoTracking().Where(s => s.Id == sessionId);
        if (own.GroupId is { } group)
            rows = rows.Concat(db.Sessions.AsNoTracking().Where(s => s.GroupId == group && s.IsListed && s.Id != sessionId
                && (s.EventId != own.EventId || own.Kind == OfferKind.Zone || own.Kind == OfferKind.Seats) && s.Event!.Status != EventStatus.Gone));
        var read = await rows.OrderByDescending(s => s.Id == sessionId).ThenBy(s => s.Id).Take(Most).Select(s => new
        {
            s.Id, s.EventId, s.Event!.ConnectionId, s.Event.Name, s.Event.Kind, s.FromPrice, s.FromCurrency, s.StockHint, s.PricedAt, s.OffersJson, s.StartLocal,
        }).ToListAsync(cancellation);

        var terms = await readTerms.RunAsync(actor.AgencyId, [.. read.Select(r => r.Id)], read.Select(r => r.FromCurrency).OfType<string>(), cancellation);
        var sellers = new List<SessionSeller>();
        foreach (var row in read.OrderByDescending(r => r.Id == sessionId).ThenBy(r => r.FromPrice ?? decimal.MaxValue).ThenBy(r => r.Id))
        {
            var connection = await connections.OpenAsync(row.ConnectionId, cancellation);
            var facts = (await db.ReadEnablementAsync(row.Id, actor.AgencyId, cancellation))!;
            var net = row.FromPrice is { } amount && row.FromCurrency is { } currency ? new Money(amount, currency) : (Money?)null;
            sellers.Add(new SessionSeller(row.EventId, row.Id, row.ConnectionId, connection.Row.Name, row.Name, row.Kind, net is { } each ? terms[row.Id].Quote(each).Value?.SellingEach : null,
                row.StockHint, row.PricedAt, [.. ReadOffers.Stored(row.OffersJson).Where(o => o.IsSellable).Select(o => o.Delivery).Distinct().Order()],
                EnablementRule.Decide(facts.With(connection.Traits), now)));
        }
        return sellers;
    }
}
