using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>The process is gone when it is about to write to a table.</summary>
internal sealed class KillsWriting(string table) : DbCommandInterceptor
{
    public bool IsOn { get; set; }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Kill(command) ? throw new OperationCanceledException("Killed.") : ValueTask.FromResult(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Kill(command) ? throw new OperationCanceledException("Killed.") : ValueTask.FromResult(result);

    private bool Kill(DbCommand command) => IsOn && ((string[])[$"UPDATE \"{table}\"", $"DELETE FROM \"{table}\"", $"INSERT INTO \"{table}\""]).Any(c => command.CommandText.StartsWith(c, StringComparison.Ordinal));
}
