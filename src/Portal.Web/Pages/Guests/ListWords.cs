using Portal.Core.Catalog;
using Portal.Core.GuestLists;
using Portal.Core.Guests;

namespace Portal.Web.Pages.Guests;

/// <summary>What a list is understood to say, for agents.</summary>
internal static class ListWords
{
    public static string Word(PreviewRow row) => row.State switch
    {
        ListRowState.Same => "No change", ListRowState.Changed => "Changed", ListRowState.Filled => "New", ListRowState.Faulty => "Cannot be right",
        ListRowState.Duplicate => $"Repeats row {row.DuplicateOf}", ListRowState.NoPlace => "No place", _ => "Left out",
    };

    public static string Word(ListRowState state) => state switch
    {
        ListRowState.Same => "No change", ListRowState.Changed => "Changed", ListRowState.Filled => "New", ListRowState.Faulty => "Cannot be right",
        ListRowState.Duplicate => "Repeated", ListRowState.NoPlace => "No place", _ => "Left out",
    };

    public static string Icon(ListRowState state) => state switch
    {
        ListRowState.Same => "check", ListRowState.Changed => "swap", ListRowState.Filled => "person", ListRowState.Faulty => "warn",
        ListRowState.Duplicate => "list", ListRowState.NoPlace => "slash", _ => "close",
    };

    // The colours of the states, so that the same colour means the same everywhere.
    public static string Class(ListRowState state) => state switch
    {
        ListRowState.Changed => "held", ListRowState.Filled => "purchased", ListRowState.Faulty or ListRowState.NoPlace => "refused", ListRowState.Duplicate => "unknown", _ => "expired",
    };

    /// <summary>Whose the row is: <c>3. Ada Byron</c>, <c>Person 3</c>, <c>3. instead of Tom Byron</c>.</summary>
    public static string Whose(PreviewRow row) => row.Person is not { } person ? "–"
        : row.TakesOver ? $"{person.Number}. instead of {person.Name}"
        : person.Name.Length > 0 ? $"{person.Number}. {person.Name}" : $"Person {person.Number}";

    public static string Basis(ListColumn column) => column.Basis switch
    {
        ColumnBasis.Heading => "by its heading", ColumnBasis.Content => "by what stands in it", ColumnBasis.ContentAgainstHeading => "by what stands in it, against its heading", ColumnBasis.Chosen => "chosen by you",
        _ => column.Target is null ? "not recognised" : "",
    };

    /// <summary>A value as people read it.</summary>
    public static string Shown(string field, string value) => GuestFields.Get(field).Type switch
    {
        GuestFieldType.Country => CountryWords.Name(value),
        GuestFieldType.Gender => value switch { "female" => "Female", "male" => "Male", "other" => "Other or not said", _ => value },
        _ => value,
    };

    /// <summary><c>38 rows: 30 new, 4 changed, 1 repeated.</c></summary>
    public static string Sum(ListPreview preview) => preview.Rows.Count == 0
        ? "No row names a person: say below what the columns are."
        : $"{(preview.Rows.Count == 1 ? "1 row" : $"{preview.Rows.Count} rows")}: "
            + string.Join(", ", States(preview).Select(s => $"{s.Count} {Word(s.State).ToLowerInvariant()}")) + "."
            + (preview.Missing.Count == 0 ? "" : $" {(preview.Missing.Count == 1 ? "1 person who was typed before is" : $"{preview.Missing.Count} persons who were typed before are")} not in the list.");

    /// <summary>The states that rows are in, what needs a look first.</summary>
    public static IReadOnlyList<(ListRowState State, int Count)> States(ListPreview preview) =>
        [.. ((ListRowState[])[ListRowState.Faulty, ListRowState.NoPlace, ListRowState.Duplicate, ListRowState.Changed, ListRowState.Filled, ListRowState.Same, ListRowState.LeftOut])
            .Select(state => (state, preview.Count(state))).Where(s => s.Item2 > 0)];
}
