using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>Calls a cart by another name. An empty name changes nothing.</summary>
public sealed class NameCart(IDbContextFactory<PortalDb> databases)
{
    public async Task RunAsync(Actor actor, Guid cartId, string name, CancellationToken cancellation)
    {
        if (name.Trim() is not { Length: > 0 and <= 100 } wanted)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Carts.VisibleTo(actor).Where(c => c.Id == cartId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, wanted), cancellation);
    }
}
