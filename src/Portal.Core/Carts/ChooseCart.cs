using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>Makes one of the agent's open carts the current one: what is added goes into it from now on.</summary>
public sealed class ChooseCart(IDbContextFactory<PortalDb> databases)
{
    public async Task RunAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Carts.AnyAsync(c => c.Id == cartId && c.AgentId == actor.UserId && c.State == CartState.Open, cancellation))
            return;
        // One statement for all of them, so that two tabs cannot leave two current ones.
        await db.Carts.Where(c => c.AgentId == actor.UserId && (c.IsCurrent || c.Id == cartId))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.IsCurrent, c => c.Id == cartId), cancellation);
    }
}
