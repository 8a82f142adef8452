using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Core.Persistence;
using Portal.Db.Engines;

namespace Portal.Db;

/// <summary>What can be done with the migrations of the engine that a context runs on.</summary>
public static class PortalDbMigrations
{
    /// <summary>Applies what is missing. Takes no lock and writes nothing when nothing is missing, as at most starts.</summary>
    public static async Task MigrateAsync(this PortalDb db, CancellationToken cancellation = default)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            return;
        if (db is SqlitePortalDb)
            await ForgetDeadMigrationAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>The script that brings any earlier database up to date: what <c>schema.sql</c> holds for SQL Server.</summary>
    public static string WriteScript(this PortalDb db) =>
        db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

    // On the other engines the lock of a process that was killed while it migrated goes with its connection. On SQLite it is a
    // row, for which the next start would wait for ever; one process has the file, so whoever left the row is gone.
    private static async Task ForgetDeadMigrationAsync(PortalDb db, CancellationToken cancellation)
    {
        var isThere = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (isThere > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellation);
    }
}
