using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>Finds whom of the known persons each row of a list means.</summary>
internal sealed class ListMatching
{
    private readonly Dictionary<int, ListPerson> byLine = [];
    private readonly HashSet<Guid> taken = [];
    private readonly IReadOnlyList<ListEntry> entries;
    private readonly IReadOnlyList<ListPerson> persons;

    private readonly Dictionary<int, string> entryNames;
    private readonly Dictionary<Guid, string> personNames;

    private ListMatching(IReadOnlyList<ListEntry> entries, IReadOnlyList<ListPerson> persons)
    {
        (this.entries, this.persons) = (entries, persons);
        entryNames = entries.ToDictionary(e => e.Line, e => ListNames.Key(e.Of(GuestFields.FirstName), e.Of(GuestFields.LastName)));
        personNames = persons.ToDictionary(p => p.Id, p => ListNames.Key(p.Of(GuestFields.FirstName), p.Of(GuestFields.LastName)));
    }

    /// <returns>Line → person, for the rows that name somebody who is known already.</returns>
    public static Dictionary<int, ListPerson> Find(IReadOnlyList<ListEntry> entries, IReadOnlyList<ListPerson> persons)
    {
        var matching = new ListMatching(entries, persons);
        matching.PairSurest();
        return matching.byLine;
    }

    // The surest first. A name tells more than an e-mail address, which families share.
    private void PairSurest()
    {
        Pair(e => Joined(Name(e), e.Of(GuestFields.DateOfBirth)), p => Joined(Name(p), p.Of(GuestFields.DateOfBirth)));
        Pair(e => Joined(Name(e), Mail(e.Of(GuestFields.Email))), p => Joined(Name(p), Mail(p.Of(GuestFields.Email))));
        // Of several with the same name those whom nothing contradicts, in their order; the only one of each side in any case.
        PairBy(Name, Name, (e, p) => !Differs(e, p, GuestFields.DateOfBirth) && !Differs(e, p, GuestFields.PassportNumber));
        PairOnly(Name, Name);
        PairOnly(e => e.Of(GuestFields.PassportNumber), p => p.Of(GuestFields.PassportNumber));
        PairOnly(e => Mail(e.Of(GuestFields.Email)), p => Mail(p.Of(GuestFields.Email)));
        // A name that was mended: born on the same day, and some part of the name is the same.
        PairBy(e => e.Of(GuestFields.DateOfBirth), p => p.Of(GuestFields.DateOfBirth), (e, p) => Name(e).Split(' ').Intersect(Name(p).Split(' ')).Any(word => word.Length > 0));
    }

    private void Pair(Func<ListEntry, string> ofEntry, Func<ListPerson, string> ofPerson) => PairBy(ofEntry, ofPerson, (_, _) => true);

    private void PairOnly(Func<ListEntry, string> ofEntry, Func<ListPerson, string> ofPerson)
    {
        var once = Open().GroupBy(ofEntry).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet();
        once.IntersectWith(Free().GroupBy(ofPerson).Where(g => g.Count() == 1).Select(g => g.Key));
        PairBy(e => once.Contains(ofEntry(e)) ? ofEntry(e) : "", ofPerson, (_, _) => true);
    }

    private void PairBy(Func<ListEntry, string> ofEntry, Func<ListPerson, string> ofPerson, Func<ListEntry, ListPerson, bool> fits)
    {
        var free = Free().Select(p => (Key: ofPerson(p), Person: p)).Where(x => x.Key.Length > 0).GroupBy(x => x.Key).ToDictionary(g => g.Key, g => g.Select(x => x.Person).ToList());
        foreach (var entry in Open().ToList())
            if (ofEntry(entry) is { Length: > 0 } key && free.TryGetValue(key, out var candidates) && candidates.FindIndex(p => fits(entry, p)) is >= 0 and var at)
            {
                byLine[entry.Line] = candidates[at];
                taken.Add(candidates[at].Id);
                candidates.RemoveAt(at);
            }
    }

    private IEnumerable<ListEntry> Open() => entries.Where(e => !byLine.ContainsKey(e.Line));

    private IEnumerable<ListPerson> Free() => persons.Where(p => !taken.Contains(p.Id));

    private static bool Differs(ListEntry entry, ListPerson person, string field) => entry.Of(field).Length > 0 && person.Of(field).Length > 0 && entry.Of(field) != person.Of(field);

    private string Name(ListEntry entry) => entryNames[entry.Line];

    private string Name(ListPerson person) => personNames[person.Id];

    private static string Mail(string address) => address.ToLowerInvariant();

    private static string Joined(string one, string other) => one.Length == 0 || other.Length == 0 ? "" : $"{one}\n{other}";
}
