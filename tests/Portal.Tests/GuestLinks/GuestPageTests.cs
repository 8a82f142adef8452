using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.GuestLinks;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.GuestLinks;

public sealed class GuestPageTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task The_page_shows_what_is_asked_of_whom_for_what_and_by_when_and_no_value()
    {
        var made = await world.AskedAsync(2, wants: (_, place) => place == 0 ? ["first_name", "last_name", "contact_email", "passport_number"] : ["first_name", "last_name"]);
        var token = await world.SentGuestsAsync(made);

        var saved = (await world.TypedAsync(token, 1, null, ("first_name", " Élise "), ("passport_number", "XK1234567")))!;

        Assert.True(saved.IsSaved);
        var view = (await world.OpenedGuestsAsync(token))!;
        Assert.Equal("Event L", Assert.Single(view.Events).Name);
        Assert.Equal("Europe/Amsterdam", view.DueZone);
        Assert.True(view.DueAt > world.Now && view.DueAt < world.Now.AddDays(40));
        Assert.Equal([(1, true, "É", 2), (2, false, null, 2)], view.Persons.Select(p => (p.Number, p.IsLead, p.Initial, p.Open)));
        Assert.Equal([("first_name", "É…"), ("last_name", null), ("contact_email", null), ("passport_number", "…67")], view.Persons[0].Fields.Select(f => (f.Field.Name, f.Hint)));
        Assert.Equal("Élise", (await world.KnownAsync(made, 1))["first_name"]);
    }

    [Theory]
    [InlineData("first_name", "Ada", "A…")]
    [InlineData("contact_email", "ada@example.org", "a…")]
    [InlineData("contact_phone", "+31 20 1234567", "…67")]
    [InlineData("date_of_birth", "1985-03-27", "…")]
    [InlineData("gender", "female", "…")]
    [InlineData("country_of_residence", "NLD", "…")]
    [InlineData("passport_number", "X1", "…")]
    [InlineData("zip", "1011 AB", "…")]
    public async Task A_saved_value_can_be_recognised_by_whoever_typed_it_and_read_by_nobody(string field, string value, string hint)
    {
        var made = await world.AskedAsync(1, wants: (_, _) => ["last_name", field]);
        var token = await world.SentGuestsAsync(made);

        var saved = (await world.TypedAsync(token, 1, null, (field, value)))!;

        Assert.Empty(saved.Faults);
        Assert.Equal(hint, saved.View.Persons[0].Fields.Single(f => f.Field.Name == field).Hint);
    }

    [Fact]
    public async Task What_is_right_is_saved_and_what_cannot_be_right_is_told()
    {
        var made = await world.AskedAsync(1, wants: (_, _) => ["first_name", "contact_email", "date_of_birth", "gender", "country_of_residence"]);
        var token = await world.SentGuestsAsync(made);

        var saved = (await world.TypedAsync(token, 1, null, ("first_name", "Ada\u0007"), ("contact_email", "ada"), ("date_of_birth", "1985-13-1"), ("gender", "<b>"), ("country_of_residence", "XXX")))!;

        Assert.Equal([("contact_email", GuestFaultKind.NotEmail), ("country_of_residence", GuestFaultKind.NotInList), ("date_of_birth", GuestFaultKind.NotDate), ("gender", GuestFaultKind.NotInList)],
            saved.Faults.OrderBy(f => f.Field).Select(f => (f.Field, f.Kind)));
        Assert.Equal([new("first_name", "Ada")], await world.KnownAsync(made, 1));
        Assert.Equal(4, saved.View.Persons[0].Open);
    }

    [Fact]
    public async Task Only_what_is_asked_of_that_booking_s_persons_is_saved_and_empty_takes_nothing_away()
    {
        var (made, other) = (await world.AskedAsync(1), await world.AskedAsync(1, world.Eve, null, "M"));
        var token = await world.SentGuestsAsync(made);

        await world.TypedAsync(token, 1, null, ("first_name", "Ada"), ("passport_number", "XK1"));
        await world.TypedAsync(token, 1, null, ("first_name", "  "));
        var nobody = (await world.TypedAsync(token, 2, null, ("first_name", "Bob")))!;

        Assert.Equal([new("first_name", "Ada")], await world.KnownAsync(made, 1));
        Assert.Empty(await world.KnownAsync(other, 1));
        Assert.False(nobody.IsSaved);
    }

    [Fact]
    public async Task With_the_last_field_the_link_shows_nothing_of_the_booking_any_more_and_takes_nothing()
    {
        var made = await world.AskedAsync(1);
        var token = await world.SentGuestsAsync(made);
        await world.TypedAsync(token, 1, null, ("first_name", "Ada"), ("last_name", "Byron"));

        var leaked = (await world.OpenedGuestsAsync(token))!;
        var attempt = (await world.TypedAsync(token, 1, leaked.Pass, ("first_name", "Mallory")))!;

        Assert.Equal((GuestPageState.Complete, "", "", null), (leaked.State, leaked.Reference, leaked.Pass, leaked.DueAt));
        Assert.Empty(leaked.Events);
        Assert.Empty(leaked.Persons);
        Assert.False(attempt.IsSaved);
        Assert.Equal("Ada", (await world.KnownAsync(made, 1))["first_name"]);
    }

    [Fact]
    public async Task Whoever_still_has_the_page_open_corrects_what_was_saved_as_the_last_field_for_two_hours()
    {
        var made = await world.AskedAsync(1);
        var (token, foreign) = (await world.SentGuestsAsync(made), await world.SentGuestsAsync(await world.AskedAsync(1, world.Eve, null, "M"), actor: world.Eve));
        var (mine, theirs) = ((await world.OpenedGuestsAsync(token))!.Pass, (await world.OpenedGuestsAsync(foreign))!.Pass);
        await world.TypedAsync(token, 1, null, ("first_name", "Jon"), ("last_name", "Byron"));

        Assert.False((await world.TypedAsync(token, 1, theirs, ("first_name", "Mallory")))!.IsSaved);
        Assert.True((await world.TypedAsync(token, 1, mine, ("first_name", "John")))!.IsSaved);
        Assert.Equal("John", (await world.KnownAsync(made, 1))["first_name"]);
        world.Clock.Advance(GuestPagePass.Lasts);
        Assert.False((await world.TypedAsync(token, 1, mine, ("first_name", "Mallory")))!.IsSaved);
    }

    [Fact]
    public async Task A_refusal_opens_the_link_again_for_that_field_alone_and_so_does_a_new_wish()
    {
        var made = await world.AskedAsync(2);
        var token = await world.SentGuestsAsync(made);
        foreach (var number in new[] { 1, 2 })
            await world.TypedAsync(token, number, null, ("first_name", "Ada"), ("last_name", number == 1 ? "Byron" : "Lovelace"));
        Assert.Equal(GuestPageState.Complete, (await world.OpenedGuestsAsync(token))!.State);

        world.Listing.Next(Questioned.Guests, Fate.Refused, new Refusal(RefusalReason.GuestDataMissing, "Not accepted.") { FieldFaults = [new("L", 0, "last_name", "invalid")] });
        await world.ListsSentAsync(made);
        var refused = (await world.OpenedGuestsAsync(token))!;
        Assert.Equal((GuestPageState.Asking, true), (refused.State, refused.IsAskedAgain));
        Assert.Equal(("last_name", "invalid", "B…"), refused.Persons[0].Fields.Where(f => f.IsOpen).Select(f => (f.Field.Name, f.Complaint, f.Hint)).Single());
        Assert.True(refused.Persons[1].IsDone);

        Assert.True((await world.TypedAsync(token, 1, null, ("last_name", "Byron")))!.View.Persons[0].Open == 1, "The same again is refused still.");
        Assert.Equal(GuestPageState.Complete, (await world.TypedAsync(token, 1, null, ("last_name", "King")))!.View.State);
        await world.ListsSentAsync(made);
        Assert.Equal(GuestPageState.Complete, (await world.OpenedGuestsAsync(token))!.State);

        world.Wants("L", 2, (_, place) => place == 1 ? ["first_name", "last_name", "date_of_birth"] : ["first_name", "last_name"]);
        await world.ListsReadAsync(made);
        var asked = (await world.OpenedGuestsAsync(token))!;
        Assert.Equal([(2, "date_of_birth")], asked.Persons.SelectMany(p => p.Fields.Where(f => f.IsOpen).Select(f => (p.Number, f.Field.Name))));
    }

    [Fact]
    public async Task Who_goes_to_two_events_is_asked_once_and_told_where_only_one_of_them_asks()
    {
        var made = await world.AskedAsync(2, null, (offer, _) => offer == "L" ? ["first_name", "passport_number"] : ["first_name"], "L", "M");
        var view = (await world.OpenedGuestsAsync(await world.SentGuestsAsync(made)))!;

        Assert.Equal(["Event L", "Event M"], view.Events.Select(e => e.Name).Order());
        Assert.Equal(2, view.Persons.Count);
        Assert.Equal([("first_name", 0), ("passport_number", 1)], view.Persons[0].Fields.Select(f => (f.Field.Name, f.OnlyFor.Count)));
        Assert.Equal("Event L", view.Persons[0].Fields[1].OnlyFor[0]);
    }

    [Fact]
    public async Task A_booking_that_is_cancelled_asks_nothing_any_more()
    {
        var made = await world.AskedAsync(1);
        var token = await world.SentGuestsAsync(made);
        await using (var db = world.Open())
            await db.Items.Where(i => i.Order!.BookingId == made.BookingId).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ItemState.Cancelled));

        var view = (await world.OpenedGuestsAsync(token))!;

        Assert.Equal((GuestPageState.Closed, ""), (view.State, view.Reference));
        Assert.False((await world.TypedAsync(token, 1, null, ("first_name", "Ada")))!.IsSaved);
    }

    [Fact]
    public async Task Two_tabs_typing_of_one_person_at_once_lose_nothing()
    {
        var made = await world.AskedAsync(1, wants: (_, _) => ["first_name", "last_name", "contact_email", "contact_phone", "zip", "city"]);
        var token = await world.SentGuestsAsync(made);
        (string Field, string Value)[] typed = [("first_name", "Ada"), ("last_name", "Byron"), ("contact_email", "ada@example.org"), ("zip", "1011"), ("city", "London")];
        world.OneAtATime = false;

        var saved = await Task.WhenAll(typed.Select(t => Task.Run(() => world.TypedAsync(token, 1, null, t))));

        Assert.All(saved, s => Assert.True(s!.IsSaved || s.IsBusy));
        foreach (var (field, value) in typed.Where((_, i) => saved[i]!.IsSaved))
            Assert.Equal(value, (await world.KnownAsync(made, 1))[field]);
    }

    [Fact]
    public async Task The_language_that_a_reader_chose_stays_with_the_link()
    {
        var token = await world.SentGuestsAsync(await world.AskedAsync(1));

        Assert.True(await world.Get<ChooseGuestLanguage>().RunAsync(token, "fr", CancellationToken.None));
        Assert.False(await world.Get<ChooseGuestLanguage>().RunAsync(token, "xx", CancellationToken.None));
        Assert.False(await world.Get<ChooseGuestLanguage>().RunAsync(new string('x', 43), "fr", CancellationToken.None));

        Assert.Equal("fr", (await world.OpenedGuestsAsync(token))!.Language);
    }

    [Fact]
    public async Task Who_is_late_is_still_asked_until_the_event_begins()
    {
        var token = await world.SentGuestsAsync(await world.AskedAsync(1));

        world.Clock.Advance(TimeSpan.FromDays(36));

        var view = (await world.OpenedGuestsAsync(token))!;
        Assert.Equal((GuestPageState.Asking, true), (view.State, view.IsLate));
    }
}
