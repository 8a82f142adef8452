using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Portal.Core.Persistence;

namespace Portal.Db.Engines;

/// <summary>The one place that picks the engine.</summary>
public static class PortalDatabases
{
    /// <summary>Opens nothing yet: contexts connect when they are used.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="connectionString">In the engine's own words; file names absolute.</param>
    /// <param name="services">Where contexts find logging; may be left out in tools.</param>
    public static IDbContextFactory<PortalDb> Open(
        DatabaseEngine engine, string connectionString, IServiceProvider? services = null) => engine switch
    {
        DatabaseEngine.Sqlite => Make<SqlitePortalDb>(options => SqlitePortalDb.Configure(options, connectionString), services),
        DatabaseEngine.Postgres => Make<PostgresPortalDb>(options => PostgresPortalDb.Configure(options, connectionString), services),
        DatabaseEngine.SqlServer => Make<SqlServerPortalDb>(options => SqlServerPortalDb.Configure(options, connectionString), services),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    private static PortalDbFactory<TEngine> Make<TEngine>(Action<DbContextOptionsBuilder> configure, IServiceProvider? services)
        where TEngine : PortalDb
    {
        var options = new DbContextOptionsBuilder<TEngine>();
        if (services is not null)
            options.UseApplicationServiceProvider(services);
        configure(options);
        return new PortalDbFactory<TEngine>(options.Options);
    }
}
