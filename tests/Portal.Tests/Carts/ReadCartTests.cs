using Portal.Core.Carts;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

public sealed class ReadCartTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private Task<CartView?> ReadAsync(Core.Agencies.Actor? actor = null, Guid? cart = null) => world.Get<ReadCart>().RunAsync(actor ?? world.Ann, cart, CancellationToken.None);

    [Fact]
    public async Task A_hold_is_a_card_with_its_clock_its_lines_and_the_total_of_the_cart()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 50m), 2);
        await world.AddedAsync(world.Ann, await world.SellsAsync("B", net: 30m), 1);

        var cart = (await ReadAsync())!;

        var card = Assert.Single(cart.Cards);
        Assert.Equal(LineState.Held, card.State);
        Assert.Equal(["A", "B"], card.Lines.Select(l => l.What.Name["Event ".Length..]));
        Assert.Equal(card.CommitBy, cart.CommitBy);
        var total = Assert.Single(cart.Totals);
        Assert.Equal((130m, 3), (Assert.Single(total.Nets).Amount, total.Tickets));
        Assert.True(cart.CanCheckOut);
    }

    [Fact]
    public async Task Two_currencies_are_two_holds_because_an_order_has_one()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 50m), 1);
        await world.AddedAsync(world.Ann, await world.SellsAsync("B", net: 30m, currency: "GBP"), 1);

        var cart = (await ReadAsync())!;

        Assert.Equal(2, cart.Cards.Count);
        // The customer pays one sum, in the agency's currency; what providers ask stands beside it.
        var total = Assert.Single(cart.Totals);
        Assert.Equal(new Money(50m + 30m * SampleRates.Pound, "EUR"), total.Selling);
        Assert.Equal([new Money(50m, "EUR"), new Money(30m, "GBP")], total.Nets);
        await world.CheckedOutAsync(world.Ann);
        Assert.Equal([("EUR", 50m), ("GBP", 30m)], (await world.OrdersAsync()).Select(o => (o.Currency, o.TotalNet)).Order());
    }

    [Fact]
    public async Task The_weakest_clock_stands_on_top_and_counts_for_the_cart()
    {
        world.Other.Traits = world.Other.Traits with { HoldLength = TimeSpan.FromMinutes(60) };
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", by: world.Other), 1);
        await world.AddedAsync(world.Ann, await world.SellsAsync("B"), 1);

        var cart = (await ReadAsync())!;

        Assert.Equal(cart.Cards.Min(c => c.CommitBy), cart.Cards[0].CommitBy);
        Assert.Equal(cart.Cards[0].CommitBy, cart.CommitBy);
    }

    [Fact]
    public async Task What_ran_out_is_shown_as_expired_before_any_sweep_and_never_early()
    {
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);

        world.Clock.Advance(line.Hold!.CommitBy!.Value - world.Now);
        Assert.Equal(LineState.Ending, (await ReadAsync())!.Cards[0].State);
        world.Clock.Advance(line.Hold.ExpiresAt!.Value - world.Now - TimeSpan.FromMilliseconds(1));
        Assert.Equal(LineState.Ending, (await ReadAsync())!.Cards[0].State);
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(LineState.Expired, (await ReadAsync())!.Cards[0].State);
    }

    [Fact]
    public async Task What_ran_out_can_be_held_again_at_once_without_waiting_for_the_sweep()
    {
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);
        world.Clock.Advance(line.Hold!.ExpiresAt!.Value - world.Now);

        await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);

        Assert.Equal(LineState.Held, (await ReadAsync())!.Cards.Single().State);
        Assert.Equal([HoldState.Expired, HoldState.Held], (await world.HoldsAsync()).Select(h => h.State));
    }

    [Fact]
    public async Task A_hold_too_short_to_check_out_is_given_back_before_it_is_held_again_so_that_there_are_never_two()
    {
        var offer = await world.SellsAsync("A", stock: 2);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        world.Clock.Advance(line.Hold!.CommitBy!.Value - world.Now);

        await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);

        Assert.Equal([HoldState.Released, HoldState.Held], (await world.HoldsAsync()).Select(h => h.State));
        Assert.Equal(1, world.Provider.Holds.Count(h => h.Status == "active"));
    }

    [Fact]
    public async Task A_price_that_moved_is_a_choice_with_was_and_now()
    {
        var offer = await world.SellsAsync("A", net: 90m);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        world.Clock.Advance(line.Hold!.ExpiresAt!.Value - world.Now);
        offer.Net = offer.Net with { Amount = 95m };

        await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);

        var shown = (await ReadAsync())!.Lines.Single();
        Assert.Equal(RefusalReason.PriceChanged, shown.Problem!.Refusal.Reason);
        Assert.Equal((90m, 95m), (shown.Quote.Net, shown.Problem.Now!.Net));
        Assert.False((await ReadAsync())!.CanCheckOut);
    }

    [Fact]
    public async Task A_silent_hold_says_until_when_the_places_may_be_held()
    {
        world.Provider.Next(Questioned.Hold, Fate.SilentAfter);
        await world.AddAsync(world.Ann, await world.SellsAsync("A"), 2);

        var card = (await ReadAsync())!.Cards.Single();

        Assert.Equal(LineState.Unknown, card.State);
        Assert.Equal(world.Now + world.Provider.Traits.HoldLength, card.MayBeHeldUntil);
        Assert.NotNull(card.KnownBy);
    }

    [Fact]
    public async Task Neither_the_other_agency_nor_a_colleague_sees_the_cart()
    {
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);

        Assert.Null(await ReadAsync(world.Eve, line.CartId));
        Assert.Null(await ReadAsync(world.Ben, line.CartId));
        Assert.Null(await world.Get<ReadCartMark>().RunAsync(world.Eve, line.CartId, CancellationToken.None));
        Assert.NotNull(await ReadAsync(world.Ann, line.CartId));
    }

    [Fact]
    public async Task The_mark_changes_with_whatever_changes_and_with_nothing_else()
    {
        var offer = await world.SellsAsync("A");
        var line = await world.AddedAsync(world.Ann, offer, 2);
        var seen = new List<string?> { await MarkAsync() };
        Assert.Equal(seen[0], await MarkAsync());

        await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 3, CancellationToken.None);
        seen.Add(await MarkAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await world.Get<ExpireHolds>().RunAsync(CancellationToken.None);
        seen.Add(await MarkAsync());
        await world.Get<RemoveLine>().RunAsync(world.Ann, line.Id, CancellationToken.None);
        seen.Add(await MarkAsync());

        Assert.Equal(4, seen.Distinct().Count());

        Task<string?> MarkAsync() => world.Get<ReadCartMark>().RunAsync(world.Ann, line.CartId, CancellationToken.None);
    }

    [Fact]
    public async Task An_agent_keeps_several_carts_and_adds_to_the_one_chosen_last()
    {
        var first = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var second = await world.Get<StartCart>().RunAsync(world.Ann, CancellationToken.None);
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("B"), 1);

        Assert.Equal(second, line.CartId);
        var other = Assert.Single((await ReadAsync())!.Others);
        Assert.Equal((first.CartId, 1, false), (other.Id, other.Lines, other.IsCurrent));
    }
}
