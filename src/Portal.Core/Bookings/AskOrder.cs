using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Asks one order's provider to freeze it, to make it final, or to let it go: claim, ask, record. No transaction is open while it asks.
/// </summary>
public sealed class AskOrder(
    IDbContextFactory<PortalDb> databases, RecordOrder record, BuyerSeal buyers, PortalProcess process, TimeProvider time, ILogger<AskOrder> logger)
{
    /// <param name="actor">On whose behalf.</param>
    /// <param name="orderId">Which order.</param>
    /// <param name="what"><see cref="Asked.Prepare"/>, <see cref="Asked.Commit"/> or <see cref="Asked.Release"/>.</param>
    /// <param name="connection">Whom to ask.</param>
    /// <param name="why">With a release: why, for the timeline.</param>
    /// <returns>False when somebody else claimed the order first or it can no longer start.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid orderId, Asked what, OpenConnection connection, string? why = null)
    {
        if (await ClaimAsync(actor, orderId, what, connection, why) is not { } claimed)
            return false;
        if (connection.HeldUp(claimed.OwnedUntil, time) is { } late)
            return await record.RefusedAsync(claimed, late, connection, actor);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: orderId))
        {
            References = claimed.References,
            RememberAsync = (reference, ct) => References.RememberAsync(databases, new OrderReference { OrderId = orderId, Kind = reference.Kind, Value = reference.Value }, ct),
        };
        await (what switch
        {
            Asked.Prepare => HeardAsync("Preparation of order", ct => ((IPrepares)connection.Provider).PrepareAsync(call, claimed.Request, ct),
                prepared => record.PreparedAsync(claimed, prepared, connection, "The provider froze it.", actor)),
            Asked.Commit => HeardAsync("Commit of order", ct => connection.Provider.CommitAsync(call, claimed.Request, ct),
                committed => record.CommittedAsync(claimed, committed, "The provider confirmed.", actor)),
            Asked.Release => HeardAsync("Release of order", ct => connection.Provider.ReleaseAsync(call, ct),
                _ => record.ReleasedAsync(claimed, "The provider let the places go. Nothing was sold or charged.", actor)),
            _ => throw new InvalidOperationException($"An order cannot be asked for {what}."),
        });
        return true;

        async Task<bool> HeardAsync<T>(string name, Func<CancellationToken, Task<Answer<T>>> ask, Func<T, Task<bool>> yes) where T : notnull
        {
            var heard = await Hearing.HearAsync(name, ask, logger);
            return heard.Answer switch
            {
                null => await record.SilentAsync(claimed, heard.Silence!, actor),
                { IsYes: true } answer => await yes(answer.Value),
                { Refusal: var refusal } => await record.RefusedAsync(claimed, refusal!, connection, actor),
            };
        }
    }

    private async Task<ClaimedOrder?> ClaimAsync(Actor actor, Guid orderId, Asked what, OpenConnection connection, string? why)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow().UtcDateTime;
        var order = await db.Orders.Include(o => o.References).Include(o => o.Booking).SingleAsync(o => o.Id == orderId);
        var agencyEmail = await db.Agencies.Where(a => a.Id == order.AgencyId).Select(a => a.Email).SingleAsync();
        switch (what)
        {
            case Asked.Release when order.State == OrderState.Prepared || (order.State == OrderState.Unknown && order.Question.Asked == Asked.Release):
                order.BeginRelease(why!, actor, process.Id, now, connection.ClaimBudget);
                break;
            case Asked.Prepare when order.State == OrderState.Planned && order.IsWaiting(now):
                order.BeginPrepare(actor, process.Id, now, connection.ClaimBudget);
                break;
            case Asked.Commit when order.IsWaiting(now):
                order.BeginCommit(Compose(order, connection, agencyEmail), actor, process.Id, now, connection.ClaimBudget);
                break;
            default:
                return null;
        }
        return await db.TrySaveAsync(CancellationToken.None) ? ClaimedOrder.Of(order, connection, buyers, agencyEmail) : null;
    }

    // Saved with the claim: whoever replays it sends these very bytes.
    private string? Compose(Order order, OpenConnection connection, string? agencyEmail)
    {
        if (connection.Provider is not IReplaysCommits replays || order.SealedBody is not null)
            return null;
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: order.Id)) { References = ClaimedOrder.ReferencesOf(order) };
        return buyers.SealText(replays.ComposeCommit(call, ClaimedOrder.RequestOf(order, connection, buyers, agencyEmail, time.GetUtcNow().UtcDateTime)));
    }
}
