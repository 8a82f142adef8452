using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A kept view as its owner chooses it.</summary>
/// <param name="Query">The query string, without the question mark.</param>
public sealed record KeptView(Guid Id, string Name, string Query);

/// <summary>What came of keeping or renaming a view: done when there is no problem; else nothing was changed.</summary>
public sealed record ViewOutcome(string? Problem)
{
    internal static readonly ViewOutcome Done = new((string?)null);

    public bool IsDone => Problem is null;
}

/// <summary>Reads the actor's own views of a page, by name. A view belongs to one person: a colleague's look like none.</summary>
public sealed class ReadViews(IDbContextFactory<PortalDb> databases)
{
    public async Task<IReadOnlyList<KeptView>> RunAsync(Actor actor, string page, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.SavedViews.AsNoTracking().Where(v => v.UserId == actor.UserId && v.Page == page).OrderBy(v => v.Name)
            .Select(v => new KeptView(v.Id, v.Name, v.Query)).ToListAsync(cancellation);
    }
}
