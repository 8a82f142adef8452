using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Db.Engines;

/// <summary>
/// What SQLite forgets with each connection. Writes stay synchronous to the disk (SQLite's default, FULL): what was asked of a
/// provider must be found again after a power cut.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // Journal mode: so that readers never wait for a writer; kept by the file, and free when it is on already.
    // Busy time-out: for writers of other processes (a backup, a migration); our own wait in SqliteWriters.
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
    }
}
