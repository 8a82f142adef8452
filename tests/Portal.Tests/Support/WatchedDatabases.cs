using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Portal.Core.Persistence;
using Portal.Db.Engines;

namespace Portal.Tests.Support;

/// <summary>Opens a test's database with interceptors added to the engine's own.</summary>
internal static class WatchedDatabases
{
    public static IDbContextFactory<PortalDb> Open(PortalDatabase database, params IInterceptor[] interceptors)
    {
        using var db = database.Open();
        var options = db.GetService<IDbContextOptions>();
        return database.Engine switch
        {
            DatabaseEngine.Sqlite => Pool<SqlitePortalDb>(options, interceptors),
            DatabaseEngine.Postgres => Pool<PostgresPortalDb>(options, interceptors),
            _ => Pool<SqlServerPortalDb>(options, interceptors),
        };
    }

    private static Opened<TEngine> Pool<TEngine>(IDbContextOptions options, IInterceptor[] interceptors) where TEngine : PortalDb =>
        new(new PooledDbContextFactory<TEngine>(
            new DbContextOptionsBuilder<TEngine>((DbContextOptions<TEngine>)options).AddInterceptors(interceptors).Options));

    private sealed class Opened<TEngine>(PooledDbContextFactory<TEngine> pool) : IDbContextFactory<PortalDb> where TEngine : PortalDb
    {
        public PortalDb CreateDbContext() => pool.CreateDbContext();
    }
}
