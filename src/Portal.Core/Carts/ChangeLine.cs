using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>Makes a line want another quantity; a held one asks its provider to change the hold. Setting it twice is the same as once.</summary>
public sealed class ChangeLine(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskHold ask, PortalProcess process, TimeProvider time)
{
    public Task<Answer<HoldState>> RunAsync(Actor actor, Guid lineId, int quantity, CancellationToken cancellation) =>
        RunAsync(actor, lineId, quantity, null, cancellation);

    /// <param name="actor">Who asks.</param>
    /// <param name="lineId">Which line.</param>
    /// <param name="quantity">The quantity it shall have; at least 1 (<see cref="RemoveLine"/> takes it out).</param>
    /// <param name="deed">Written with the claim when the change is part of an action that must happen once.</param>
    /// <param name="cancellation">Ends the preparations; never the question itself.</param>
    internal async Task<Answer<HoldState>> RunAsync(Actor actor, Guid lineId, int quantity, Deed? deed, CancellationToken cancellation)
    {
        if (quantity < 1)
            return new Refusal(RefusalReason.Invalid, "A line has at least one ticket.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var line = await db.CartLines.VisibleTo(actor).InCart().Include(l => l.Hold!.References).SingleOrDefaultAsync(l => l.Id == lineId, cancellation);
        if (line is null)
            return new Refusal(RefusalReason.NotFound, "The line is no longer in the cart.");

        if (deed is not null)
            db.Deeds.Add(deed);
        if (line.Hold is not { } hold || HoldLifecycle.Table.IsFinal(hold.State))
        {
            line.Quantity = quantity;
            line.Version++;
            return await db.TrySaveAsync(cancellation) ? line.Hold?.State ?? HoldState.Released : Busy;
        }
        if (hold.State != HoldState.Held)
            return Busy;
        if (hold.ExpiresAt <= now)
            return new Refusal(RefusalReason.HoldExpired, "The hold ran out.");
        if (line.HeldQuantity == quantity)
            return hold.State;

        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        var content = AskedLines.Read(hold.HeldJson).Select(l => l.LineId == lineId ? l with { Quantity = quantity } : l);
        hold.BeginChange(AskedLines.Write(content), "The provider is asked to change the hold.", actor, process.Id, now, connection.ClaimBudget);
        line.Quantity = quantity;
        line.Version++;
        if (!await db.TrySaveAsync(cancellation))
            return Busy;
        return await ask.RunAsync(ClaimedHold.Of(hold), connection, actor);
    }

    private static Refusal Busy => new(RefusalReason.Busy, "The hold is being changed at this moment.");
}
