using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Catalog;

/// <summary>The job: refreshes every enabled connection whose catalogue was not read for a while. One connection's silence stops no other.</summary>
public sealed class RefreshDueCatalogs(IDbContextFactory<PortalDb> databases, RefreshCatalog refresh, TimeProvider time)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <returns>How many were read to their end.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var due = await DueAsync(cancellation);
        var outcomes = await Task.WhenAll(due.Select(id => refresh.RunAsync(id, cancellation)));
        return outcomes.Count(outcome => outcome == CatalogRefreshed.Done);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (now, before) = (time.GetUtcNow().UtcDateTime, time.GetUtcNow().UtcDateTime - Every);
        return await db.Connections
            .Where(c => c.IsEnabled && (c.CatalogReadAt == null || c.CatalogReadAt <= before) && (c.CatalogOwnedUntil == null || c.CatalogOwnedUntil <= now))
            .OrderBy(c => c.CatalogReadAt).Select(c => c.Id).ToListAsync(cancellation);
    }
}
