using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Keeps a list's filters under a name; the same name again keeps the new filters in its place.</summary>
public sealed class KeepView(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public const int LongestName = 60;
    private const int LongestQuery = 1000;
    private const int AtMost = 30;

    /// <param name="actor">Whose view it becomes.</param>
    /// <param name="page">The list's address without the query.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="query">The query string, without the question mark.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<ViewOutcome> RunAsync(Actor actor, string page, string name, string query, CancellationToken cancellation)
    {
        name = name.Trim();
        if (actor.UserId is not { } userId || name.Length is 0 or > LongestName)
            return new($"A view needs a name of at most {LongestName} characters. Nothing was kept.");
        if (query.Length > LongestQuery)
            return new("These filters are too long to be kept. Nothing was kept. Use fewer of them.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var views = await db.SavedViews.Where(v => v.UserId == userId && v.Page == page).ToListAsync(cancellation);
        if (views.Find(v => v.Name == name) is { } known)
            known.Query = query;
        else if (views.Count >= AtMost)
            return new($"You have {AtMost} views here already. Nothing was kept. Delete one that you no longer use.");
        else
            db.SavedViews.Add(new SavedView { Id = Guid.CreateVersion7(), UserId = userId, Page = page, Name = name, Query = query, CreatedAt = time.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another tab kept one of that name between the look and the saving.
            return new($"Another window of yours has just kept a view called {name}. Nothing was kept by this one. Look at it, then keep this one under another name.");
        }
        return ViewOutcome.Done;
    }
}
