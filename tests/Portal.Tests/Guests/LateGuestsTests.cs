using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>Guest data after the sale: asked once, sent when complete, brought back when refused, opened again when more is wanted.</summary>
public sealed class LateGuestsTests : IAsyncLifetime
{
    private const string List = "xs2event/bookingorder.guestdata", One = "xs2event/bookingorder.guest";
    private SandboxWorld world = null!;

    private Xs2EventSamples Samples => world.Sandbox.Xs2Event.Samples;

    public async Task InitializeAsync() => world = await SandboxWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private int Writes(string operation) => world.Sandbox.Ledger.CallsOf(operation).Count(c => c.Method == "PUT");

    [Fact]
    public async Task After_the_sale_the_list_is_read_and_everybody_is_counted_until_a_week_before()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 4));
        await world.KeepListsAsync();

        var progress = await world.ProgressAsync(booking);
        Assert.Equal((GuestProgressState.Collecting, 4, 0, 12, 0), (progress.State, progress.Persons, progress.PersonsDone, progress.Fields, progress.FieldsDone));
        var form = await world.FormAsync(booking);
        Assert.Equal(4, form.Persons.Count);
        Assert.Equal(["first_name", "last_name", "date_of_birth"], form.Persons[1].Fields.Select(f => f.Field.Name));
        var want = Assert.Single(form.Persons[1].Fields[0].Wants);
        Assert.Equal(("XS2Event", "Sample", GuestDue.BeforeDownload), (want.Provider, want.Event, want.Due));
    }

    [Fact]
    public async Task Who_is_complete_is_sent_alone_and_the_whole_list_once_everybody_is()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 3));
        var fulfilment = booking.Orders.Single().Fulfilments.Single();
        await world.KeepListsAsync();
        var persons = (await world.FormAsync(booking)).Persons;

        await world.CompletesAsync(persons[1], (GuestFields.LastName, "Second"));
        await world.KeepListsAsync();
        Assert.Equal((0, 1), (Writes(List), Writes(One)));
        Assert.Equal(["", "Second", ""], await world.KnownThereAsync(fulfilment));
        Assert.Equal(1, (await world.ProgressAsync(booking)).PersonsDone);

        await world.CompletesAsync(persons[0], (GuestFields.LastName, "First"));
        await world.CompletesAsync(persons[2], (GuestFields.LastName, "Third"));
        Assert.Equal(GuestProgressState.Complete, (await world.ProgressAsync(booking)).State);
        await world.KeepListsAsync();

        Assert.Equal((1, 1), (Writes(List), Writes(One)));
        Assert.Equal(["First", "Second", "Third"], await world.KnownThereAsync(fulfilment));
        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);
        await world.ReadBackAsync();
        await using var db = world.Open();
        Assert.Equal(GuestDataStatus.InProgress, (await db.Fulfilments.SingleAsync()).GuestData);
    }

    [Fact]
    public async Task What_the_provider_has_is_not_sent_again()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 1));
        await world.KeepListsAsync();
        await world.CompletesAsync((await world.FormAsync(booking)).Persons[0]);
        await world.KeepListsAsync();

        world.Clock.Advance(TimeSpan.FromHours(13));
        await world.KeepListsAsync();
        await world.Get<SubmitGuests>().RunAsync(world.Ann, booking.Orders.Single().Fulfilments.Single().Id, default);

        Assert.Equal(1, Writes(List) + Writes(One));
    }

    [Fact]
    public async Task Two_refused_fields_come_back_to_their_persons_and_nothing_else_is_asked_again()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 3));
        await world.KeepListsAsync();
        var persons = (await world.FormAsync(booking)).Persons;
        world.Sandbox.Xs2Event.RefuseGuestValue("last_name", "Wrong");
        world.Sandbox.Xs2Event.RefuseGuestValue("date_of_birth", "1990-01-01");
        await world.CompletesAsync(persons[0]);
        await world.CompletesAsync(persons[1], (GuestFields.LastName, "Wrong"));
        await world.CompletesAsync(persons[2], (GuestFields.DateOfBirth, "1990-01-01"));

        await world.KeepListsAsync();
        var progress = await world.ProgressAsync(booking);
        Assert.Equal((GuestProgressState.Collecting, 1, 7, 2), (progress.State, progress.PersonsDone, progress.FieldsDone, progress.Refused));
        var asked = (await world.FormAsync(booking)).Persons.SelectMany(p => p.Fields.Where(f => !f.IsDone).Select(f => (p.Number, f.Field.Name, f.IsComplaint, f.Fault)));
        Assert.Equal([(1, "last_name", true, "was not accepted as it is"), (2, "date_of_birth", true, "was not accepted as it is")], asked);
        await using (var db = world.Open())
        {
            var notice = await db.Notices.SingleAsync(n => n.Kind == NoticeKind.GuestDataRefused);
            Assert.Contains("2 fields", notice.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("Wrong", notice.Said, StringComparison.Ordinal);
        }

        // Corrected one after the other; each is sent as soon as it is right, whoever waits stays blamed.
        await world.Get<SaveGuest>().RunAsync(world.Ann, persons[1].Id, new Dictionary<string, string> { [GuestFields.LastName] = "Right" }, default);
        await world.KeepListsAsync();
        Assert.Equal(1, (await world.ProgressAsync(booking)).Refused);
        await world.Get<SaveGuest>().RunAsync(world.Ann, persons[2].Id, new Dictionary<string, string> { [GuestFields.DateOfBirth] = "1990-01-02" }, default);
        await world.KeepListsAsync();
        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);
    }

    [Fact]
    public async Task A_requirement_that_comes_later_opens_only_itself()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 2));
        var fulfilment = booking.Orders.Single().Fulfilments.Single();
        await world.KeepListsAsync();
        foreach (var person in (await world.FormAsync(booking)).Persons)
            await world.CompletesAsync(person);
        await world.KeepListsAsync();
        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);

        world.Sandbox.Xs2Event.RequireLater(fulfilment.RefValue, ["passport_number"], allPersons: false);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.ReadBackAsync();
        await world.KeepListsAsync();

        var progress = await world.ProgressAsync(booking);
        Assert.Equal((GuestProgressState.Collecting, 1, 7, 6), (progress.State, progress.PersonsDone, progress.Fields, progress.FieldsDone));
        var open = (await world.FormAsync(booking)).Persons.SelectMany(p => p.Fields.Where(f => !f.IsDone).Select(f => (p.Number, f.Field.Name)));
        Assert.Equal([(0, "passport_number")], open);
    }

    [Fact]
    public async Task Who_goes_to_two_events_is_asked_once_and_both_lists_get_it()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 2), (Samples.LeadPreDownload, 2));
        await world.KeepListsAsync();

        var form = await world.FormAsync(booking);
        Assert.Equal(2, form.Persons.Count);
        Assert.Equal(2, form.Persons[0].Find(GuestFields.LastName)!.Wants.Count);
        Assert.Equal(["first_name", "last_name", "contact_email", "date_of_birth"], form.Persons[0].Fields.Select(f => f.Field.Name));
        Assert.Equal(["first_name", "last_name", "date_of_birth"], form.Persons[1].Fields.Select(f => f.Field.Name));
        // Asked once: as many fields as are needed by anybody, not one more.
        Assert.Equal(7, (await world.ProgressAsync(booking)).Fields);

        foreach (var person in form.Persons)
            await world.CompletesAsync(person);
        await world.KeepListsAsync();

        foreach (var fulfilment in booking.Orders.Single().Fulfilments)
            Assert.Equal("Byron", (await world.KnownThereAsync(fulfilment))[0]);
        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentBefore), InlineData(ScenarioKind.SilentAfter), InlineData(ScenarioKind.Throttled)]
    public async Task A_sending_without_an_answer_is_repeated_by_itself(ScenarioKind kind)
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 1));
        await world.KeepListsAsync();
        await world.CompletesAsync((await world.FormAsync(booking)).Persons[0]);
        world.Sandbox.Scenarios.Add(new Scenario(List, kind));
        await world.KeepListsAsync();
        Assert.Equal(GuestProgressState.Complete, (await world.ProgressAsync(booking)).State);

        world.Clock.Advance(TimeSpan.FromSeconds(29));
        await world.KeepListsAsync();
        Assert.Equal(GuestProgressState.Complete, (await world.ProgressAsync(booking)).State);
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await world.KeepListsAsync();

        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);
    }

    [Fact]
    public async Task Once_it_is_late_it_says_so_and_still_takes_what_comes()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 1));
        await world.KeepListsAsync();
        await using (var db = world.Open())
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.StartUtc, world.Clock.GetUtcNow().UtcDateTime.AddDays(8)));
        await world.Get<MeasureGuests>().RunAsync(booking.Id, default);
        Assert.Equal(GuestProgressState.Collecting, (await world.ProgressAsync(booking)).State);

        world.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await world.Get<MeasureGuests>().RunAsync(booking.Id, default);
        Assert.Equal(GuestProgressState.Late, (await world.ProgressAsync(booking)).State);

        await world.CompletesAsync((await world.FormAsync(booking)).Persons[0]);
        await world.KeepListsAsync();
        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);
    }

    [Fact]
    public async Task Somebody_else_goes_to_one_of_two_events_and_that_list_alone_gets_the_other_name()
    {
        var booking = await world.SellsAsync((Samples.AllPreDownload, 2), (Samples.LeadPreDownload, 2));
        await world.KeepListsAsync();
        foreach (var person in (await world.FormAsync(booking)).Persons)
            await world.CompletesAsync(person);
        await world.KeepListsAsync();
        var form = await world.FormAsync(booking);
        var lead = form.Parts.Single(p => form.Persons.SelectMany(x => x.Fields).SelectMany(f => f.Wants).Any(w => w.LineId == p.LineId && w.Due == GuestDue.BeforeDownload) && form.Persons[0].Find(GuestFields.Email)!.Wants.Any(w => w.LineId == p.LineId));

        Assert.True((await world.Get<SeatGuest>().RunAsync(world.Ann, lead.LineId, 0, null, default)).IsYes);

        form = await world.FormAsync(booking);
        Assert.Equal(3, form.Persons.Count);
        Assert.Equal(GuestProgressState.Collecting, (await world.ProgressAsync(booking)).State);
        await world.CompletesAsync(form.Persons[2], (GuestFields.LastName, "Babbage"));
        await world.KeepListsAsync();
        var known = new List<string>();
        foreach (var fulfilment in booking.Orders.Single().Fulfilments)
            known.Add((await world.KnownThereAsync(fulfilment))[0]);
        Assert.Equal(["Babbage", "Byron"], known.Order());
        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);
    }
}
