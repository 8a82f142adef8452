using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Db.Engines;

/// <summary>The portal's tables on PostgreSQL.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    internal static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, engine => engine.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // As SQLite compares, so that all engines find and sort alike, whatever locale the database was made with: the search
        // asks for ranges of words, and only so can they be read from an index.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
