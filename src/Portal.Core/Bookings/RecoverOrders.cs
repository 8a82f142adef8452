using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>The job's verb for orders whose asker died: past its claim, an order still being asked for becomes Unknown and is looked up.</summary>
public sealed class RecoverOrders(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private static readonly Actor By = Actor.Job("recovery");

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var orphans = await db.Orders
            .Where(o => (o.State == OrderState.Committing || o.State == OrderState.Preparing || o.State == OrderState.Releasing) && o.Question.OwnedUntil <= now)
            .OrderBy(o => o.Question.OwnedUntil).Take(200).ToListAsync(cancellation);
        foreach (var order in orphans)
            order.FallSilent("The portal stopped while the provider was being asked. It may or may not be sold: it is being looked up.", By, now);
        return orphans.Count > 0 && await db.TrySaveAsync(cancellation) ? orphans.Count : 0;
    }
}
