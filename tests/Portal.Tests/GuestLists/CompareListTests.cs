using System.Globalization;
using Portal.Core.Guests;
using Portal.Core.GuestLists;
using Portal.Core.Providers;

namespace Portal.Tests.GuestLists;

public sealed class CompareListTests
{
    private static readonly string[] Asked = [GuestFields.FirstName, GuestFields.LastName, GuestFields.Email, GuestFields.DateOfBirth, GuestFields.CountryOfResidence];

    [Fact]
    public void A_first_list_fills_the_places_in_order()
    {
        var persons = Places(3);
        var preview = Compare(persons, "Name|E-mail|Geburtsdatum", "Ada Byron|ada@example.org|23.5.1990", "Tom Byron|tom@example.org|24.5.1988");

        Assert.Equal([(ListRowState.Filled, 1), (ListRowState.Filled, 2)], preview.Rows.Select(r => (r.State, r.Person!.Number)));
        Assert.Equal([GuestFields.CountryOfResidence], preview.Rows[0].StillNeeded);
        Assert.Empty(preview.Missing);
        var apply = preview.ToApply();
        Assert.Equal([persons[0].Id, persons[1].Id], apply.Keys);
        Assert.Equal(("Ada", "Byron", "ada@example.org", "1990-05-23"), (apply[persons[0].Id][GuestFields.FirstName], apply[persons[0].Id][GuestFields.LastName], apply[persons[0].Id][GuestFields.Email], apply[persons[0].Id][GuestFields.DateOfBirth]));
    }

    [Fact]
    public void A_second_list_shows_who_is_the_same_changed_new_and_missing()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron", "ada@example.org"), Person(2, "Tom", "Byron"), Person(3, "Kim", "King"), Place(4)];
        var preview = Compare(persons, "Last name|First name|E-mail", "KING|Lee|lee@example.org", "Byron|Tom|tom@example.org", "BYRON|ADA|Ada@Example.org", "Byron|Ada|ada@example.org");

        Assert.Equal([(ListRowState.Filled, 4), (ListRowState.Changed, 2), (ListRowState.Changed, 1), (ListRowState.Duplicate, 0)], preview.Rows.Select(r => (r.State, r.Person?.Number ?? 0)));
        Assert.Equal([new FieldChange(GuestFields.Email, "", "tom@example.org")], preview.Rows[1].Changes);
        Assert.Equal([new FieldChange(GuestFields.FirstName, "Ada", "ADA"), new FieldChange(GuestFields.LastName, "Byron", "BYRON")], preview.Rows[2].Changes);
        Assert.Equal(4, preview.Rows[3].DuplicateOf);
        Assert.Equal([(3, false)], preview.Missing.Select(m => (m.Person.Number, m.IsEmptied)));
        Assert.DoesNotContain(persons[2].Id, preview.ToApply().Keys);
    }

    [Fact]
    public void The_same_list_again_changes_nothing()
    {
        var persons = Places(2);
        string[] list = ["Name|E-mail|Born|Country", "Zoë Müller|zoe@example.org|4.5.1990|Deutschland", "O'Brien, Tom|tom@example.org|5/23/88|UK"];
        var first = Compare(persons, list);

        var again = Compare(Applied(persons, first.ToApply()), list);

        Assert.All(again.Rows, r => Assert.Equal(ListRowState.Same, r.State));
        Assert.Empty(again.ToApply());
        Assert.Empty(again.Missing);
    }

    [Fact]
    public void Names_are_the_same_without_accents_and_in_either_order()
    {
        List<ListPerson> persons = [Place(1), Person(2, "Zoë", "Müller")];

        Assert.Equal(2, Compare(persons, "Name|E-mail", "Muller Zoe|zoe@example.org").Rows[0].Person!.Number);
    }

    [Fact]
    public void Namesakes_are_told_apart_by_their_births()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron", born: "1960-05-23"), Person(2, "Ada", "Byron", born: "1990-05-23"), Place(3)];

        var preview = Compare(persons, "Name|Born", "Ada Byron|23.5.1990", "Ada Byron|23.5.1960", "Ada Byron|23.5.2015");

        Assert.Equal([(ListRowState.Same, 2), (ListRowState.Same, 1), (ListRowState.Filled, 3)], preview.Rows.Select(r => (r.State, r.Person!.Number)));
    }

    [Fact]
    public void A_family_that_shares_an_address_is_told_apart_by_its_names()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron", "home@example.org"), Person(2, "Tom", "Byron", "home@example.org")];

        var preview = Compare(persons, "Name|E-mail", "Tom Byron|home@example.org", "Ada Byron|home@example.org");

        Assert.Equal([2, 1], preview.Rows.Select(r => r.Person!.Number));
        Assert.All(preview.Rows, r => Assert.Equal(ListRowState.Same, r.State));
    }

    [Theory]
    [InlineData("Ada Lovelace|ada@example.org|")] // married
    [InlineData("Adda Byron||23.5.1990")] // mended
    public void A_changed_name_is_found_by_what_stayed(string row)
    {
        List<ListPerson> persons = [Place(1), Person(2, "Ada", "Byron", "ada@example.org", "1990-05-23")];

        var preview = Compare(persons, "Name|E-mail|Born", row);

        Assert.Equal((ListRowState.Changed, 2), (preview.Rows[0].State, preview.Rows[0].Person!.Number));
        Assert.Empty(preview.Missing);
    }

    [Fact]
    public void An_address_copied_from_the_lead_guest_makes_a_place_nobodys_still()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron", "ada@example.org"), Place(2) with { Values = new Dictionary<string, string> { [GuestFields.CountryOfResidence] = "NLD" } }];

        var preview = Compare(persons, "Name|Country", "Ada Byron|", "Tom Byron|Belgium");

        Assert.Equal([(ListRowState.Same, 1), (ListRowState.Filled, 2)], preview.Rows.Select(r => (r.State, r.Person!.Number)));
        Assert.Contains(new FieldChange(GuestFields.CountryOfResidence, "NLD", "BEL"), preview.Rows[1].Changes);
    }

    [Fact]
    public void What_cannot_be_right_is_kept_as_typed_but_never_in_place_of_what_is()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron", born: "1990-05-23"), Place(2)];

        var preview = Compare(persons, "Name|Born|E-mail", "Ada Byron|31.2.1990|ada@example.org", "Tom Byron|31.2.1990|tom@example.org");

        Assert.Equal([ListRowState.Faulty, ListRowState.Faulty], preview.Rows.Select(r => r.State));
        Assert.Equal([GuestFields.DateOfBirth], preview.Rows[0].Kept);
        Assert.Equal([GuestFields.Email], preview.Rows[0].Changes.Select(c => c.Field));
        Assert.Equal("31.2.1990", preview.ToApply()[persons[1].Id][GuestFields.DateOfBirth]);
    }

    [Fact]
    public void What_nobody_asks_of_a_person_is_not_written_but_for_the_name()
    {
        var place = new ListPerson(Guid.NewGuid(), 1, new Dictionary<string, string>()) { Wanted = new Dictionary<string, GuestDue> { [GuestFields.Email] = GuestDue.BeforeCheckout } };

        var preview = Compare([place], "Name|E-mail|Passport", "Ada Byron|ada@example.org|NX123");

        Assert.Equal([GuestFields.PassportNumber], preview.Rows[0].NotAsked);
        Assert.Equal([GuestFields.Email, GuestFields.FirstName, GuestFields.LastName], preview.ToApply()[place.Id].Keys.Order());
    }

    [Fact]
    public void Rows_that_repeat_a_person_lend_what_the_first_lacks_and_take_no_place()
    {
        var persons = Places(3);

        var preview = Compare(persons, "Name|E-mail|Country", "Ada Byron|ada@example.org|", "Ada Byron||NL", "Tom Byron||");

        Assert.Equal([(ListRowState.Filled, 1), (ListRowState.Duplicate, 0), (ListRowState.Filled, 2)], preview.Rows.Select(r => (r.State, r.Person?.Number ?? 0)));
        Assert.Equal((2, "NLD"), (preview.Rows[1].DuplicateOf, preview.ToApply()[persons[0].Id][GuestFields.CountryOfResidence]));
        Assert.Equal("from row 3", preview.Rows[0].Entry.Values[GuestFields.CountryOfResidence].Note);
    }

    [Fact]
    public void A_repeated_row_is_a_person_of_its_own_when_the_agent_says_so()
    {
        var preview = Compare(Places(3), new ListChoices { Apart = new HashSet<int> { 3 } }, "Name|Room", "Ada Byron|1", "Ada Byron|1");

        Assert.Equal([1, 2], preview.Rows.Select(r => r.Person!.Number));
    }

    [Fact]
    public void More_rows_than_places_are_said_to_have_none()
    {
        var preview = Compare(Places(1), "Name|Room", "Ada Byron|1", "Tom Byron|1");

        Assert.Equal([ListRowState.Filled, ListRowState.NoPlace], preview.Rows.Select(r => r.State));
        Assert.Single(preview.ToApply());
    }

    [Fact]
    public void A_row_that_is_left_out_makes_way_and_does_not_make_its_person_missing()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron"), Place(2)];

        var preview = Compare(persons, new ListChoices { LeftOut = new HashSet<int> { 2, 3 } }, "Name|E-mail", "Ada Byron|new@example.org", "Total 40|", "Tom Byron|");

        Assert.Equal([(ListRowState.LeftOut, 0), (ListRowState.LeftOut, 0), (ListRowState.Filled, 2)], preview.Rows.Select(r => (r.State, r.Person?.Number ?? 0)));
        Assert.Empty(preview.Missing);
        Assert.Equal([persons[1].Id], preview.ToApply().Keys);
    }

    [Fact]
    public void Who_is_replaced_gives_the_place_and_leaves_nothing_behind()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron", "ada@example.org", "1990-05-23"), Person(2, "Tom", "Byron")];
        string[] list = ["Name|E-mail", "Tom Byron|", "Kim King|kim@example.org"];
        Assert.Equal([ListRowState.Same, ListRowState.NoPlace], Compare(persons, list).Rows.Select(r => r.State));

        var preview = Compare(persons, new ListChoices { Emptied = new HashSet<Guid> { persons[0].Id } }, list);

        Assert.Equal((ListRowState.Changed, 1, true), (preview.Rows[1].State, preview.Rows[1].Person!.Number, preview.Rows[1].TakesOver));
        Assert.Equal(3, preview.Missing.Single().TakenBy);
        var apply = preview.ToApply()[persons[0].Id];
        Assert.Equal(("Kim", "King", "kim@example.org", ""), (apply[GuestFields.FirstName], apply[GuestFields.LastName], apply[GuestFields.Email], apply[GuestFields.DateOfBirth]));
    }

    [Fact]
    public void Who_is_missing_is_emptied_only_when_the_agent_says_so()
    {
        List<ListPerson> persons = [Person(1, "Ada", "Byron", "ada@example.org"), Person(2, "Tom", "Byron")];

        var preview = Compare(persons, new ListChoices { Emptied = new HashSet<Guid> { persons[0].Id } }, "Name|Room", "Tom Byron|1");

        Assert.Equal(["", "", ""], preview.ToApply()[persons[0].Id].Values);
        Assert.Equal([persons[0].Id], preview.ToApply().Keys);
    }

    [Theory]
    [InlineData("Guest {0}|Byron {0}")]
    [InlineData("Ada|Byron")] // and nothing but their births tells them apart
    public void Ten_times_the_rows_are_ten_times_the_work(string name)
    {
        Work(name, 50); // The tables of words are made once.

        var (few, many) = (Work(name, 500), Work(name, ListRow.MostRows));

        // What is allocated tells how much was done, however busy the machine is; comparing each with each would be a hundred times as much.
        Assert.True(many < 20 * few, $"{few} bytes became {many}.");
    }

    private static long Work(string name, int count)
    {
        var rows = ListOf.Rows(["First name|Last name|E-mail|Phone|Born|Country|Sex", .. Enumerable.Range(0, count)
            .Select(i => $"{string.Format(CultureInfo.InvariantCulture, name, i)}|g{i}@example.org|0031 20 {1000000 + i}|{new DateOnly(1950, 1, 1).AddDays(i):dd.MM.yyyy}|Niederlande|w")]);
        var persons = Places(count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var first = CompareList.Of(Read(rows), persons, new ListChoices(), ListOf.Today);
        var again = CompareList.Of(Read(rows), Applied(persons, first.ToApply()), new ListChoices(), ListOf.Today);

        Assert.Equal((count, count), (first.Count(ListRowState.Filled), again.Count(ListRowState.Same)));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IReadOnlyList<ListEntry> Read(IReadOnlyList<ListRow> rows) => ListReading.Read(rows, ListGuess.Of(rows, []), ListOf.Today);

    private static ListPreview Compare(IReadOnlyList<ListPerson> persons, params string[] rows) => Compare(persons, new ListChoices(), rows);

    private static ListPreview Compare(IReadOnlyList<ListPerson> persons, ListChoices choices, params string[] rows) => CompareList.Of(ListOf.Entries(rows), persons, choices, ListOf.Today);

    private static List<ListPerson> Places(int count) => [.. Enumerable.Range(1, count).Select(Place)];

    private static ListPerson Place(int number) => new(Guid.CreateVersion7(), number, new Dictionary<string, string>()) { Wanted = Asked.ToDictionary(f => f, _ => GuestDue.BeforeCheckout) };

    private static ListPerson Person(int number, string first, string last, string? mail = null, string? born = null)
    {
        var values = new Dictionary<string, string> { [GuestFields.FirstName] = first, [GuestFields.LastName] = last };
        if (mail is not null)
            values[GuestFields.Email] = mail;
        if (born is not null)
            values[GuestFields.DateOfBirth] = born;
        return Place(number) with { Values = values };
    }

    private static List<ListPerson> Applied(IEnumerable<ListPerson> persons, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> apply) =>
        [.. persons.Select(p => apply.TryGetValue(p.Id, out var typed) ? p with { Values = p.Values.Concat(typed).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Last().Value) } : p)];
}
