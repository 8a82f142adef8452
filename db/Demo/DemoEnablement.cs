using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;

namespace Portal.Db.Demo;

/// <summary>
/// Lets the demo book at two of three promoters of each provider; the third stays as it was found. Promoters come with the first
/// reading of a catalogue, so this is asked again until each connection has one. What somebody has decided is left alone.
/// </summary>
public sealed class DemoEnablement(IDbContextFactory<PortalDb> databases, SwitchPromoter switchPromoter)
{
    private readonly HashSet<Guid> done = [];

    /// <returns>True once nothing is left to wait for.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var connections = await db.Connections.AsNoTracking().Where(c => c.IsEnabled).ToListAsync(cancellation);
        foreach (var connection in connections.Where(c => c.CatalogSweptAt is not null && !done.Contains(c.Id)))
        {
            await DecideAsync(db, connection, cancellation);
            done.Add(connection.Id);
        }
        return connections.TrueForAll(c => done.Contains(c.Id));
    }

    private async Task DecideAsync(PortalDb db, Connection connection, CancellationToken cancellation)
    {
        var promoters = await db.Promoters.AsNoTracking().Where(p => p.ConnectionId == connection.Id).OrderBy(p => p.Name).ToListAsync(cancellation);
        if (promoters.Exists(p => !p.IsNew))
            return;
        foreach (var promoter in promoters.Where((_, index) => index % 3 != 2))
            await switchPromoter.RunAsync(Actor.Job("Demo"), new Switching(promoter.Id, SellingOn: true, BookingOn: true, promoter.Version), cancellation);
    }
}
