using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>Finds the columns of names, which look like any other words and are told by what stands beside them.</summary>
internal static class ColumnNames
{
    /// <summary>What 'Name' means beside the other headings, and over a cell that is merged with its neighbour.</summary>
    public static void Settle(ListColumn[] columns, ColumnContent[] contents, List<string[]> body)
    {
        foreach (var column in columns.Where(c => c.Basis == ColumnBasis.Heading && c.Target == ListTargets.FullName).ToList())
        {
            var (first, last) = (columns.Any(c => c.Target == GuestFields.FirstName), columns.Any(c => c.Target == GuestFields.LastName));
            if (first != last)
            {
                columns[column.Index] = column with { Target = first ? GuestFields.LastName : GuestFields.FirstName };
                continue;
            }
            // 'Name' over two cells of which a merged heading leaves the second empty.
            var next = column.Index + 1;
            if (next < columns.Length && columns[next].Heading.Length == 0 && contents[next].IsNames && !contents[column.Index].IsWholeNames)
                AsParts(columns, column.Index, next, columns[column.Index].Basis, body);
        }
        if (columns.Any(c => c.Target is GuestFields.FirstName or GuestFields.LastName))
            foreach (var whole in columns.Where(c => ListTargets.IsWholeName(c.Target)).ToList())
                columns[whole.Index] = whole with { Target = null, Basis = ColumnBasis.Nothing };
    }

    /// <summary>Without headings the first column of words holds the names, whole ones or, with its neighbour, their parts.</summary>
    public static void ByContent(ListColumn[] columns, ColumnContent[] contents, List<string[]> body)
    {
        if (columns.Any(c => ListTargets.IsWholeName(c.Target) || c.Target is GuestFields.FirstName or GuestFields.LastName))
            return;
        if (columns.FirstOrDefault(c => c.Basis == ColumnBasis.Nothing && contents[c.Index].IsNames) is not { } found)
            return;
        var next = found.Index + 1;
        if (!contents[found.Index].IsWholeNames && next < columns.Length && columns[next].Basis == ColumnBasis.Nothing && contents[next].IsNames)
            AsParts(columns, found.Index, next, ColumnBasis.Content, body);
        else
            columns[found.Index] = found with { Target = ListTargets.FullName, Basis = ColumnBasis.Content };
    }

    // Nothing tells the first name from the last but capitals: 'BYRON | Ada'.
    private static void AsParts(ListColumn[] columns, int index, int next, ColumnBasis basis, List<string[]> body)
    {
        var isLastFirst = body.Count(row => IsShouted(row[index]) && !IsShouted(row[next])) > body.Count / 2;
        columns[index] = columns[index] with { Target = isLastFirst ? GuestFields.LastName : GuestFields.FirstName, Basis = basis };
        columns[next] = columns[next] with { Target = isLastFirst ? GuestFields.FirstName : GuestFields.LastName, Basis = basis };
    }

    private static bool IsShouted(string cell) => cell.Count(char.IsLetter) > 1 && cell.Where(char.IsLetter).All(char.IsUpper);
}
