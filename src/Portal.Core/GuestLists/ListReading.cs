using System.Globalization;
using Portal.Core.Guests;
using Portal.Core.Providers;

namespace Portal.Core.GuestLists;

/// <summary>Reads the persons of a list by its layout, repairing what can be repaired and marking what cannot. Pure; nothing of a list is ever run.</summary>
public sealed class ListReading
{
    /// <summary>What a cell says that a spreadsheet would run.</summary>
    public const string FormulaNote = "begins like a formula: kept as plain text";

    // More than any field takes: what is longer is a document that was pasted into a cell.
    private const int MostLetters = 500;
    private static readonly Dictionary<string, GuestDue> NothingWanted = [];
    private readonly DateOnly today;
    private readonly ListLayout layout;
    private readonly List<ListRow> rows;
    private readonly Dictionary<int, ListDates> dates;
    private readonly Dictionary<int, ListGenders> genders;

    private ListReading(IReadOnlyList<ListRow> rows, ListLayout layout, DateOnly today)
    {
        (this.layout, this.today) = (layout, today);
        var heading = rows.FirstOrDefault(row => row.Line == layout.HeadingLine);
        this.rows = [.. rows.Where(row => row.Line > layout.HeadingLine && !row.IsBlank && !IsHeadingAgain(row, heading))];
        dates = layout.Columns.Where(ListLayout.HasDates).ToDictionary(c => c.Index, c => new ListDates(this.rows.Select(row => ListText.Clean(row.Cell(c.Index))), c.Order));
        genders = layout.Columns.Where(c => c.Target is { } target && GuestFields.Get(target).Type == GuestFieldType.Gender)
            .ToDictionary(c => c.Index, c => new ListGenders(this.rows.Select(row => ListText.Clean(row.Cell(c.Index)))));
    }

    /// <param name="rows">As they were read.</param>
    /// <param name="layout">What the columns are.</param>
    /// <param name="today">For dates of birth.</param>
    /// <returns>One entry per row that says anything of a person, in their order.</returns>
    public static IReadOnlyList<ListEntry> Read(IReadOnlyList<ListRow> rows, ListLayout layout, DateOnly today) => new ListReading(rows, layout, today).Entries();

    /// <summary>Which order the dates of a column are read in, and whether another would give other days: then the agent is asked.</summary>
    public static (DateOrder Order, bool IsInDoubt) OrderOf(IReadOnlyList<ListRow> rows, ListLayout layout, ListColumn column)
    {
        var read = new ListReading(rows, layout with { Columns = [column with { Order = null }] }, default).dates[column.Index];
        return (column.Order ?? read.Order, read is { IsSettled: false, HasDoubts: true });
    }

    private List<ListEntry> Entries()
    {
        var entries = new List<ListEntry>();
        var above = new Dictionary<int, string>();
        foreach (var row in rows)
        {
            var values = new Dictionary<string, ListValue>();
            string? title = null;
            foreach (var column in layout.Columns)
                if (column.Target is { } target)
                    title = Take(values, column, target, row.Cell(column.Index), null) ?? title;
            if (values.Count == 0)
                continue;
            foreach (var column in layout.Columns.Where(c => c.FillsDown && ListTargets.MayRepeat(c.Target)))
                if (ListText.Clean(row.Cell(column.Index)).Length > 0)
                    above[column.Index] = row.Cell(column.Index);
                else if (above.TryGetValue(column.Index, out var filled))
                    Take(values, column, column.Target!, filled, "from a row above");
            // 'Mrs' before a name tells what nobody else said.
            if (title is not null && !values.ContainsKey(GuestFields.Gender) && ListGenders.OfTitle(title) is { } gender)
                values[GuestFields.Gender] = new ListValue(title, gender, $"from '{title}' before the name", null);
            entries.Add(new ListEntry(row.Line, values));
        }
        return entries;
    }

    /// <returns>The form of address that stood in a whole name.</returns>
    private string? Take(Dictionary<string, ListValue> values, ListColumn column, string target, string cell, string? note)
    {
        var typed = ListText.Clean(cell, target is GuestFields.Street or GuestFields.Street2 ? ", " : " ");
        if (typed.Length == 0)
            return null;
        if (!ListTargets.IsWholeName(target))
        {
            Add(values, column, target, typed, note);
            return null;
        }
        if (ListText.IsFormula(typed))
        {
            Add(values, column, GuestFields.FirstName, typed, note);
            return null;
        }
        var split = ListNames.Split(typed, target == ListTargets.LastNameFirst);
        foreach (var (field, part) in (ReadOnlySpan<(string, string)>)[(GuestFields.FirstName, split.First), (GuestFields.LastName, split.Last)])
            if (part.Length > 0)
                Add(values, column, field, part, note);
        return split.Title;
    }

    private void Add(Dictionary<string, ListValue> values, ListColumn column, string field, string typed, string? note)
    {
        if (values.TryGetValue(field, out var before))
        {
            if (!ListTargets.IsJoined(field))
                return;
            (typed, note) = ($"{before.Typed} {typed}", before.Note ?? note);
        }
        if (typed.Length > MostLetters)
            (typed, note) = (typed[..MostLetters], $"cut after {MostLetters} letters");
        var (value, how, own) = Repaired(column, field, typed);
        values[field] = new ListValue(typed, value, note ?? how, own ?? Fault(field, value, today));
    }

    private (string Value, string? Note, string? Fault) Repaired(ListColumn column, string field, string typed)
    {
        switch (GuestFields.Get(field).Type)
        {
            case GuestFieldType.Date when dates[column.Index].Read(typed, today) is { } read:
                return (read.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), read.IsGuess ? $"read as {read.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : null, null);
            case GuestFieldType.Gender when genders[column.Index].Read(typed) is { } read:
                return (read.Gender, read.IsGuess ? $"read as {read.Gender}" : null, null);
            case GuestFieldType.Country when ListCountries.Read(typed) is { } code:
                return (code, null, null);
            case GuestFieldType.Gender or GuestFieldType.Country:
                return (typed, null, "should be chosen from the list");
            case GuestFieldType.Email when ListContacts.Email(typed) is var address && address != typed:
                return (address, null, null);
            case GuestFieldType.Phone when ListContacts.Phone(typed) is var number && number != typed:
                return (number, null, null);
            default:
                return (typed, ListText.IsFormula(typed) ? FormulaNote : null, null);
        }
    }

    /// <summary>What the guest form says of a value; null when it is good.</summary>
    internal static string? Fault(string field, string value, DateOnly today) =>
        GuestCheck.Check(NothingWanted, new Dictionary<string, string> { [field] = value }, GuestDue.BeforeCheckout, today) is [var fault, ..] ? fault.Said : null;

    // A list that was printed page by page has its heading on each.
    private static bool IsHeadingAgain(ListRow row, ListRow? heading) =>
        heading is not null && row.Cells.Where(cell => cell.Length > 0).SequenceEqual(heading.Cells.Where(cell => cell.Length > 0));
}
