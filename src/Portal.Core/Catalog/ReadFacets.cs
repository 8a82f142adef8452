using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Catalog;

/// <summary>What the filters of the search offer to choose from.</summary>
public sealed record Facets(IReadOnlyList<string> Categories, IReadOnlyList<string> Cities, IReadOnlyList<string> Countries)
{
    public static readonly Facets None = new([], [], []);
}

/// <summary>Reads the filters' choices from what is listed. Kept for a minute for everybody: they change with a refresh, not with a click.</summary>
public sealed class ReadFacets(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private (Facets Facets, DateTimeOffset At)? kept;

    public async Task<Facets> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (kept is { } last && now - last.At < KeptFor)
            return last.Facets;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var listed = db.Events.Where(e => e.Status != EventStatus.Gone && e.Status != EventStatus.Closed);
        var facets = new Facets(
            await listed.Select(e => e.Category).Distinct().OrderBy(c => c).Take(200).ToListAsync(cancellation),
            await listed.Where(e => e.City != null).Select(e => e.City!).Distinct().OrderBy(c => c).Take(1_000).ToListAsync(cancellation),
            await listed.Where(e => e.Country != null).Select(e => e.Country!).Distinct().OrderBy(c => c).Take(300).ToListAsync(cancellation));
        kept = (facets, now);
        return facets;
    }
}
