using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>
/// The job: refreshes every enabled connection whose catalogue was not read for a while, or as long as its provider wants to be left alone
/// (<see cref="ProviderTraits.CatalogEvery"/>). One connection's silence stops no other.
/// </summary>
public sealed class RefreshDueCatalogs(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, RefreshCatalog refresh, TimeProvider time)
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
        var now = time.GetUtcNow().UtcDateTime;
        var before = now - Every;
        var read = await db.Connections
            .Where(c => c.IsEnabled && (c.CatalogReadAt == null || c.CatalogReadAt <= before) && (c.CatalogOwnedUntil == null || c.CatalogOwnedUntil <= now))
            .OrderBy(c => c.CatalogReadAt).Select(c => new { c.Id, c.ProviderKind, c.CatalogReadAt }).ToListAsync(cancellation);
        return [.. read.Where(c => !(c.CatalogReadAt + Rest(c.ProviderKind) > now)).Select(c => c.Id)];
    }

    private TimeSpan Rest(string kind) => providers.Knows(kind) ? providers.Get(kind).Traits.CatalogEvery : TimeSpan.Zero;
}
