using Portal.Core.Guests;
using Portal.Core.Providers;

namespace Portal.Core.GuestLists;

/// <summary>A person the portal knows a place for, as typed so far.</summary>
/// <param name="Id">The guest's.</param>
/// <param name="Number">Counted as the form counts, from 1.</param>
/// <param name="Values">Field → what was typed. Personal data: never logged.</param>
public sealed record ListPerson(Guid Id, int Number, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Field → by when it is wanted of this person. What is not wanted is not taken from a list, but for the name.</summary>
    public IReadOnlyDictionary<string, GuestDue> Wanted { get; init; } = new Dictionary<string, GuestDue>();
    /// <summary>The guest's version when it was read.</summary>
    public long Version { get; init; }

    /// <summary>The name typed so far; empty when none was.</summary>
    public string Name => string.Join(' ', new[] { Of(GuestFields.FirstName), Of(GuestFields.LastName) }.Where(part => part.Length > 0));

    /// <summary>Something that tells who it is was typed. An address alone, as copied from the lead guest, does not.</summary>
    public bool IsSomebody => Of(GuestFields.FirstName).Length > 0 || Of(GuestFields.LastName).Length > 0 || Of(GuestFields.DateOfBirth).Length > 0 || Of(GuestFields.PassportNumber).Length > 0;

    /// <summary>The persons of a form who have a place on a list; who was typed and has none now is left alone.</summary>
    public static IReadOnlyList<ListPerson> Of(GuestForm form) => [.. form.Persons.Where(p => p.Seats.Count > 0).Select(p => new ListPerson(
        p.Id, p.Number + 1, p.Fields.Where(f => f.Value.Length > 0).ToDictionary(f => f.Field.Name, f => f.Value))
    {
        Wanted = p.Fields.Where(f => f.Due is not null).ToDictionary(f => f.Field.Name, f => f.Due!.Value), Version = p.Version,
    })];

    /// <summary>The value of a field; empty when nothing was typed.</summary>
    public string Of(string field) => Values.TryGetValue(field, out var value) ? value.Trim() : "";
}

/// <summary>What becomes of one row. Every state but the last three writes, or finds written already, what the row says.</summary>
public enum ListRowState
{
    /// <summary>The person has all of it already.</summary>
    Same,
    /// <summary>Somebody known is changed.</summary>
    Changed,
    /// <summary>A place that was nobody's gets a name.</summary>
    Filled,
    /// <summary>Some value cannot be right; the others are taken, and it is kept as typed where nothing better stood.</summary>
    Faulty,
    /// <summary>The person stands in the list already.</summary>
    Duplicate,
    /// <summary>There are more rows than places.</summary>
    NoPlace,
    /// <summary>The agent wants it left out.</summary>
    LeftOut,
}

/// <summary>A field that becomes another value; empty is removed.</summary>
public sealed record FieldChange(string Field, string Was, string Now);

/// <summary>A row and what becomes of it.</summary>
/// <param name="Entry">As read.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Person">Whose it is; null when it is nobody's.</param>
/// <param name="Changes">What is written to that person.</param>
public sealed record PreviewRow(ListEntry Entry, ListRowState State, ListPerson? Person, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>The line of the row that this one repeats.</summary>
    public int? DuplicateOf { get; init; }
    /// <summary>The person who stood there makes way.</summary>
    public bool TakesOver { get; init; }
    /// <summary>Fields of the row that nobody asks of this person: not written.</summary>
    public IReadOnlyList<string> NotAsked { get; init; } = [];
    /// <summary>Fields whose faulty value does not replace the good one that stands there.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
    /// <summary>Fields that are wanted of the person and still empty afterwards.</summary>
    public IReadOnlyList<string> StillNeeded { get; init; } = [];
}

/// <summary>Somebody who was typed before and is not in the list.</summary>
/// <param name="Person">Who.</param>
/// <param name="IsEmptied">The agent wants the place emptied; the default is to keep it.</param>
public sealed record MissingPerson(ListPerson Person, bool IsEmptied)
{
    /// <summary>The line of the row that takes the place.</summary>
    public int? TakenBy { get; init; }
}

/// <summary>What the agent decided otherwise than proposed.</summary>
public sealed record ListChoices
{
    /// <summary>Lines to leave out.</summary>
    public IReadOnlySet<int> LeftOut { get; init; } = new HashSet<int>();
    /// <summary>Lines that repeat another and are persons of their own.</summary>
    public IReadOnlySet<int> Apart { get; init; } = new HashSet<int>();
    /// <summary>Persons who are not in the list and whose places are emptied, for the rows that have none.</summary>
    public IReadOnlySet<Guid> Emptied { get; init; } = new HashSet<Guid>();
}

/// <summary>A list laid beside the persons that are known: what would be written, before anything is. Made by <see cref="CompareList"/>.</summary>
/// <param name="Rows">In the list's order.</param>
/// <param name="Missing">Persons who are not in the list, by number.</param>
public sealed record ListPreview(IReadOnlyList<PreviewRow> Rows, IReadOnlyList<MissingPerson> Missing)
{
    /// <summary>Rows in a state.</summary>
    public int Count(ListRowState state) => Rows.Count(row => row.State == state);

    /// <summary>What is to be written, with the versions of those for whom it is.</summary>
    public IReadOnlyList<GuestListWrite> Writes()
    {
        var versions = Rows.Select(r => r.Person).OfType<ListPerson>().Concat(Missing.Select(m => m.Person)).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Version);
        return [.. ToApply().Select(a => new GuestListWrite(a.Key, versions[a.Key], a.Value))];
    }

    /// <summary>What is to be written: guest → field → value, where empty removes. Persons to whom nothing changes are not in it.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> ToApply()
    {
        var apply = new Dictionary<Guid, IReadOnlyDictionary<string, string>>();
        foreach (var row in Rows.Where(row => row is { Person: not null, Changes.Count: > 0 }))
            apply[row.Person!.Id] = row.Changes.ToDictionary(c => c.Field, c => c.Now);
        foreach (var missing in Missing.Where(m => m is { IsEmptied: true, TakenBy: null }))
            apply[missing.Person.Id] = missing.Person.Values.Keys.ToDictionary(field => field, _ => "");
        return apply;
    }
}
