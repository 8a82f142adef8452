using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Takes a line out of the cart. Its places are given back: the hold is released when nothing else is in it, else changed. The line
/// disappears once the provider has let go of it, or at once when nothing is held.
/// </summary>
public sealed class RemoveLine(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskHold ask, PortalProcess process, TimeProvider time)
{
    public async Task<Answer<HoldState>> RunAsync(Actor actor, Guid lineId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var line = await db.CartLines.VisibleTo(actor).Include(l => l.Hold!.References).SingleOrDefaultAsync(l => l.Id == lineId, cancellation);
        if (line is null || line.RemovedAt is not null)
            return HoldState.Released;
        if (line.OrderId is not null)
            return new Refusal(RefusalReason.NotAllowed, "The line is part of a checkout.");

        if (line.Hold is not { } hold || HoldLifecycle.Table.IsFinal(hold.State) || (hold.State == HoldState.Held && hold.ExpiresAt <= now))
        {
            db.CartLines.Remove(line);
            return await db.TrySaveAsync(cancellation) ? HoldState.Released : Busy;
        }
        if (hold.State != HoldState.Held)
            return Busy;
        if (hold.FrozenAt is not null)
            return ChangeLine.Frozen;

        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        var rest = AskedLines.Read(hold.HeldJson).Where(l => l.LineId != lineId).ToList();
        if (rest.Count == 0)
            hold.BeginRelease(actor, process.Id, now, connection.ClaimBudget);
        else
            hold.BeginChange(AskedLines.Write(rest), "The provider is asked to take places out of the hold.", actor, process.Id, now, connection.ClaimBudget);
        line.RemovedAt = now;
        line.Version++;
        if (!await db.TrySaveAsync(cancellation))
            return Busy;
        return await ask.RunAsync(ClaimedHold.Of(hold), connection, actor);
    }

    private static Refusal Busy => new(RefusalReason.Busy, "The hold is being changed at this moment.");
}
