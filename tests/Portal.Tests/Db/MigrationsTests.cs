using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Db;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Db;

public sealed class MigrationsTests
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.Postgres)]
    [InlineData(DatabaseEngine.SqlServer)]
    public void Every_change_of_the_model_has_its_migration(DatabaseEngine engine)
    {
        using var db = Unconnected(engine);

        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: run db/migrate.sh NAME.");
    }

    [Fact]
    public void The_script_for_the_DBA_is_the_one_that_the_migrations_make()
    {
        using var db = Unconnected(DatabaseEngine.SqlServer);

        var script = File.ReadAllText(Repository.File("db/schema.sql"));

        Assert.True(Lines(db.WriteScript()).SequenceEqual(Lines(script)), "db/schema.sql is stale: run db/migrate.sh --script.");
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_block_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("portal-");
        await using (var db = PortalDatabases.Open(DatabaseEngine.Sqlite, $"Data Source={folder}/portal.db;Pooling=False").CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00+00:00')");

            await db.MigrateAsync().WaitAsync(TimeSpan.FromMinutes(1));

            Assert.Empty(await db.Agencies.ToListAsync());
        }
        folder.Delete(recursive: true);
    }

    private static PortalDb Unconnected(DatabaseEngine engine) => PortalDatabases.Open(engine, engine switch
    {
        DatabaseEngine.Sqlite => "Data Source=:memory:",
        DatabaseEngine.Postgres => "Host=nowhere",
        _ => "Server=nowhere",
    }).CreateDbContext();

    private static IEnumerable<string> Lines(string script) => script.ReplaceLineEndings("\n").Trim().Split('\n');
}
