using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Payments;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Deadlines;

/// <summary>Finds what is kept unpaid, by deadline, with what will become of it. A page's orders come from an index; the rest is read for those alone.</summary>
public sealed class FindDeadlines(IDbContextFactory<PortalDb> databases, ConnectionBook connections, CustomerSeal customers, TimeProvider time)
{
    public const int PageSize = 40;
    public const int CountedUpTo = 8_000;

    public async Task<DeadlineList> RunAsync(Actor actor, DeadlineQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var found = db.Orders.AsNoTracking().VisibleTo(actor).Where(o => o.State == OrderState.Booked);
        if (query.Within != DeadlineSpan.All && now.AddDays(query.Within == DeadlineSpan.Day ? 1 : 7) is var until)
            found = found.Where(o => o.KeptUntil <= until);
        if (query.IsMine)
            found = found.Where(o => o.Booking!.AgentId == actor.UserId);
        var total = await found.Select(o => o.Id).Take(CountedUpTo + 1).CountAsync(cancellation);
        // Without a deadline come last, in every engine.
        var ids = await found.OrderBy(o => o.KeptUntil == null).ThenBy(o => o.KeptUntil).ThenBy(o => o.Id)
            .Skip((query.Page - 1) * PageSize).Take(PageSize).Select(o => o.Id).ToListAsync(cancellation);
        return new DeadlineList(await RowsAsync(db, actor, ids, now, cancellation), Math.Min(total, CountedUpTo), total > CountedUpTo);
    }

    private async Task<IReadOnlyList<DeadlineRow>> RowsAsync(PortalDb db, Actor actor, List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        // Entities only for their reading methods; nothing of them leaves this method.
        var orders = await db.Orders.AsNoTracking().Include(o => o.Booking).Include(o => o.Items).AsSplitQuery().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        var money = await db.ReadMoneyAsync([.. orders.Values.Select(o => o.BookingId).Distinct()], cancellation);
        var agencyIds = orders.Values.Select(o => o.AgencyId).Distinct().ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(a => agencyIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var sessionIds = orders.Values.SelectMany(o => o.Items).Select(i => i.SessionId).Distinct().ToList();
        var events = await db.Sessions.AsNoTracking().Where(s => sessionIds.Contains(s.Id)).Select(s => new { s.Id, s.Event!.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, cancellation);
        var rows = new List<DeadlineRow>();
        foreach (var order in ids.Select(id => orders[id]))
            rows.Add(Row(actor, order, agencies[order.AgencyId], await connections.OpenAsync(order.ConnectionId, cancellation), money.GetValueOrDefault(order.BookingId), events, now));
        return rows;
    }

    private DeadlineRow Row(Actor actor, Order order, Agency agency, OpenConnection connection, BookingMoney? money, Dictionary<Guid, string> events, DateTime now)
    {
        var booked = order.Items.FindAll(i => i.State == ItemState.Booked);
        var wanted = booked.FindAll(i => i.GivenUpAt is null) is { Count: > 0 } some ? some : booked;
        var deadline = wanted.Min(order.DeadlineOf);
        var items = wanted.FindAll(i => order.DeadlineOf(i) == deadline);
        var facts = ConversionFacts.Of(agency, money, connection.Provider, connection.Margin);
        var times = items.Count > 0 ? facts.TimesOf(order, items[0]) : null;
        return new DeadlineRow(order.Id, order.Booking!.Reference, GuestNames.For(actor, customers.Open(order.Booking.SealedCustomer)), order.Booking.AgentName, deadline,
            [.. items.Select(i => events.GetValueOrDefault(i.SessionId, "")).Distinct()], connection.Traits.DisplayName, [.. items.Select(i => i.Id)],
            new Money(items.Sum(i => i.Quote.Selling), order.AccountCurrency),
            facts.OutlookOf(order, deadline, wanted.TrueForAll(i => i.GivenUpAt is not null), now))
        {
            Money = money, Later = wanted.Count - items.Count, IsBusy = items.Exists(i => i.OperationId is not null), CanFree = facts.CanFree,
            CanBuy = connection.Provider is IPurchasesBookings purchases && (times is null || times.BuyUntil > now) && (purchases.CanPurchaseItems || items.Count == booked.Count),
        };
    }
}
