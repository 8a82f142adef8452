using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Db.Engines;

namespace Portal.Tests.Db;

/// <summary>What SQL Server refuses and the other engines take, read from the model: seen also where no SQL Server is.</summary>
public sealed class SqlServerRulesTests
{
    private readonly IReadOnlyList<ITable> tables;

    public SqlServerRulesTests()
    {
        using var db = PortalDatabases.Open(DatabaseEngine.SqlServer, "Server=nowhere").CreateDbContext();
        tables = [.. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables];
    }

    [Fact]
    public void A_deletion_reaches_no_table_by_two_ways()
    {
        var cascades = tables.SelectMany(table => table.ForeignKeyConstraints)
            .Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull)
            .ToLookup(key => key.PrincipalTable.Name, key => key.Table.Name);

        var ways = tables.SelectMany(table => Reached(table.Name, cascades, table.Name)
            .GroupBy(reached => reached).Where(reached => reached.Count() > 1).Select(reached => $"{table.Name} → {reached.Key}"));

        Assert.Empty(ways);
    }

    [Fact]
    public void Keys_and_indexes_are_short_enough()
    {
        var keys = tables.SelectMany(table => table.PrimaryKey is { } key ? [(key.Name, key.Columns)] : Array.Empty<(string Name, IReadOnlyList<IColumn> Columns)>());
        var indexes = tables.SelectMany(table => table.Indexes.Select(index => (index.Name, index.Columns)));

        Assert.Empty(keys.Where(key => key.Columns.Sum(Bytes) > 900).Select(key => key.Name));
        Assert.Empty(indexes.Where(index => index.Columns.Sum(Bytes) > 1700).Select(index => index.Name));
    }

    private static IEnumerable<string> Reached(string from, ILookup<string, string> cascades, string start) =>
        cascades[from].SelectMany(to => to == start
            ? [to, to] // round in a circle: refused as well
            : Reached(to, cascades, start).Prepend(to));

    private static int Bytes(IColumn column) => column.StoreType switch
    {
        ['n', 'v', 'a', 'r', 'c', 'h', 'a', 'r', ..] when column.StoreType.EndsWith("(max)", StringComparison.Ordinal) => 10_000,
        ['n', 'v', 'a', 'r', 'c', 'h', 'a', 'r', ..] => 2 * Length(column.StoreType),
        ['v', 'a', 'r', 'b', 'i', 'n', 'a', 'r', 'y', ..] => Length(column.StoreType),
        "uniqueidentifier" => 16,
        _ => 9,
    };

    private static int Length(string storeType) =>
        int.Parse(storeType.Split('(', ')')[1], System.Globalization.CultureInfo.InvariantCulture);
}
