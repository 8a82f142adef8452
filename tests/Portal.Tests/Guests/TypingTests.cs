using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>What is typed is kept, and what is sent is what was typed.</summary>
public sealed class TypingTests
{
    [Fact]
    public async Task What_is_saved_while_the_lists_are_sent_is_sent_again()
    {
        var pause = new PausesSavingOfAGuest();
        await using var world = await PortalWorld.StartAsync(interceptors: pause);
        world.OneAtATime = false;
        var (line, guestId) = await NamedAsync(world);
        pause.IsOn = true;
        var typing = world.Get<SaveGuest>().RunAsync(world.Ann, guestId, new Dictionary<string, string> { [GuestFields.LastName] = "Lovelace" }, CancellationToken.None);
        await pause.Reached.Task;

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Get<SendGuests>().RunAsync(world.Ann, line.HoldId!.Value, CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        pause.LetGo.SetResult();
        Assert.True((await typing).IsYes);
        await world.CheckedOutAsync(world.Ann);

        Assert.Equal("Lovelace", world.Provider.Holds[0].Guests[0].Slots[0].Values[GuestFields.LastName]);
    }

    [Fact]
    public async Task What_was_accepted_is_not_sent_twice()
    {
        await using var world = await PortalWorld.StartAsync();
        var (line, _) = await NamedAsync(world);
        await world.Get<SendGuests>().RunAsync(world.Ann, line.HoldId!.Value, CancellationToken.None);

        await world.CheckedOutAsync(world.Ann);

        Assert.Equal(1, world.Provider.Holds[0].GuestWrites);
    }

    [Fact]
    public async Task A_name_saved_twice_at_the_same_moment_is_saved()
    {
        var pause = new PausesSavingOfAGuest();
        await using var world = await PortalWorld.StartAsync(interceptors: pause);
        world.OneAtATime = false;
        var (_, guestId) = await NamedAsync(world);
        var name = new Dictionary<string, string> { [GuestFields.LastName] = "Lovelace" };
        pause.IsOn = true;
        var first = world.Get<SaveGuest>().RunAsync(world.Ann, guestId, name, CancellationToken.None);
        await pause.Reached.Task;
        pause.IsOn = false;

        // The same words of the same name are written to the index by both.
        Assert.True((await world.Get<SaveGuest>().RunAsync(world.Ann, guestId, name, CancellationToken.None)).IsYes);
        pause.LetGo.SetResult();

        Assert.True((await first).IsYes);
    }

    [Fact]
    public async Task Two_tabs_typing_into_one_person_keep_both_fields()
    {
        await using var world = await PortalWorld.StartAsync();
        world.OneAtATime = false;
        var (_, guestId) = await NamedAsync(world);

        await Task.WhenAll(((string[])[GuestFields.FirstName, GuestFields.City, GuestFields.Zip]).Select(field => Task.Run(() =>
            world.Get<SaveGuest>().RunAsync(world.Ann, guestId, new Dictionary<string, string> { [field] = "x" }, CancellationToken.None))));

        await using var db = world.Open();
        Assert.Equal(4, world.Get<GuestSeal>().Open((await db.Guests.SingleAsync(g => g.Id == guestId)).SealedValues).Count);
    }

    [Fact]
    public async Task A_refused_booking_is_written_down_while_somebody_types()
    {
        var pause = new PausesSavingOfAGuest();
        await using var world = await PortalWorld.StartAsync(interceptors: pause);
        world.OneAtATime = false;
        var (line, guestId) = await NamedAsync(world);
        await world.Get<SendGuests>().RunAsync(world.Ann, line.HoldId!.Value, CancellationToken.None);
        world.Provider.Next(Questioned.Commit, Fate.Refused,
            new Refusal(RefusalReason.GuestDataMissing, "no") { FieldFaults = [new FieldFault("A", 0, GuestFields.LastName, "required")] });
        pause.IsOn = true;
        var checkout = world.CheckOutAsync(world.Ann);
        await pause.Reached.Task;
        pause.IsOn = false;
        await world.Get<SaveGuest>().RunAsync(world.Ann, guestId, new Dictionary<string, string> { [GuestFields.City] = "London" }, CancellationToken.None);
        pause.LetGo.SetResult();
        await checkout;

        Assert.Equal(RefusalReason.GuestDataMissing, Assert.Single(await world.OrdersAsync()).RefusedFor);
        var guest = (await world.LineAsync(line.Id))!.GuestPlaces.Single(p => p.GuestId == guestId);
        Assert.Equal("London", world.Get<GuestSeal>().Open(guest.Guest!.SealedValues)[GuestFields.City]);
        Assert.Equal("required", world.Get<GuestSeal>().Open(guest.SealedFaults)[GuestFields.LastName]);
    }

    private static async Task<(CartLine Line, Guid GuestId)> NamedAsync(PortalWorld world)
    {
        var offer = await world.SellsAsync("A", 10, wanted: [GuestFields.LastName]);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.LastName, "Byron"));
        return (line, (await world.LineAsync(line.Id))!.GuestPlaces.Single(p => p.Slot == 0).GuestId);
    }

    /// <summary>Stops the first saving of a guest between reading and writing.</summary>
    private sealed class PausesSavingOfAGuest : SaveChangesInterceptor
    {
        private int seen;

        public bool IsOn { get; set; }

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (IsOn && eventData.Context!.ChangeTracker.Entries().Any(e => e is { Entity: Guest or GuestPlace, State: EntityState.Modified }) && Interlocked.Increment(ref seen) == 1)
            {
                Reached.SetResult();
                await LetGo.Task;
            }
            return result;
        }
    }
}
