using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>A checkout over providers of unlike kinds: prepared, pivot, undone (design rule 5).</summary>
public sealed class PreparedOrdersTests
{
    [Fact]
    public async Task What_can_be_let_go_is_prepared_before_what_stays_locked_and_all_that_before_anything_is_final()
    {
        await using var world = await PortalWorld.StartAsync();
        var asked = Asks(world);
        await FilledAsync(world);

        await world.CheckedOutAsync(world.Ann);

        Assert.All(await world.OrdersAsync(), o => Assert.Equal(OrderState.Purchased, o.State));
        Assert.Equal(
            ["Freezing Prepare", "Locking Prepare", "Cancelling Commit", "Memory Commit", "Locking Commit", "Freezing Commit"],
            asked.Where(a => a.Contains("Prepare", StringComparison.Ordinal) || a.Contains("Commit", StringComparison.Ordinal)).OrderBy(a => a.StartsWith("Freezing Commit", StringComparison.Ordinal)));
        await AgreeAsync(world);
    }

    [Theory]
    [InlineData("Freezing", Questioned.Prepare, RefusalReason.SoldOut)]
    [InlineData("Locking", Questioned.Prepare, RefusalReason.SoldOut)]
    [InlineData("Cancelling", Questioned.Commit, RefusalReason.SoldOut)]
    [InlineData("Memory", Questioned.Commit, RefusalReason.SoldOut)]
    [InlineData("Freezing", Questioned.Prepare, RefusalReason.NotAllowed)]
    [InlineData("Cancelling", Questioned.Commit, RefusalReason.NotAllowed)]
    public async Task With_all_or_nothing_a_refusal_before_anything_final_undoes_the_rest(string provider, Questioned question, RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        await FilledAsync(world);
        world.Providers.Single(p => p.Kind == provider).Next(question, Fate.Refused, new Refusal(reason, "No."));

        await world.CheckOutAsync(world.Ann, onRefusal: OnRefusal.UndoTheRest);

        Assert.All(world.Providers.Except([world.Cancelling]), p => Assert.Empty(p.Bookings));
        Assert.Equal(world.Cancelling.Bookings.Count, world.Cancelling.Cancelled.Count);
        // What its provider cannot let go is shown as locked, and its lines come back when it lapses there.
        var locked = (await world.OrdersAsync()).Where(o => o.State == OrderState.Prepared).ToList();
        Assert.All(locked, o => Assert.NotNull(o.LetGoAt));
        await world.PassAsync(TimeSpan.FromMinutes(46));
        Assert.All(await world.OrdersAsync(), o => Assert.True(o.State is OrderState.Released or OrderState.Refused or OrderState.Expired || o.Items.All(i => i.State == ItemState.Cancelled)));
        Assert.Equal(4, (await world.CartAsync(world.Ann)).Count);
        await AgreeAsync(world);
    }

    [Fact]
    public async Task A_refusal_after_the_pivot_leaves_the_others_to_go_on()
    {
        await using var world = await PortalWorld.StartAsync();
        await FilledAsync(world);
        world.Freezing.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.SoldOut, "Gone."));

        await world.CheckOutAsync(world.Ann, onRefusal: OnRefusal.UndoTheRest);

        Assert.Equal([OrderState.Purchased, OrderState.Purchased, OrderState.Purchased, OrderState.Refused], (await world.OrdersAsync()).Select(o => o.State).Order());
    }

    [Fact]
    public async Task Without_all_or_nothing_what_goes_is_kept()
    {
        await using var world = await PortalWorld.StartAsync();
        await FilledAsync(world);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.SoldOut, "Gone."));

        await world.CheckOutAsync(world.Ann);

        Assert.Equal([OrderState.Purchased, OrderState.Purchased, OrderState.Purchased, OrderState.Refused], (await world.OrdersAsync()).Select(o => o.State).Order());
        await world.PassAsync(TimeSpan.FromMinutes(11));
        await AgreeAsync(world);
    }

    [Theory]
    [InlineData(Fate.SilentBefore)]
    [InlineData(Fate.SilentAfter)]
    public async Task An_unanswered_preparation_is_looked_up_and_the_plan_goes_on(Fate fate)
    {
        await using var world = await PortalWorld.StartAsync();
        await FilledAsync(world);
        world.Freezing.Next(Questioned.Prepare, fate);

        await world.CheckedOutAsync(world.Ann);
        Assert.Contains(await world.OrdersAsync(), o => o.State == OrderState.Unknown);
        Assert.All(world.Providers, p => Assert.Empty(p.Bookings));

        await world.PassAsync(TimeSpan.FromMinutes(3));
        Assert.All(await world.OrdersAsync(), o => Assert.Equal(OrderState.Purchased, o.State));
        await AgreeAsync(world);
    }

    [Theory]
    [InlineData(Fate.SilentBefore)]
    [InlineData(Fate.SilentAfter)]
    public async Task An_unanswered_undoing_is_looked_up_and_done_once(Fate fate)
    {
        await using var world = await PortalWorld.StartAsync();
        await FilledAsync(world);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.SoldOut, "Gone."));
        world.Cancelling.Next(Questioned.Cancel, fate);
        world.Freezing.Next(Questioned.Release, fate);

        await world.CheckOutAsync(world.Ann, onRefusal: OnRefusal.UndoTheRest);
        await world.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Single(world.Cancelling.Cancelled);
        Assert.DoesNotContain(world.Freezing.Holds, h => h.Status is "active" or "prepared");
        var undone = Assert.Single((await world.OrdersAsync()).SelectMany(o => o.Operations));
        Assert.Equal(OperationState.Done, undone.State);
        await world.PassAsync(TimeSpan.FromMinutes(45));
        await AgreeAsync(world);
    }

    [Fact]
    public async Task An_undoing_cut_off_by_a_restart_is_taken_up_again()
    {
        await using var world = await PortalWorld.StartAsync();
        await FilledAsync(world);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.SoldOut, "Gone."));
        var hanging = world.Cancelling.Next(Questioned.Cancel, Fate.HangsBefore);
        var checkout = world.CheckOutAsync(world.Ann, onRefusal: OnRefusal.UndoTheRest);
        await hanging.Reached;

        world.Restart();
        await world.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Single(world.Cancelling.Cancelled);
        hanging.LetGo();
        await checkout;
        Assert.Single(world.Cancelling.Cancelled);
        await world.PassAsync(TimeSpan.FromMinutes(45));
        await AgreeAsync(world);
    }

    [Fact]
    public async Task A_total_other_than_the_agreed_one_is_never_paid()
    {
        await using var world = await PortalWorld.StartAsync();
        await FilledAsync(world);
        world.Freezing.Surcharge = 5;

        await world.CheckOutAsync(world.Ann);

        Assert.Empty(world.Freezing.Bookings);
        Assert.Equal(OrderState.Released, (await world.OrdersAsync()).Single(o => o.References.Any(r => r.Kind == "frozen" && r.Value.StartsWith("Freezing", StringComparison.Ordinal))).State);
        await AgreeAsync(world);
    }

    [Fact]
    public async Task Buyer_and_delivery_are_checked_first_sent_once_and_part_of_the_total()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("F", 10, by: world.Freezing);
        (world.Freezing.Wishes, world.Freezing.Delivery) = ([new BuyerWish(BuyerField.Email, true), new BuyerWish(BuyerField.Phone, false)], 4);
        var line = await world.AddedAsync(world.Ann, offer, 2);

        var refused = await world.CheckOutAsync(world.Ann);
        Assert.Equal(BuyerField.Email, Assert.Single(refused.Refusal!.BuyerFaults).Field);
        Assert.Empty(world.Freezing.Buyers);

        await world.Get<NoteBuyer>().RunAsync(world.Ann, line.CartId, BuyerField.Email, "ada@example.org", default);
        await world.CheckedOutAsync(world.Ann);

        Assert.Equal("ada@example.org", Assert.Single(world.Freezing.Buyers).Find(BuyerField.Email));
        var order = Assert.Single(await world.OrdersAsync());
        Assert.Equal((OrderState.Purchased, 104m, 4m), (order.State, order.TotalNet, order.DeliveryCost));
    }

    [Fact]
    public async Task A_replayed_commit_sends_the_text_that_was_composed_first()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.AddedAsync(world.Ann, await world.SellsAsync("C", 10, by: world.Cancelling), 2);
        world.Cancelling.Next(Questioned.Commit, Fate.SilentBefore);

        await world.CheckedOutAsync(world.Ann);
        await world.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(OrderState.Purchased, Assert.Single(await world.OrdersAsync()).State);
        Assert.Equal(1, world.Cancelling.Composed);
    }

    private static async Task FilledAsync(PortalWorld world)
    {
        foreach (var (offer, provider) in ((string, InMemoryProvider)[])[("F", world.Freezing), ("L", world.Locking), ("C", world.Cancelling), ("M", world.Provider)])
            await world.AddedAsync(world.Ann, await world.SellsAsync(offer, 10, by: provider), 2);
    }

    private static Task AgreeAsync(PortalWorld world) => world.AgreesAsync(
        (world.Freezing.Offer("F"), 10), (world.Locking.Offer("L"), 10), (world.Cancelling.Offer("C"), 10), (world.Provider.Offer("M"), 10));

    private static List<string> Asks(PortalWorld world)
    {
        var asked = new List<string>();
        foreach (var provider in world.Providers)
            provider.OnAsked += question => asked.Add($"{provider.Kind} {question}");
        return asked;
    }
}
