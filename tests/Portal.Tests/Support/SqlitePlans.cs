using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>How SQLite goes about each question that is asked of it.</summary>
internal sealed class SqlitePlans : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Sql, List<string> Steps)> plans = new();

    /// <summary>The steps of the last statement that contains those words.</summary>
    public IReadOnlyList<string> Last(string of) => plans.Last(plan => plan.Sql.Contains(of, StringComparison.Ordinal)).Steps;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var explaining = command.Connection!.CreateCommand();
        explaining.Transaction = command.Transaction;
        explaining.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (SqliteParameter parameter in command.Parameters)
            explaining.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        var steps = new List<string>();
        await using var reader = await explaining.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            steps.Add(reader.GetString(3));
        plans.Enqueue((command.CommandText, steps));
        return result;
    }
}
