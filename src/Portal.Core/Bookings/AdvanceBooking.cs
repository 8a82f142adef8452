using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>
/// Carries a booking's saved plan on from wherever it stands: commits the next order, stops at one whose answer is open, and does with
/// the rest what the agent chose beforehand. Called by checkout and, after a restart or a look-up, by the job; any number may run at
/// once, since each order is claimed before it is asked for.
/// </summary>
public sealed class AdvanceBooking(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, CommitOrder commit, TimeProvider time)
{
    public async Task RunAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        while (await NextAsync(actor, bookingId, cancellation) is { } next)
        {
            var connection = await connections.OpenAsync(next.ConnectionId, cancellation);
            if (!await commit.RunAsync(actor, next.OrderId, connection))
                return; // Somebody else is at it.
        }
        await CloseCartAsync(bookingId, cancellation);
    }

    private async Task<(Guid OrderId, Guid ConnectionId)?> NextAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var booking = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == bookingId, cancellation);
        var orders = await db.Orders.Include(o => o.Lines).Include(o => o.Hold).Where(o => o.BookingId == bookingId).OrderBy(o => o.Number).ToListAsync(cancellation);
        if (orders.Exists(o => o.State is OrderState.Committing or OrderState.Preparing or OrderState.Releasing))
            return null;
        var waiting = orders.Where(o => o.State == OrderState.Planned && o.RefusedFor is null && o.CommitBy > now).ToList();
        if (waiting.Count == 0)
            return null;
        if (!orders.Exists(o => o.State == OrderState.Unknown))
            return (waiting[0].Id, waiting[0].ConnectionId);

        // One answer is open: the rest wait for the look-up as long as their weakest clock allows, then the choice made beforehand counts.
        var weakest = waiting.Min(o => o.CommitBy!.Value);
        if (weakest - CloseToTheEnd > now)
            return null;
        if (booking.OnOpenAnswer == OnOpenAnswer.GoOn)
            return (waiting[0].Id, waiting[0].ConnectionId);
        foreach (var order in waiting)
            order.GiveBack("Another answer is still open, so this part was let go, as chosen. Nothing was booked; it is in the cart.", actor, now);
        await db.TrySaveAsync(cancellation);
        return null;
    }

    /// <summary>With this little left on the weakest clock an open answer is not waited for any longer.</summary>
    public static readonly TimeSpan CloseToTheEnd = TimeSpan.FromSeconds(90);

    private async Task CloseCartAsync(Guid bookingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cart = await db.Bookings.Where(b => b.Id == bookingId)
            .Join(db.Carts, b => b.CartId, c => c.Id, (_, c) => new { c.Id, c.Version }).SingleAsync(cancellation);
        var isDone = !await db.Orders.AnyAsync(o => o.BookingId == bookingId && OrderLifecycle.Open.Contains(o.State), cancellation)
            && !await db.CartLines.AnyAsync(l => l.CartId == cart.Id && l.OrderId == null && l.RemovedAt == null, cancellation);
        if (isDone)
            // The version tells a line that came in since the look into the cart.
            await db.Carts.Where(c => c.Id == cart.Id && c.Version == cart.Version && c.State == Carts.CartState.Open).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.State, Carts.CartState.Closed).SetProperty(c => c.IsCurrent, false).SetProperty(c => c.Version, c => c.Version + 1), cancellation);
    }
}
