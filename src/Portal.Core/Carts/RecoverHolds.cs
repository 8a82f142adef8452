using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>
/// The job's verb for questions whose asker died: a hold still being asked for after its claim ended becomes Unknown and is looked up.
/// </summary>
public sealed class RecoverHolds(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private static readonly Actor By = Actor.Job("recovery");

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var orphans = await db.Holds
            .Where(h => (h.State == HoldState.Asking || h.State == HoldState.Changing || h.State == HoldState.Releasing) && h.Question.OwnedUntil <= now)
            .OrderBy(h => h.Question.OwnedUntil).Take(200).ToListAsync(cancellation);
        foreach (var hold in orphans)
            hold.FallSilent("The portal stopped while the provider was being asked. It is being looked up.", By, now);
        // When another node, or the asker after all, was first, nothing is saved and the next run sees what is left.
        return orphans.Count > 0 && await db.TrySaveAsync(cancellation) ? orphans.Count : 0;
    }
}
