using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Desk;

/// <summary>Reads what needs an agent now: their own carts, and the agency's bookings, since whoever is at the desk answers the phone.</summary>
public sealed class ReadDesk(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private const int Few = 12;
    // What lapses later stands on the deadlines page and is nothing for now.
    private static readonly TimeSpan Near = TimeSpan.FromDays(3);

    /// <param name="actor">Who sits at the desk; an admin without an agency has none.</param>
    /// <param name="zone">The reader's zone, in which today is meant.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<DeskView> RunAsync(Actor actor, string? zone, CancellationToken cancellation)
    {
        if (actor.AgencyId is null)
            return DeskView.Nothing;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var notices = await db.Notices.AsNoTracking().Where(n => n.AgencyId == actor.AgencyId && n.SeenAt == null && (n.AgentId == null || n.AgentId == actor.UserId))
            .OrderByDescending(n => n.At).Take(Few)
            .Select(n => new DeskNotice(n.Id, n.Kind, n.Said, n.At, db.Bookings.Where(b => b.Id == n.BookingId).Select(b => b.Reference).FirstOrDefault())).ToListAsync(cancellation);
        List<DeskNeed> needs = [.. await CartsAsync(db, actor, now, cancellation), .. await OrdersAsync(db, actor, now.Add(Near), cancellation), .. await GuestsAsync(db, actor, now, cancellation)];
        var sales = await SalesAsync(db, actor, zone, now, cancellation);
        return new DeskView([.. needs.OrderBy(n => n.Kind).ThenByDescending(n => n.IsMine).ThenBy(n => n.By ?? DateTime.MaxValue)], notices,
            Totals(sales.Where(s => s.AgentId == actor.UserId)), Totals(sales));
    }

    private static async Task<IEnumerable<DeskNeed>> CartsAsync(PortalDb db, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var lines = await db.CartLines.AsNoTracking().Where(l => l.Cart!.AgentId == actor.UserId && l.Cart.AgencyId == actor.AgencyId && l.Cart.State == CartState.Open).InCart()
            .Select(l => new
            {
                l.CartId, l.Cart!.Name, l.Quantity, l.Problem, Event = l.Session!.Event!.Name, HoldState = l.Hold == null ? (HoldState?)null : l.Hold.State,
                l.Hold!.CommitBy, l.Hold!.ExpiresAt,
            }).ToListAsync(cancellation);
        var stated = lines.ConvertAll(l => (Line: l, State: LineStates.Of(l.HoldState, l.CommitBy, l.ExpiresAt, null, l.Problem, now)));
        return stated.Where(l => l.State == LineState.Held && l.Line.Problem is null).GroupBy(l => (l.Line.CartId, l.Line.CommitBy))
                .Select(g => new DeskNeed(NeedKind.Hold, string.Join(", ", g.Select(l => l.Line.Event).Distinct()), g.Sum(l => l.Line.Quantity), g.Key.CommitBy, g.Key.CartId, null))
            .Concat(stated.Where(l => l.State is LineState.Expired or LineState.Ending or LineState.Refused or LineState.Unknown || l.Line.Problem is not null).GroupBy(l => l.Line.CartId)
                .Select(g => new DeskNeed(NeedKind.Choice, string.Join(", ", g.Select(l => l.Line.Event).Distinct()), g.Sum(l => l.Line.Quantity), null, g.Key, null)))
            .Take(Few);
    }

    private static async Task<IEnumerable<DeskNeed>> OrdersAsync(PortalDb db, Actor actor, DateTime near, CancellationToken cancellation)
    {
        // The states apart: by them the index leads past all that was sold.
        var orders = await db.Orders.AsNoTracking().Where(o => o.AgencyId == actor.AgencyId && (o.State == OrderState.Unknown || o.State == OrderState.Planned || o.State == OrderState.Booked))
            .Where(o => o.State == OrderState.Unknown || (o.State == OrderState.Planned && o.RefusedFor != null) || (o.State == OrderState.Booked && o.KeptUntil <= near && o.Items.Any(i => i.State == ItemState.Booked && i.GivenUpAt == null)))
            .OrderBy(o => o.KeptUntil ?? o.CommitBy ?? o.CreatedAt).Take(3 * Few)
            .Select(o => new
            {
                o.State, o.CommitBy, o.KeptUntil, o.Booking!.Reference, o.Booking.AgentId, Tickets = o.Lines.Sum(l => l.Quantity),
                Events = o.Lines.Select(l => l.Session!.Event!.Name).ToList(),
            }).ToListAsync(cancellation);
        return orders.Select(o => new DeskNeed(
            o.State switch { OrderState.Unknown => NeedKind.Unknown, OrderState.Booked => NeedKind.Deadline, _ => NeedKind.Refused },
            string.Join(", ", o.Events.Distinct()), o.Tickets, o.State switch { OrderState.Booked => o.KeptUntil, OrderState.Unknown => null, _ => o.CommitBy }, null, o.Reference)
        {
            IsMine = o.AgentId == actor.UserId,
        });
    }

    private static async Task<IEnumerable<DeskNeed>> GuestsAsync(PortalDb db, Actor actor, DateTime now, CancellationToken cancellation)
    {
        // One's own come before whatever else of the agency is due sooner.
        var agencys = db.GuestProgress.AsNoTracking().Where(p => p.AgencyId == actor.AgencyId);
        var ids = await GuestBoardOrder.PageAsync(agencys.Where(p => p.AgentId == actor.UserId), GuestBoardGroup.Missing, null, 0, Few, cancellation);
        if (ids.Count < Few)
            ids.AddRange(await GuestBoardOrder.PageAsync(agencys.Where(p => p.AgentId != actor.UserId), GuestBoardGroup.Missing, null, 0, Few - ids.Count, cancellation));
        if (ids.Count == 0)
            return [];
        var waiting = await agencys.Where(p => ids.Contains(p.BookingId)).Join(db.Bookings, p => p.BookingId, b => b.Id, (p, b) => new { b.Reference, Progress = p }).ToListAsync(cancellation);
        var events = (await db.Orders.AsNoTracking().Where(o => ids.Contains(o.BookingId)).Join(db.GuestPlaces.Where(p => p.Slot == 0), o => o.Id, p => p.CartLine!.OrderId, (o, p) => new { o.BookingId, p.CartLine!.Session!.Event!.Name, p.CartLine.Session.StartLocal })
            .ToListAsync(cancellation)).OrderBy(l => l.StartLocal).ToLookup(l => l.BookingId, l => l.Name);
        return waiting.Select(w => new DeskNeed(NeedKind.Guests, string.Join(", ", events[w.Progress.BookingId].Distinct()), 0, w.Progress.DueAt, null, w.Reference)
        {
            IsMine = w.Progress.AgentId == actor.UserId, Guests = w.Progress.View(now),
        });
    }

    private static async Task<List<(Guid AgentId, int Tickets, decimal Margin, decimal Selling, string Currency)>> SalesAsync(
        PortalDb db, Actor actor, string? zone, DateTime now, CancellationToken cancellation)
    {
        var wall = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info) ? TimeZoneInfo.ConvertTimeFromUtc(now, info) : now;
        var since = VenueTime.ToUtc(wall.Date, zone ?? "UTC") ?? now.Date;
        var rows = await db.Orders.AsNoTracking()
            .Where(o => o.AgencyId == actor.AgencyId).SoldSince(since)
            .Select(o => new { o.Booking!.AgentId, Margins = o.Items.Select(i => i.Quote.Selling - i.Quote.Owed).ToList(), o.TotalSelling, o.AccountCurrency }).ToListAsync(cancellation);
        return rows.ConvertAll(r => (r.AgentId, r.Margins.Count, r.Margins.Sum(), r.TotalSelling, r.AccountCurrency));
    }

    private static List<DeskSales> Totals(IEnumerable<(Guid AgentId, int Tickets, decimal Margin, decimal Selling, string Currency)> sales) =>
        [.. sales.GroupBy(s => s.Currency).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DeskSales(new Money(g.Sum(s => s.Selling), g.Key), new Money(g.Sum(s => s.Margin), g.Key), g.Sum(s => s.Tickets)))];
}
