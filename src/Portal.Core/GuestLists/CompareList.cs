using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>
/// Lays a list beside the persons that are known. Who is named by it again is changed; who is new fills the places that are nobody's, in order;
/// who is not named stays unless the agent says otherwise. Pure.
/// </summary>
public static class CompareList
{
    /// <param name="entries">The list, as read.</param>
    /// <param name="persons">All places there are, with what was typed for them.</param>
    /// <param name="choices">What the agent decided otherwise than proposed.</param>
    /// <param name="today">For judging what stands there already.</param>
    public static ListPreview Of(IReadOnlyList<ListEntry> entries, IReadOnlyList<ListPerson> persons, ListChoices choices, DateOnly today)
    {
        var repeats = ListDuplicates.Find(entries.Where(e => !choices.LeftOut.Contains(e.Line)), choices.Apart);
        var repeaters = entries.Where(e => repeats.ContainsKey(e.Line)).ToLookup(e => repeats[e.Line]);
        var merged = entries.Select(e => repeaters.Contains(e.Line) ? ListDuplicates.Merge(e, repeaters[e.Line]) : e).ToList();
        var counted = merged.FindAll(e => !repeats.ContainsKey(e.Line));

        var whose = ListMatching.Find(counted.FindAll(e => !choices.LeftOut.Contains(e.Line)), persons);
        var named = whose.Values.Select(p => p.Id).ToHashSet();
        // Whom a row names that is left out is not missing from the list.
        named.UnionWith(ListMatching.Find(counted.FindAll(e => choices.LeftOut.Contains(e.Line)), [.. persons.Where(p => !named.Contains(p.Id))]).Values.Select(p => p.Id));
        var missing = persons.Where(p => p.IsSomebody && !named.Contains(p.Id)).OrderBy(p => p.Number).ToList();
        var free = new Queue<ListPerson>(persons.Where(p => !p.IsSomebody && !named.Contains(p.Id)).OrderBy(p => p.Number)
            .Concat(missing.Where(p => choices.Emptied.Contains(p.Id))));
        foreach (var entry in counted)
            if (!whose.ContainsKey(entry.Line) && !choices.LeftOut.Contains(entry.Line) && free.TryDequeue(out var place))
                whose[entry.Line] = place;

        var leaving = missing.Select(p => p.Id).ToHashSet();
        var takenBy = whose.Where(w => leaving.Contains(w.Value.Id)).ToDictionary(w => w.Value.Id, w => w.Key);
        return new ListPreview(
            merged.ConvertAll(entry => choices.LeftOut.Contains(entry.Line) ? new PreviewRow(entry, ListRowState.LeftOut, null, [])
                : repeats.TryGetValue(entry.Line, out var first) ? new PreviewRow(entry, ListRowState.Duplicate, null, []) { DuplicateOf = first }
                : !whose.TryGetValue(entry.Line, out var person) ? new PreviewRow(entry, ListRowState.NoPlace, null, [])
                : Beside(entry, person, takenBy.ContainsKey(person.Id), today)),
            missing.ConvertAll(p => new MissingPerson(p, choices.Emptied.Contains(p.Id)) { TakenBy = takenBy.TryGetValue(p.Id, out var line) ? line : null }));
    }

    private static PreviewRow Beside(ListEntry entry, ListPerson person, bool takesOver, DateOnly today)
    {
        List<FieldChange> changes = [];
        List<string> notAsked = [], kept = [];
        foreach (var (field, value) in entry.Values.OrderBy(v => GuestFields.Order(v.Key)).ThenBy(v => v.Key, StringComparer.Ordinal))
        {
            var was = person.Of(field);
            if (SameValue.Is(field, was, value.Value))
                continue;
            if (was.Length == 0 && !ListTargets.IsName(field) && !person.Wanted.ContainsKey(field))
                notAsked.Add(field);
            else if (value.Fault is not null && was.Length > 0 && !takesOver && ListReading.Fault(field, was, today) is null)
                kept.Add(field);
            else
                changes.Add(new FieldChange(field, was, value.Value));
        }
        if (takesOver)
            changes.AddRange(person.Values.Where(v => v.Value.Length > 0 && !entry.Values.ContainsKey(v.Key)).Select(v => new FieldChange(v.Key, v.Value, "")));
        var now = changes.ToDictionary(c => c.Field, c => c.Now);
        return new PreviewRow(entry, entry.Values.Any(v => v.Value.Fault is not null && !notAsked.Contains(v.Key)) ? ListRowState.Faulty
            : changes.Count == 0 ? ListRowState.Same
            : person.IsSomebody ? ListRowState.Changed : ListRowState.Filled, person, changes)
        {
            TakesOver = takesOver, NotAsked = notAsked, Kept = kept,
            StillNeeded = [.. person.Wanted.Keys.Where(field => (now.TryGetValue(field, out var value) ? value : person.Of(field)).Length == 0).OrderBy(GuestFields.Order)],
        };
    }
}
