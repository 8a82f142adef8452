using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Db.Engines;

/// <summary>The portal's tables in one SQLite file: write-ahead log, foreign keys enforced, writers one after the other.</summary>
public sealed class SqlitePortalDb : PortalDb
{
    static SqlitePortalDb() => SqliteNative.Resolve();

    public SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : base(options) =>
        // Every save is a transaction, also one of a single row: transactions are what SqliteWriters puts in a queue.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    internal static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        SqliteNative.Resolve();
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (Path.GetDirectoryName(connection.DataSource) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        options.UseSqlite(connection.ConnectionString, engine => engine.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
            .AddInterceptors(new SqlitePragmas(), new SqliteWriters(connection.DataSource));
    }
}
