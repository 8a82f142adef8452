using Portal.Core.GuestLists;
using Portal.Core.Guests;

namespace Portal.Tests.GuestLists;

/// <summary>Lists as tests write them: a row per line, cells between bars.</summary>
internal static class ListOf
{
    public static readonly DateOnly Today = new(2027, 3, 1);

    public static IReadOnlyList<ListRow> Rows(params string[] rows) => [.. rows.Select((row, i) => new ListRow(i + 1, row.Split('|')))];

    public static IReadOnlyList<ListEntry> Entries(params string[] rows)
    {
        var cells = Rows(rows);
        return ListReading.Read(cells, ListGuess.Of(cells, []), Today);
    }

    /// <summary>What the columns are taken for, by letter: <c>A first_name, B -</c>.</summary>
    public static string Targets(ListLayout layout) => string.Join(", ", layout.Columns.Select(c => $"{c.Letter} {c.Target ?? "-"}"));

    /// <summary>Reads the values of one column under a heading.</summary>
    public static IReadOnlyList<ListValue?> Column(string field, params string[] cells)
    {
        List<ListRow> rows = [new(1, ["Room", field]), .. cells.Select((cell, i) => new ListRow(i + 2, ["1", cell]))];
        var layout = ListGuess.Of(rows, []).With(0, GuestFields.Province).With(1, field);
        return [.. ListReading.Read(rows, layout, Today).Select(e => e.Values.GetValueOrDefault(field))];
    }
}
