using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Has a provider apply a promotion code to a hold. The price that follows stands beside the agreed one as 'was' and 'now', like any other
/// that moved: it is the agent's to accept.
/// </summary>
public sealed class ApplyPromotion(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskHold ask, PortalProcess process, TimeProvider time)
{
    public async Task<Answer<HoldState>> RunAsync(Actor actor, Guid holdId, string code, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(code) || code.Length > 100)
            return new Refusal(RefusalReason.Invalid, "a promotion code is needed.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var hold = await db.Holds.Include(h => h.References).Where(h => actor.SeesAll || h.AgencyId == actor.AgencyId).SingleOrDefaultAsync(h => h.Id == holdId, cancellation);
        if (hold is null)
            return new Refusal(RefusalReason.NotFound, "The hold is not known.");
        if (hold.State != HoldState.Held)
            return new Refusal(RefusalReason.Busy, "The hold is being changed at this moment.");
        if (hold.FrozenAt is not null)
            return ChangeLine.Frozen;
        if (hold.ExpiresAt <= now)
            return new Refusal(RefusalReason.HoldExpired, "The hold ran out.");
        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        if (connection.Provider is not ITakesPromotions)
            return new Refusal(RefusalReason.NotAllowed, "promotion codes cannot be entered here.");

        hold.BeginChange(hold.HeldJson, "The provider is asked to apply a promotion code.", actor, process.Id, now, connection.ClaimBudget);
        if (!await db.TrySaveAsync(cancellation))
            return new Refusal(RefusalReason.Busy, "The hold is being changed at this moment.");
        return await ask.RunAsync(ClaimedHold.Of(hold), connection, actor, promotion: code.Trim());
    }
}
