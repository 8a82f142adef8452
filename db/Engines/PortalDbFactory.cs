using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Portal.Core.Persistence;

namespace Portal.Db.Engines;

/// <summary>
/// Opens the portal's database on the engine that was chosen, from a pool of contexts. An adapter, because a factory of one
/// engine's context is not a factory of <see cref="PortalDb"/>.
/// </summary>
internal sealed class PortalDbFactory<TEngine>(DbContextOptions<TEngine> options) : IDbContextFactory<PortalDb>
    where TEngine : PortalDb
{
    private readonly PooledDbContextFactory<TEngine> pool = new(options);

    public PortalDb CreateDbContext() => pool.CreateDbContext();

    public async Task<PortalDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await pool.CreateDbContextAsync(cancellationToken);
}
