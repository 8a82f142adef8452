using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Db;
using Portal.Db.Engines;

namespace Portal.Benchmarks;

/// <summary>A fresh database for one benchmark: SQLite in a folder of its own.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-");

    private TemporaryDatabase() =>
        Factory = PortalDatabases.Open(DatabaseEngine.Sqlite, $"Data Source={Path.Combine(folder.FullName, "portal.db")}");

    public IDbContextFactory<PortalDb> Factory { get; }

    public static async Task<TemporaryDatabase> CreateAsync()
    {
        var database = new TemporaryDatabase();
        await using var db = await database.Factory.CreateDbContextAsync();
        await db.MigrateAsync();
        return database;
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
