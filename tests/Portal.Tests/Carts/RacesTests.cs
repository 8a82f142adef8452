using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>Who comes at the same moment: exactly one gets it, and the other one reads why not.</summary>
public sealed class RacesTests
{
    [Theory, OnEveryEngine]
    public async Task Two_agents_race_for_the_last_two_places(DatabaseEngine engine)
    {
        await using var world = await StartAsync(engine);
        var offer = await world.SellsAsync("A", stock: 2);

        var answers = await Task.WhenAll(world.AddAsync(world.Ann, offer, 2), world.AddAsync(world.Eve, offer, 2));

        // The other one was refused at the look before, or at the hold: then the line is there and says so.
        Assert.Single(answers, a => a.Value?.Hold?.State == HoldState.Held);
        Assert.Single(answers, a => (a.Refusal?.Reason ?? a.Value!.Problem) == RefusalReason.SoldOut);
        await world.AgreesAsync((offer, 2));
    }

    [Theory, OnEveryEngine]
    public async Task The_same_click_sixteen_times_makes_one_line_and_one_hold(DatabaseEngine engine)
    {
        await using var world = await StartAsync(engine);
        var offer = await world.SellsAsync("A", stock: 100);
        var action = Guid.NewGuid();

        var answers = await Together(16, () => world.AddAsync(world.Ann, offer, 2, action));

        Assert.Single(answers.Select(a => a.Value!.Id).Distinct());
        Assert.Equal(2, Assert.Single(await world.CartAsync(world.Ann)).HeldQuantity);
        Assert.Single(world.Provider.Holds);
        await world.AgreesAsync((offer, 100));
    }

    [Theory, OnEveryEngine]
    public async Task The_same_click_on_what_is_in_the_cart_already_adds_once(DatabaseEngine engine)
    {
        await using var world = await StartAsync(engine);
        var offer = await world.SellsAsync("A", stock: 100);
        await world.AddedAsync(world.Ann, offer, 2);
        var action = Guid.NewGuid();

        var answers = await Together(16, () => world.AddAsync(world.Ann, offer, 3, action));

        Assert.All(answers, a => Assert.True(a.IsYes, a.Refusal?.ToString()));
        Assert.Equal(5, (await world.CartAsync(world.Ann)).Sum(l => l.Quantity));
        await world.AgreesAsync((offer, 100));
    }

    // Without one action id for all of them, each click counts: the id is the guard.
    [Fact]
    public async Task Without_the_action_id_sixteen_clicks_are_sixteen_additions()
    {
        await using var world = await StartAsync(DatabaseEngine.Sqlite);
        var offer = await world.SellsAsync("A", stock: 100);

        await Together(16, () => world.AddAsync(world.Ann, offer, 2));

        Assert.Equal(32, (await world.CartAsync(world.Ann)).Sum(l => l.HeldQuantity));
        await world.AgreesAsync((offer, 100));
    }

    [Theory, OnEveryEngine]
    public async Task Fifty_additions_at_once_are_all_held(DatabaseEngine engine)
    {
        await using var world = await StartAsync(engine);
        var offers = new List<MemoryOffer>();
        for (var i = 0; i < 5; i++)
            offers.Add(await world.SellsAsync($"A{i}", stock: 100));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => world.AddAsync(world.Ann, offers[i % 5], 1))));

        var cart = await world.CartAsync(world.Ann);
        Assert.Equal(50, cart.Sum(l => l.Quantity));
        Assert.All(cart, l => Assert.Equal((HoldState.Held, l.Quantity, null), (l.Hold?.State, l.HeldQuantity, l.Problem)));
        Assert.Single(cart.Select(l => l.CartId).Distinct());
        await world.AgreesAsync([.. offers.Select(o => (o, 100))]);
    }

    [Theory, OnEveryEngine]
    public async Task The_same_checkout_sixteen_times_makes_one_booking(DatabaseEngine engine)
    {
        await using var world = await StartAsync(engine);
        var offer = await world.SellsAsync("A", stock: 10);
        await world.AddedAsync(world.Ann, offer, 2);
        var action = Guid.NewGuid();

        var answers = await Together(16, () => world.CheckOutAsync(world.Ann, action));

        Assert.Single(answers.Select(a => a.Value?.Reference).Distinct());
        Assert.Single(world.Provider.Bookings);
        await world.AgreesAsync((offer, 10));
    }

    [Theory, OnEveryEngine]
    public async Task Checkouts_of_one_cart_from_many_tabs_make_one_booking(DatabaseEngine engine)
    {
        await using var world = await StartAsync(engine);
        var offer = await world.SellsAsync("A", stock: 10);
        await world.AddedAsync(world.Ann, offer, 2);

        var answers = await Together(16, () => world.CheckOutAsync(world.Ann));

        Assert.Single(answers, a => a.IsYes);
        Assert.Single(world.Provider.Bookings);
        await world.AgreesAsync((offer, 10));
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 2)]
    public async Task The_versions_and_the_index_each_stop_a_second_booking_of_one_hold(bool versions, bool index, int bookings)
    {
        var meet = new MeetBeforeSaving<Booking>(2, EntityState.Added);
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, versions ? [meet] : [meet, new WithoutVersions()]);
        world.OneAtATime = false;
        var offer = await world.SellsAsync("A", stock: 10);
        await world.AddedAsync(world.Ann, offer, 2);
        if (!index)
        {
            await using var db = world.Open();
            await db.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_Orders_HoldId_HoldTake\"");
        }

        await Together(2, () => world.CheckOutAsync(world.Ann));

        Assert.Equal(bookings, (await world.OrdersAsync()).Count);
        Assert.Single(world.Provider.Bookings);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task The_version_of_a_hold_stops_a_second_question(bool versions, int asked)
    {
        var meet = new MeetBeforeSaving<Hold>(2, EntityState.Modified);
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, versions ? [meet] : [meet, new WithoutVersions()]);
        world.OneAtATime = false;
        var offer = await world.SellsAsync("A", stock: 10);
        meet.IsOn = false;
        var line = await world.AddedAsync(world.Ann, offer, 2);
        meet.IsOn = true;

        var answers = await Task.WhenAll(((int[])[3, 4]).Select(quantity => Task.Run(() =>
            world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, quantity, CancellationToken.None))));

        Assert.Equal(asked, world.Provider.Asked.Count(q => q == Questioned.Change));
        Assert.Equal(2 - asked, answers.Count(a => a.Refusal?.Reason == RefusalReason.Busy));
    }

    [Theory, OnEveryEngine]
    public async Task Checkout_and_sweep_meet_at_the_last_millisecond(DatabaseEngine engine)
    {
        foreach (var milliseconds in (int[])[-1, 0, 1])
        {
            await using var world = await StartAsync(engine);
            var offer = await world.SellsAsync("A", stock: 10);
            await using (var db = world.Open())
                await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.MarginSeconds, 0));
            var line = await world.AddedAsync(world.Ann, offer, 2);
            world.Clock.Advance(line.Hold!.ExpiresAt!.Value - world.Now + TimeSpan.FromMilliseconds(milliseconds));

            var checkout = Task.Run(() => world.CheckOutAsync(world.Ann));
            await Task.WhenAll(checkout, Task.Run(() => world.Get<ExpireHolds>().RunAsync(CancellationToken.None)));

            var answer = await checkout;
            Assert.Equal(milliseconds < 0, answer.IsYes);
            Assert.Equal(milliseconds < 0 ? HoldState.Taken : HoldState.Expired, Assert.Single(await world.HoldsAsync()).State);
            Assert.Equal(milliseconds < 0 ? 1 : 0, world.Provider.Bookings.Count);
            await world.AgreesAsync((offer, 10));
        }
    }

    private static async Task<PortalWorld> StartAsync(DatabaseEngine engine)
    {
        var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        return world;
    }

    private static Task<T[]> Together<T>(int times, Func<Task<T>> act) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(act)));
}
