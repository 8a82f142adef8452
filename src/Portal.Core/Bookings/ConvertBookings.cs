using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Deadlines;
using Portal.Core.Lifecycles;
using Portal.Core.Payments;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// The job's verb that buys what is booked when the agency's rule says so, and gives up what will not be paid shortly before its deadline.
/// Orders are found by the time of their next decision; taking one pushes that ahead, so that two nodes do not decide the same at once,
/// and a node that dies leaves it due again. What it does has an id made of the order, the places and the attempt: done once.
/// </summary>
public sealed class ConvertBookings(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, ConvertOrder convert, TimeProvider time, ILogger<ConvertBookings> logger)
{
    private const int AtMost = 200;

    /// <returns>How many orders were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Orders.Where(o => o.NextConvertAt <= now && o.State == OrderState.Booked).OrderBy(o => o.NextConvertAt).ThenBy(o => o.KeptUntil)
            .Select(o => new { o.Id, NextConvertAt = o.NextConvertAt!.Value }).Take(AtMost).ToListAsync(cancellation);
        await Alone.EachAsync(due, (order, ct) => DecideAsync(order.Id, order.NextConvertAt, ct), logger, cancellation);
        return due.Count;
    }

    private async Task DecideAsync(Guid orderId, DateTime seen, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var order = await db.Orders.AsNoTracking().Include(o => o.Booking).Include(o => o.Items).Include(o => o.Operations).AsSplitQuery().SingleAsync(o => o.Id == orderId, cancellation);
        var connection = await connections.OpenAsync(order.ConnectionId, cancellation);
        // In whole seconds, which every engine keeps as they are; longer than any call.
        var now = time.GetUtcNow().UtcDateTime;
        var lease = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc) + connection.ClaimBudget + TimeSpan.FromMinutes(1);
        if (await db.Orders.Where(o => o.Id == orderId && o.NextConvertAt == seen).ExecuteUpdateAsync(set => set.SetProperty(o => o.NextConvertAt, lease), cancellation) == 0)
            return;
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == order.AgencyId, cancellation);
        var money = await db.ReadMoneyAsync([order.BookingId], cancellation);
        var next = await convert.RunAsync(order, ConversionFacts.Of(agency, money.GetValueOrDefault(order.BookingId), connection.Provider, connection.Margin), connection, cancellation);
        // Whoever woke it meanwhile knows something newer.
        await db.Orders.Where(o => o.Id == orderId && o.NextConvertAt == lease).ExecuteUpdateAsync(set => set.SetProperty(o => o.NextConvertAt, next), cancellation);
    }
}
