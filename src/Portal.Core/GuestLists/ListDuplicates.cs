using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>Finds rows that are the same person twice. Namesakes whom anything tells apart are two persons.</summary>
internal static class ListDuplicates
{
    // Of more with one name ('Guest', 'TBA') the others are taken for persons of their own.
    private const int MostNamesakes = 100;

    /// <param name="entries">Rows that count.</param>
    /// <param name="apart">Lines that the agent calls persons of their own.</param>
    /// <returns>Line → line of the row that it repeats.</returns>
    public static Dictionary<int, int> Find(IEnumerable<ListEntry> entries, IReadOnlySet<int> apart)
    {
        var repeats = new Dictionary<int, int>();
        var known = new Dictionary<string, List<ListEntry>>();
        foreach (var entry in entries)
        {
            var key = Key(entry);
            if (!known.TryGetValue(key, out var namesakes))
                known[key] = namesakes = [];
            if (!apart.Contains(entry.Line) && namesakes.Find(other => IsSame(other, entry)) is { } first)
                repeats[entry.Line] = first.Line;
            else if (namesakes.Count < MostNamesakes)
                namesakes.Add(entry);
        }
        return repeats;
    }

    /// <summary>The first row with what only the others say of the same person.</summary>
    public static ListEntry Merge(ListEntry first, IEnumerable<ListEntry> others)
    {
        var values = new Dictionary<string, ListValue>(first.Values);
        foreach (var other in others)
            foreach (var (field, value) in other.Values)
                if (!values.TryGetValue(field, out var own) || own.Fault is not null && value.Fault is null)
                    values[field] = value with { Note = value.Note ?? $"from row {other.Line}" };
        return first with { Values = values };
    }

    // Without a name all that is said has to be the same.
    private static string Key(ListEntry entry) => ListNames.Key(entry.Of(GuestFields.FirstName), entry.Of(GuestFields.LastName)) is { Length: > 0 } name
        ? name
        : string.Join('\n', entry.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value.Value}"));

    private static bool IsSame(ListEntry one, ListEntry other)
    {
        var told = 0;
        foreach (var field in (ReadOnlySpan<string>)[GuestFields.PassportNumber, GuestFields.DateOfBirth])
            if (one.Of(field).Length > 0 && other.Of(field).Length > 0)
            {
                if (!SameValue.Is(field, one.Of(field), other.Of(field)))
                    return false;
                told++;
            }
        return told > 0 || one.Values.Keys.Where(other.Values.ContainsKey).All(field => ListTargets.IsName(field) || SameValue.Is(field, one.Of(field), other.Of(field)));
    }
}

/// <summary>Whether two ways of writing a value mean the same.</summary>
internal static class SameValue
{
    public static bool Is(string field, string one, string other) => one == other || GuestFields.Get(field).Type switch
    {
        GuestFieldType.Email => string.Equals(one, other, StringComparison.OrdinalIgnoreCase),
        GuestFieldType.Phone => Number(one) == Number(other),
        _ => false,
    };

    private static string Number(string phone) => string.Concat(ListContacts.Phone(phone).Where(c => char.IsAsciiDigit(c) || c == '+'));
}
