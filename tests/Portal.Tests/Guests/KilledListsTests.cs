using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Mail;
using Portal.Sandbox;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>The jobs of guest data, with their process killed while the provider holds its answer back; and whatever was in flight is taken up.</summary>
public sealed class KilledListsTests
{
    private const string One = "xs2event/bookingorder.guest";

    [Theory]
    [InlineData(ScenarioKind.SilentBefore), InlineData(ScenarioKind.SilentAfter)]
    public async Task A_job_killed_while_it_sends_leaves_the_list_due_and_the_next_run_sends_the_rest(ScenarioKind silence)
    {
        await using var world = await SandboxWorld.StartAsync();
        var booking = await world.SellsAsync((world.Sandbox.Xs2Event.Samples.AllPreDownload, 3));
        await world.KeepListsAsync();
        var persons = (await world.FormAsync(booking)).Persons;
        await world.CompletesAsync(persons[0], (GuestFields.LastName, "First"));
        await world.CompletesAsync(persons[1], (GuestFields.LastName, "Second"));
        world.Sandbox.Scenarios.Add(new Scenario(One, silence) { Silence = Silence.Hang });
        var reached = world.Sandbox.Ledger.NextCallOf(One);

        using var process = world.StartAnotherProcess(Questioned.LateGuests);
        var first = await Task.WhenAny(reached, process.WaitForExitAsync());
        Assert.True(first == reached, first == reached ? "" : await process.StandardError.ReadToEndAsync());
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();

        // Taken by the dead process: nobody else's until its time is over.
        await world.KeepListsAsync();
        Assert.Single(world.Sandbox.Ledger.CallsOf(One));
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        await world.KeepListsAsync();

        Assert.Equal(["First", "Second", ""], await world.KnownThereAsync(booking.Orders.Single().Fulfilments.Single()));
        var progress = await world.ProgressAsync(booking);
        Assert.Equal((GuestProgressState.Collecting, 2), (progress.State, progress.PersonsDone));
        await world.CompletesAsync(persons[2], (GuestFields.LastName, "Third"));
        await world.KeepListsAsync();
        Assert.Equal(GuestProgressState.Done, (await world.ProgressAsync(booking)).State);
    }

    [Fact]
    public async Task What_was_typed_is_sent_although_the_process_died_right_after_saving_it()
    {
        await using var world = await SandboxWorld.StartAsync();
        var booking = await world.SellsAsync((world.Sandbox.Xs2Event.Samples.AllPreDownload, 1));
        await world.KeepListsAsync();
        await world.CompletesAsync((await world.FormAsync(booking)).Persons[0]);
        // What the process would have counted right after is lost with it.
        await using (var db = world.Open())
            await db.GuestProgress.ExecuteUpdateAsync(set => set.SetProperty(p => p.FieldsDone, 0).SetProperty(p => p.PersonsDone, 0).SetProperty(p => p.State, GuestProgressState.Collecting));

        await world.KeepListsAsync();

        Assert.Equal((GuestProgressState.Done, 1, 3), ((await world.ProgressAsync(booking)).State, (await world.ProgressAsync(booking)).PersonsDone, (await world.ProgressAsync(booking)).FieldsDone));
    }

    [Fact]
    public async Task A_reminder_whose_process_died_between_mail_and_note_is_not_sent_a_second_time()
    {
        await using var world = await SandboxWorld.StartAsync();
        var booking = await world.SellsAsync((world.Sandbox.Xs2Event.Samples.AllPreDownload, 1));
        await world.KeepListsAsync();
        var person = (await world.FormAsync(booking)).Persons[0];
        await world.Get<SaveGuest>().RunAsync(world.Ann, person.Id, new Dictionary<string, string> { [GuestFields.Email] = "ada@guests.example" }, default);
        await world.Get<ChaseGuests>().RunAsync(default);
        await using (var db = world.Open())
        {
            Assert.Equal(1, await db.OutboxMails.CountAsync(m => m.Template == nameof(GuestsForCustomer)));
            // As it was before the step was noted: nobody asked, and due.
            await db.GuestProgress.ExecuteUpdateAsync(set => set.SetProperty(p => p.AskedAt, (DateTime?)null).SetProperty(p => p.NextChaseAt, world.Clock.GetUtcNow().UtcDateTime));
        }

        await world.Get<ChaseGuests>().RunAsync(default);

        await using var after = world.Open();
        Assert.Equal(1, await after.OutboxMails.CountAsync(m => m.Template == nameof(GuestsForCustomer)));
        Assert.Equal(1, await after.CustomerLinks.CountAsync());
    }
}
