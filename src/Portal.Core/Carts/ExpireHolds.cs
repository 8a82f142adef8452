using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// The job's verb that marks what ran out: holds of carts, and orders of a checkout whose hold ran out before they were committed.
/// Works in sets and makes no provider call: a lapsed hold is gone at the provider already. Never early, since it compares with the
/// provider's own expiry. Running twice, or on two nodes, has the effect of once.
/// </summary>
public sealed class ExpireHolds(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private const string By = "expiry of holds";

    /// <returns>How many holds and orders ran out.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Nearly every run finds nothing; looking first keeps it from taking the write lock twice a second.
        var soon = time.GetUtcNow().UtcDateTime;
        if (!await db.Holds.Lapsed(soon).AnyAsync(cancellation) && !await db.Orders.Lapsed(soon).AnyAsync(cancellation))
            return 0;
        var strategy = db.Database.CreateExecutionStrategy();
        return await strategy.ExecuteAsync(async () =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var sweep = Guid.CreateVersion7();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var holds = await HoldsAsync(db, sweep, now, cancellation);
            var orders = await OrdersAsync(db, sweep, now, cancellation);
            await transaction.CommitAsync(cancellation);
            return holds + orders;
        });
    }

    private static async Task<int> HoldsAsync(PortalDb db, Guid sweep, DateTime now, CancellationToken cancellation)
    {
        HoldLifecycle.Table.Require(HoldState.Held, HoldState.Expired);
        var count = await db.Holds.Lapsed(now).ExecuteUpdateAsync(set => set
            .SetProperty(h => h.State, HoldState.Expired)
            .SetProperty(h => h.SweepId, sweep)
            .SetProperty(h => h.Version, h => h.Version + 1), cancellation);
        if (count > 0)
            // The same words as Hold.RecordExpired would be given; the sweep id names exactly the rows just moved.
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "History" ("At", "CartId", "HoldId", "By", "FromState", "ToState", "Said")
                SELECT {now}, "CartId", "Id", {By}, {nameof(HoldState.Held)}, {nameof(HoldState.Expired)}, {HoldRanOut}
                FROM "Holds" WHERE "SweepId" = {sweep}
                """, cancellation);
        return count;
    }

    private static async Task<int> OrdersAsync(PortalDb db, Guid sweep, DateTime now, CancellationToken cancellation)
    {
        OrderLifecycle.Table.Require(OrderState.Planned, OrderState.Expired);
        OrderLifecycle.Table.Require(OrderState.Prepared, OrderState.Expired);
        // The history needs each row's state before the move, so the rows are named first and moved after.
        var count = await db.Orders.Lapsed(now).ExecuteUpdateAsync(set => set
            .SetProperty(o => o.SweepId, sweep)
            .SetProperty(o => o.Version, o => o.Version + 1), cancellation);
        if (count == 0)
            return 0;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "History" ("At", "BookingId", "OrderId", "By", "FromState", "ToState", "Said")
            SELECT {now}, "BookingId", "Id", {By}, "State", {nameof(OrderState.Expired)}, {OrderRanOut}
            FROM "Orders" WHERE "SweepId" = {sweep}
            """, cancellation);
        await db.Orders.Where(o => o.SweepId == sweep).ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Expired), cancellation);
        await db.CartLines.Where(l => db.Orders.Any(o => o.Id == l.OrderId && o.SweepId == sweep)).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.OrderId, (Guid?)null)
            .SetProperty(l => l.HoldId, (Guid?)null)
            .SetProperty(l => l.HeldQuantity, 0)
            .SetProperty(l => l.Problem, RefusalReason.HoldExpired)
            .SetProperty(l => l.ProblemDetail, OrderRanOut)
            .SetProperty(l => l.Version, l => l.Version + 1), cancellation);
        return count;
    }

    /// <summary>What the timeline says when a hold of a cart ran out.</summary>
    public const string HoldRanOut = "The hold ran out at the provider. Nothing was booked or charged.";

    /// <summary>What the timeline says when a hold ran out during checkout.</summary>
    public const string OrderRanOut = "The hold ran out before the order was made final. Nothing was booked or charged.";
}
