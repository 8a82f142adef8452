using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>
/// Ends holds whose time is over, so that their lines can be held anew at once: marks those that ran out at the provider and gives back
/// those that run on but too short to check out safely. Whoever waits for the sweep waits needlessly.
/// </summary>
public sealed class EndHold(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskHold ask, PortalProcess process, TimeProvider time)
{
    internal async Task RunAsync(Actor actor, Guid cartId, IReadOnlyList<Guid> lineIds, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var over = await db.CartLines.VisibleTo(actor).InCart()
            .Where(l => l.CartId == cartId && lineIds.Contains(l.Id) && l.Hold!.State == HoldState.Held && l.Hold.CommitBy <= now)
            .Select(l => l.HoldId!.Value).Distinct().ToListAsync(cancellation);
        foreach (var holdId in over)
            await EndAsync(actor, holdId, cancellation);
    }

    private async Task EndAsync(Actor actor, Guid holdId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var hold = await db.Holds.Include(h => h.References).SingleAsync(h => h.Id == holdId, cancellation);
        if (hold.State != HoldState.Held || hold.CommitBy > now)
            return;
        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        var runsOn = hold.ExpiresAt > now;
        if (runsOn && !connection.Provider.Traits.CanRelease)
            return; // It lapses by itself within the margin; until then the places are ours and a second hold might find nothing.
        if (runsOn)
            hold.BeginRelease(actor, process.Id, now, connection.ClaimBudget);
        else
            hold.RecordExpired(ExpireHolds.HoldRanOut, actor, now);
        // Lost to the sweep or another tab: then it is ended already.
        if (await db.TrySaveAsync(cancellation) && runsOn)
            await ask.RunAsync(ClaimedHold.Of(hold), connection, actor);
    }
}
