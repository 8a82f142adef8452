using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Db.Engines;

namespace Portal.Benchmarks;

/// <summary>Asks the engine how it goes about each question, in its own words. SQL Server shows plans elsewhere and is left out of it.</summary>
internal sealed class QueryPlans(DatabaseEngine engine) : DbCommandInterceptor
{
    public List<string> Taken { get; } = [];

    public void Clear() => Taken.Clear();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        var isPostgres = engine == DatabaseEngine.Postgres;
        await using var explaining = command.Connection!.CreateCommand();
        explaining.Transaction = command.Transaction;
        explaining.CommandText = (isPostgres ? "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY ON) " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explaining.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explaining.Parameters.Add(copy);
        }
        await using var reader = await explaining.ExecuteReaderAsync(cancellationToken);
        Taken.Add("  --");
        while (await reader.ReadAsync(cancellationToken))
            Taken.Add("  " + reader.GetString(isPostgres ? 0 : 3));
        return result;
    }
}
