using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Gives one of the actor's views another name.</summary>
public sealed class RenameView(IDbContextFactory<PortalDb> databases)
{
    public async Task<ViewOutcome> RunAsync(Actor actor, Guid viewId, string name, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length is 0 or > KeepView.LongestName)
            return new($"A view needs a name of at most {KeepView.LongestName} characters. Nothing was changed.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.SavedViews.SingleOrDefaultAsync(v => v.Id == viewId && v.UserId == actor.UserId, cancellation) is not { } view)
            return new("This view is no longer there. Nothing was changed.");
        view.Name = name;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return new($"There is a view called {name} already. Nothing was changed. Choose another name.");
        }
        return ViewOutcome.Done;
    }
}
