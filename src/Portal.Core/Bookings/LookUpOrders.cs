using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// The job's verb that finds out what became of orders whose question stayed unanswered, and tells the agent. An order found is adopted;
/// one that certainly was not made goes back to its plan while its hold lives. After a while in doubt a person is told.
/// </summary>
public sealed class LookUpOrders(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, SettleOrder findings, AdvanceBooking advance, BuyerSeal buyers,
    PortalProcess process, TimeProvider time, ILogger<LookUpOrders> logger)
{
    private static readonly Actor By = Actor.Job("look-up");

    /// <returns>How many were looked up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Orders.Where(o => o.State == OrderState.Unknown && o.Question.NextLookAt <= now)
            .OrderBy(o => o.Question.NextLookAt).Select(o => o.Id).Take(50).ToListAsync(cancellation);
        await Alone.EachAsync(due, LookUpAsync, logger, cancellation);
        return due.Count;
    }

    private async Task LookUpAsync(Guid orderId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var order = await db.Orders.Include(o => o.References).Include(o => o.Booking).SingleAsync(o => o.Id == orderId, cancellation);
        if (order.State != OrderState.Unknown)
            return;
        var connection = await connections.OpenAsync(order.ConnectionId, cancellation);
        order.BeginLook(process.Id, time.GetUtcNow().UtcDateTime, connection.ClaimBudget);
        if (!await db.TrySaveAsync(cancellation))
            return;

        var claimed = ClaimedOrder.Of(order, connection, buyers);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: orderId)) { References = claimed.References };
        var isSettled = await findings.SettleAsync(call, claimed, order.Question, connection);
        if (isSettled)
            // What waited for this answer goes on, and a cart that is done is closed.
            await advance.RunAsync(By, order.BookingId, CancellationToken.None);
        else
            // Each order by name: another one of the same booking may be in doubt too.
            await Notice.CallPersonAsync(databases, order, order.Question,
                $"Order {order.OurReference} is still without an answer. Ask the provider with the evidence on the booking's page; the portal keeps looking.", time.GetUtcNow().UtcDateTime, cancellation);
    }
}
