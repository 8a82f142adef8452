using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Core.Persistence;

namespace Portal.Db;

/// <summary>What can be done with the migrations of the engine that a context runs on.</summary>
public static class PortalDbMigrations
{
    /// <summary>Applies what is missing. Takes no lock and writes nothing when nothing is missing, as at most starts.</summary>
    public static async Task MigrateAsync(this PortalDb db, CancellationToken cancellation = default)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>The script that brings any earlier database up to date: what <c>schema.sql</c> holds for SQL Server.</summary>
    public static string WriteScript(this PortalDb db) =>
        db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
}
