using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Db.Engines;

/// <summary>
/// Puts this process's writers to one SQLite file in a queue. SQLite lets one write at a time; the others it answers "busy", which
/// the driver polls for on a blocked thread, without any order, until one of them gives up. Here they wait without a thread and
/// first come, first served. A turn lasts as long as a transaction (every save is one), or one statement outside of any. Reading
/// needs no turn: the write-ahead log lets readers pass.
/// </summary>
internal sealed class SqliteWriters(string file) : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();

    private readonly SemaphoreSlim turn = Turns.GetOrAdd(Path.GetFullPath(file), _ => new SemaphoreSlim(1));
    private readonly ConcurrentDictionary<DbConnection, byte> writing = new();

    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Take(connection);
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        await TakeAsync(connection, cancellationToken);
        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData.Context!.Database.GetDbConnection());

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        LeaveAsync(eventData.Context!.Database.GetDbConnection());

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData.Context!.Database.GetDbConnection());

    public Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        LeaveAsync(eventData.Context!.Database.GetDbConnection());

    // A transaction that is only disposed of, or whose commit failed, closes its connection and ends its turn here.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => LeaveAsync(connection);

    public void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData) => LeaveAsync(connection);

    public InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (command.Transaction is null)
            Take(command.Connection!);
        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
            await TakeAsync(command.Connection!, cancellationToken);
        return result;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        LeaveAfter(command);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return ValueTask.FromResult(result);
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => LeaveAfter(command);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return Task.CompletedTask;
    }

    public void CommandCanceled(DbCommand command, CommandEndEventData eventData) => LeaveAfter(command);

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return Task.CompletedTask;
    }

    private void Take(DbConnection connection)
    {
        if (!writing.ContainsKey(connection))
            Begin(connection, turn.Wait(Patience));
    }

    private async ValueTask TakeAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (!writing.ContainsKey(connection))
            Begin(connection, await turn.WaitAsync(Patience, cancellation));
    }

    private void Begin(DbConnection connection, bool gotTurn)
    {
        if (!gotTurn)
            throw new TimeoutException(
                $"No turn to write to the database within {Patience.TotalSeconds} s: another write keeps it. Nothing was written. Try again.");
        writing[connection] = 0;
    }

    private void LeaveAfter(DbCommand command)
    {
        if (command is { Transaction: null, Connection: { } connection })
            Leave(connection);
    }

    private void Leave(DbConnection connection)
    {
        if (writing.TryRemove(connection, out _))
            turn.Release();
    }

    private Task LeaveAsync(DbConnection connection)
    {
        Leave(connection);
        return Task.CompletedTask;
    }
}
