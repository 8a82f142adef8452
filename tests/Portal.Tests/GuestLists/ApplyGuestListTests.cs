using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Core.Carts;
using Portal.Core.GuestLists;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.GuestLists;

/// <summary>A list is written as a whole or not at all, and only over what the agent has seen.</summary>
public sealed class ApplyGuestListTests
{
    private static readonly string[] List = ["Name|E-mail", "Ada Byron|ada@example.org", "Tom Byron|tom@example.org", "Kim King|kim@example.org"];

    [Fact]
    public async Task All_persons_are_written_at_once_and_can_be_found_by_their_names()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);

        var answer = await ApplyAsync(world, line, List);

        Assert.Equal((3, 7), (answer.Persons, answer.Fields)); // Only the lead guest is asked for an e-mail address.
        Assert.Equal(["Ada Byron", "Tom Byron", "Kim King"], (await FormAsync(world, line)).Persons.Select(p => p.Name));
        await using var db = world.Open();
        Assert.Equal(5, await db.Guests.SelectMany(g => g.Words).Select(w => w.Hash).Distinct().CountAsync());
        var entry = Assert.Single(await db.History.Where(h => h.Said.StartsWith("A list of guests")).ToListAsync());
        Assert.Equal(("A list of guests was taken over: 7 fields of 3 persons.", "Ann", line.CartId, null), (entry.Said, entry.By, entry.CartId, entry.BookingId));
    }

    [Fact]
    public async Task The_same_list_again_writes_nothing_and_says_nothing()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        await ApplyAsync(world, line, List);
        var before = (await FormAsync(world, line)).Persons.Select(p => p.Version).ToList();

        Assert.Equal(0, (await ApplyAsync(world, line, List)).Persons);

        Assert.Equal(before, (await FormAsync(world, line)).Persons.Select(p => p.Version));
        await using var db = world.Open();
        Assert.Equal(1, await db.History.CountAsync(h => h.Said.StartsWith("A list of guests")));
    }

    [Fact]
    public async Task Who_is_taken_off_the_list_leaves_nothing_behind()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        await ApplyAsync(world, line, List);
        var tom = (await FormAsync(world, line)).Persons.Single(p => p.Name == "Tom Byron").Id;

        var preview = await PreviewAsync(world, line, new ListChoices { Emptied = new HashSet<Guid> { tom } }, List[0], List[1], List[3]);
        Assert.True((await world.Get<ApplyGuestList>().RunAsync(world.Ann, preview.Writes(), CancellationToken.None)).IsYes);

        await using var db = world.Open();
        var guest = await db.Guests.Include(g => g.Words).SingleAsync(g => g.Id == tom);
        Assert.Null(guest.SealedValues);
        Assert.Empty(guest.Words);
        Assert.Contains("1 of them emptied.", await db.History.OrderBy(h => h.Id).Select(h => h.Said).LastAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_changed_since_is_not_overwritten_and_nobody_else_is_written_either()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        var preview = await PreviewAsync(world, line, new ListChoices(), List);
        await world.TypesAsync(world.Ann, line, 1, (GuestFields.LastName, "Lovelace"));

        var answer = await world.Get<ApplyGuestList>().RunAsync(world.Ann, preview.Writes(), CancellationToken.None);

        Assert.Equal((RefusalReason.Busy, "Somebody changed 1 person since the list was looked through."), (answer.Refusal!.Reason, answer.Refusal.Detail));
        Assert.Equal(["", "Lovelace", ""], (await FormAsync(world, line)).Persons.Select(p => p.Name));
        // Looked through again, the change is seen and can be decided on.
        var again = await PreviewAsync(world, line, new ListChoices(), List);
        Assert.Equal("Lovelace", Assert.Single(again.Missing).Person.Name);
    }

    [Fact]
    public async Task Of_two_who_write_at_the_same_moment_one_is_told_and_nothing_of_theirs_is_half_written()
    {
        var pause = new PausesSavingOfGuests();
        await using var world = await PortalWorld.StartAsync(interceptors: pause);
        world.OneAtATime = false;
        var line = await HeldAsync(world);
        var preview = await PreviewAsync(world, line, new ListChoices(), List);
        pause.IsOn = true;
        var applying = world.Get<ApplyGuestList>().RunAsync(world.Ann, preview.Writes(), CancellationToken.None);
        await pause.Reached.Task;
        pause.IsOn = false;

        await world.Get<SaveGuest>().RunAsync(world.Ann, preview.Rows[2].Person!.Id, new Dictionary<string, string> { [GuestFields.LastName] = "Lovelace" }, CancellationToken.None);
        pause.LetGo.SetResult();

        Assert.Equal(RefusalReason.Busy, (await applying).Refusal!.Reason);
        Assert.Equal(["", "", "Lovelace"], (await FormAsync(world, line)).Persons.Select(p => p.Name));
        await using var db = world.Open();
        Assert.Equal((1, 0), (await db.Guests.CountAsync(g => g.SealedValues != null), await db.History.CountAsync(h => h.Said.StartsWith("A list of guests"))));
    }

    [Fact]
    public async Task Nobody_writes_into_what_they_may_not_see()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        var writes = (await PreviewAsync(world, line, new ListChoices(), List)).Writes();

        foreach (var stranger in new[] { world.Eve, world.Ben })
            Assert.Equal(RefusalReason.NotFound, (await world.Get<ApplyGuestList>().RunAsync(stranger, writes, CancellationToken.None)).Refusal!.Reason);
        // Not even together with their own.
        var own = await world.AddedAsync(world.Eve, await world.SellsAsync("B", wanted: [GuestFields.LastName]), 1);
        await world.Get<PrepareGuests>().RunAsync(world.Eve, own.CartId, CancellationToken.None);
        var mine = (await world.Get<ReadGuestForm>().OfCartAsync(world.Eve, own.CartId, CancellationToken.None))!.Persons[0];
        var mixed = writes.Prepend(new GuestListWrite(mine.Id, mine.Version, new Dictionary<string, string> { [GuestFields.LastName] = "Eve" })).ToList();
        Assert.Equal(RefusalReason.NotFound, (await world.Get<ApplyGuestList>().RunAsync(world.Eve, mixed, CancellationToken.None)).Refusal!.Reason);

        await using var db = world.Open();
        Assert.Equal(0, await db.Guests.CountAsync(g => g.SealedValues != null));
    }

    [Fact]
    public async Task After_the_sale_a_colleague_may_and_the_booking_tells_it()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.LastName, "Byron"), (GuestFields.FirstName, "Ada"), (GuestFields.Email, "ada@example.org"));
        var booking = await world.CheckedOutAsync(world.Ann);
        var form = (await world.Get<ReadGuestForm>().OfBookingAsync(world.Ben, booking.Reference, CancellationToken.None))!;
        var preview = CompareList.Of(ListOf.Entries(List), ListPerson.Of(form), new ListChoices(), ListOf.Today);

        Assert.True((await world.Get<ApplyGuestList>().RunAsync(world.Ben, preview.Writes(), CancellationToken.None)).IsYes);

        await using var db = world.Open();
        var entry = await db.History.SingleAsync(h => h.Said.StartsWith("A list of guests"));
        Assert.Equal(("A list of guests was taken over: 4 fields of 2 persons.", "Ben"), (entry.Said, entry.By));
        Assert.Equal(booking.Reference, await db.Bookings.Where(b => b.Id == entry.BookingId).Select(b => b.Reference).SingleAsync());
    }

    private static async Task<CartLine> HeldAsync(PortalWorld world)
    {
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A", wanted: [GuestFields.FirstName, GuestFields.LastName, GuestFields.Email]), 3);
        await world.Get<PrepareGuests>().RunAsync(world.Ann, line.CartId, CancellationToken.None);
        return line;
    }

    private static async Task<GuestForm> FormAsync(PortalWorld world, CartLine line) => (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, CancellationToken.None))!;

    private static async Task<ListPreview> PreviewAsync(PortalWorld world, CartLine line, ListChoices choices, params string[] rows) =>
        CompareList.Of(ListOf.Entries(rows), ListPerson.Of(await FormAsync(world, line)), choices, ListOf.Today);

    private static async Task<GuestListApplied> ApplyAsync(PortalWorld world, CartLine line, params string[] rows)
    {
        var answer = await world.Get<ApplyGuestList>().RunAsync(world.Ann, (await PreviewAsync(world, line, new ListChoices(), rows)).Writes(), CancellationToken.None);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    /// <summary>Stops the first saving of several guests between reading and writing.</summary>
    private sealed class PausesSavingOfGuests : SaveChangesInterceptor
    {
        public bool IsOn { get; set; }

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (IsOn && eventData.Context!.ChangeTracker.Entries<Guest>().Count(e => e.State == EntityState.Modified) > 1)
            {
                Reached.TrySetResult();
                await LetGo.Task;
            }
            return result;
        }
    }
}
