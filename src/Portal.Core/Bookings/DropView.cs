using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Deletes one of the actor's views; what it found stays. One that is gone already is no fault.</summary>
public sealed class DropView(IDbContextFactory<PortalDb> databases)
{
    public async Task RunAsync(Actor actor, Guid viewId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.SavedViews.Where(v => v.Id == viewId && v.UserId == actor.UserId).ExecuteDeleteAsync(cancellation);
    }
}
