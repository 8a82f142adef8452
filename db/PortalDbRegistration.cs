using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.Core.Persistence;
using Portal.Db.Engines;

namespace Portal.Db;

/// <summary>Gives the portal its database. All that the rest of the program knows of engines is that it called this.</summary>
public static class PortalDbRegistration
{
    /// <summary>
    /// Adds <see cref="IDbContextFactory{TContext}"/> of <see cref="PortalDb"/>, and a scoped <see cref="PortalDb"/> for Identity's
    /// stores, on the engine that the section <see cref="DatabaseOptions.Section"/> names.
    /// </summary>
    public static IServiceCollection AddPortalDb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section));
        services.AddSingleton(Open);
        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext());
        return services;
    }

    /// <summary>Brings the tables up to date, unless the configuration leaves that to a DBA. For the start, before anything reads.</summary>
    public static async Task MigratePortalDbAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        if (!services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateOnStart)
            return;
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancellation);
        await db.MigrateAsync(cancellation);
    }

    private static IDbContextFactory<PortalDb> Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var connectionString = options.Engine is DatabaseEngine.Sqlite
            ? WithFileUnder(services.GetRequiredService<IHostEnvironment>().ContentRootPath, options.ConnectionString)
            : options.ConnectionString;
        return PortalDatabases.Open(
            options.Engine,
            connectionString ?? throw new InvalidOperationException(
                $"The portal has no database: {DatabaseOptions.Section}:ConnectionString is empty, and {options.Engine} has no default. Nothing was started."),
            services);
    }

    private static string WithFileUnder(string contentRoot, string? connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        connection.DataSource = Path.Combine(contentRoot, connection.DataSource is { Length: > 0 } file ? file : "data/portal.db");
        return connection.ConnectionString;
    }
}
