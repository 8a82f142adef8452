using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>
/// Guesses how a list is to be read, from its headings and, without or against them, from what stands in its columns. Pure; the agent sees
/// and corrects it.
/// </summary>
public static class ListGuess
{
    // A title, a date and a few empty rows may stand over the heading.
    private const int HeadingWithin = 12;

    /// <param name="rows">As they were read.</param>
    /// <param name="wanted">Names of the fields that are asked of anybody.</param>
    /// <param name="headingLine">The agent's word on where the heading stands, 0 for nowhere; null to find it.</param>
    public static ListLayout Of(IReadOnlyList<ListRow> rows, IReadOnlyCollection<string> wanted, int? headingLine = null)
    {
        var headings = new ListHeadings(wanted);
        var filled = rows.Where(row => !row.IsBlank).ToList();
        var width = filled.Count == 0 ? 0 : filled.Max(row => row.Cells.Count);
        var clean = filled.ConvertAll(row => Enumerable.Range(0, width).Select(i => ListText.Clean(row.Cell(i))).ToArray());
        var at = headingLine is { } line ? filled.FindIndex(row => row.Line == line) : Heading(clean, headings, width);
        var body = clean[(at + 1)..];
        var heading = at < 0 ? new string[width] : clean[at];

        var contents = Enumerable.Range(0, width).Select(i => new ColumnContent(body.Select(row => row[i]))).ToArray();
        var columns = Enumerable.Range(0, width).Select(i => ByHeading(i, heading[i] ?? "", contents[i], headings)).ToArray();
        ColumnNames.Settle(columns, contents, body);
        ByContent(columns, contents, body);
        OnlyOnce(columns, contents);
        return new ListLayout(at < 0 ? 0 : filled[at].Line,
            [.. columns.Where(c => contents[c.Index].Filled > 0 || c.Heading.Length > 0).Select(c => c with { Examples = Examples(body, c.Index), HasGaps = HasGaps(body, c.Index) })]);
    }

    /// <summary>Whether the text stands over columns rather than in them.</summary>
    public static bool IsHeading(string cell) => new ListHeadings([]).Of(ListText.Clean(cell)) is not null;

    /// <returns>The index of the row that is the heading; -1 without one.</returns>
    private static int Heading(List<string[]> rows, ListHeadings headings, int width)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < Math.Min(rows.Count, HeadingWithin); i++)
        {
            var cells = rows[i].Where(cell => cell.Length > 0).ToList();
            if (cells.Exists(LooksLikeData))
                break;
            var known = cells.Count(cell => headings.Of(cell) is not null);
            if (known > most && (known > 1 || cells.Count == 1 && width == 1 || known == 1 && IsOverOthers(rows, i)))
                (best, most) = (i, known);
        }
        return best >= 0 ? best : rows.Count > 1 && !rows[0].Any(LooksLikeData) && IsOverOthers(rows, 0) ? 0 : -1;
    }

    // A word over a column of dates, addresses or numbers is a heading in whatever language.
    private static bool IsOverOthers(List<string[]> rows, int at) => Enumerable.Range(0, rows[at].Length).Any(i =>
        rows[at][i].Length > 0 && new ColumnContent(rows[(at + 1)..].Select(row => row[i])).Field is GuestFields.Email or GuestFields.DateOfBirth or GuestFields.Phone);

    private static bool LooksLikeData(string cell) => cell.Contains('@', StringComparison.Ordinal) && cell.Contains('.', StringComparison.Ordinal) || ListDates.IsDate(cell) || ListContacts.IsPhone(cell);

    private static ListColumn ByHeading(int index, string heading, ColumnContent content, ListHeadings headings)
    {
        if (headings.Of(heading) is not { } word)
            return new ListColumn(index, heading, null, ColumnBasis.Nothing);
        if (word.Target is { } target && content.Field is { } field && field != target && Contradicts(target, field, content))
            return new ListColumn(index, heading, field, ColumnBasis.ContentAgainstHeading);
        return new ListColumn(index, heading, word.Target, ColumnBasis.Heading);
    }

    // Names and places may look like countries or forms of address (Jordan, Luxembourg, Dona); nothing looks like an e-mail address by accident.
    private static bool Contradicts(string target, string field, ColumnContent content) => content.Share(target) < 0.2
        && (field is GuestFields.Email or GuestFields.DateOfBirth or GuestFields.Phone
            ? GuestFields.Get(target).Type != GuestFieldType.Text || ListTargets.IsWholeName(target) || ListTargets.IsName(target) || field == GuestFields.Email
            : GuestFields.Get(target).Type is GuestFieldType.Email or GuestFieldType.Date or GuestFieldType.Phone);

    private static void ByContent(ListColumn[] columns, ColumnContent[] contents, List<string[]> body)
    {
        foreach (var field in (string[])[GuestFields.Email, GuestFields.DateOfBirth, GuestFields.Phone, GuestFields.Gender, GuestFields.CountryOfResidence])
        {
            if (columns.Any(c => c.Target == field))
                continue;
            var candidates = columns.Where(c => c.Basis == ColumnBasis.Nothing && contents[c.Index].Field == field);
            // Of several columns of dates the earliest is that of the births.
            var found = field == GuestFields.DateOfBirth ? candidates.MinBy(c => Median(body, c.Index)) : candidates.FirstOrDefault();
            if (found is not null)
                columns[found.Index] = found with { Target = field, Basis = ColumnBasis.Content };
        }
        ColumnNames.ByContent(columns, contents, body);
    }

    private static DateOnly Median(List<string[]> body, int column)
    {
        var dates = new ListDates(body.Select(row => row[column]), null);
        var read = body.Take(400).Select(row => dates.Read(row[column], DateOnly.MaxValue.AddYears(-100))?.Date).OfType<DateOnly>().Order().ToList();
        return read.Count == 0 ? DateOnly.MaxValue : read[read.Count / 2];
    }

    private static void OnlyOnce(ListColumn[] columns, ColumnContent[] contents)
    {
        foreach (var twice in columns.Where(c => c.Target is { } target && !ListTargets.IsJoined(target)).GroupBy(c => c.Target!))
            foreach (var column in twice.OrderByDescending(c => contents[c.Index].Share(twice.Key)).ThenByDescending(c => contents[c.Index].Filled > 0).ThenBy(c => c.Index).Skip(1).ToList())
                columns[column.Index] = column with { Target = null, Basis = ColumnBasis.Nothing };
    }

    private static List<string> Examples(List<string[]> body, int column) => [.. body.Select(row => row[column]).Where(cell => cell.Length > 0).Distinct().Take(3)];

    private static bool HasGaps(List<string[]> body, int column)
    {
        var first = body.FindIndex(row => row[column].Length > 0);
        return first >= 0 && body.FindIndex(first, row => row[column].Length == 0) > 0;
    }
}
