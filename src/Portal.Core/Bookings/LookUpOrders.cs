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
/// The job's verb that finds out what became of orders whose commit stayed unanswered, and tells the agent. An order found is adopted;
/// one that certainly was not made goes back to its plan while its hold lives. After a while in doubt a person is told.
/// </summary>
public sealed class LookUpOrders(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, RecordOrder record, AdvanceBooking advance, PortalProcess process, TimeProvider time, ILogger<LookUpOrders> logger)
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

        var claimed = ClaimedOrder.Of(order, connection);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: orderId)) { References = claimed.References };
        var heard = await Hearing.HearAsync("Look-up of order", ct => connection.Provider.LookUpOrderAsync(call, claimed.Request, ct), logger);
        var isSettled = heard.Answer is { IsYes: true } answer
            ? await SettleAsync(claimed, answer.Value, order.Question.NothingSeen, connection)
            : await InVainAsync(claimed, countsAsNothing: false);
        if (isSettled)
            // What waited for this answer goes on, and a cart that is done is closed.
            await advance.RunAsync(By, order.BookingId, CancellationToken.None);
        else
            await CallPersonAsync(order, cancellation);
    }

    /// <returns>Whether the question is answered now. The agent is told in the same transaction.</returns>
    private async Task<bool> SettleAsync(ClaimedOrder claimed, OrderFinding finding, int nothingSeen, OpenConnection connection)
    {
        var settled = time.GetUtcNow().UtcDateTime >= claimed.Request.AskedAt + connection.SettlesAfter;
        return finding.Found switch
        {
            OrderFound.Made when finding.Order!.Outcome != CommitOutcome.InProgress =>
                await record.CommittedAsync(claimed, finding.Order, "Looked up: the provider has the order.", By, "was made after all: it is certain now"),
            OrderFound.NotMadeHoldAlive when settled && nothingSeen >= 1 => await record.NotMadeAsync(claimed, By),
            OrderFound.NotMadeHoldOver when settled && nothingSeen >= 1 => await record.HoldOverAsync(claimed, By),
            _ => await InVainAsync(claimed, settled && finding.Found is OrderFound.NotMadeHoldAlive or OrderFound.NotMadeHoldOver),
        };
    }

    private async Task<bool> InVainAsync(ClaimedOrder claimed, bool countsAsNothing)
    {
        await record.LookedInVainAsync(claimed, countsAsNothing);
        return false;
    }

    private async Task CallPersonAsync(Order order, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (order.Question.SilentSince + LookUpSchedule.PersonAfter > now)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var said = $"Order {order.OurReference} is still without an answer. Ask the provider with the evidence on the booking's page; the portal keeps looking.";
        // Once for each order: another one of the same booking may be in doubt too.
        if (await db.Notices.AnyAsync(n => n.BookingId == order.BookingId && n.Kind == NoticeKind.OrderNeedsPerson && n.Said == said, cancellation))
            return;
        db.Notices.Add(Notice.Of(order, NoticeKind.OrderNeedsPerson, said, now));
        await db.SaveChangesAsync(cancellation);
    }
}
