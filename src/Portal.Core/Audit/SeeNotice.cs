using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Audit;

/// <summary>The agent has read a notice: it leaves the desk.</summary>
public sealed class SeeNotice(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task RunAsync(Actor actor, Guid noticeId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        await db.Notices.Where(n => n.Id == noticeId && n.SeenAt == null && (actor.SeesAll || n.AgencyId == actor.AgencyId))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, now), cancellation);
    }
}
