using Portal.Core.Carts;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>What can stand in for a line whose hold is over, and taking it.</summary>
public sealed class SwapTests
{
    [Fact]
    public async Task What_is_nearest_in_price_stands_first_and_what_is_too_few_is_left_out()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await LapsedAsync(world);

        var swaps = await world.Get<ReadSwaps>().RunAsync(world.Ann, line.Id, default);

        Assert.Equal([("Stand Near", 10m), ("Stand Dear", 80m)], swaps.Select(s => (s.OfferName, s.Difference!.Value.Amount)));
        Assert.All(swaps, s => Assert.Equal(SwapKind.OtherCategory, s.Kind));
    }

    [Fact]
    public async Task A_swapped_line_is_held_at_the_shown_price_and_keeps_its_names()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await LapsedAsync(world);
        var swap = (await world.Get<ReadSwaps>().RunAsync(world.Ann, line.Id, default))[0];

        var swapped = await world.Get<SwapLine>().RunAsync(world.Ann, line.Id, swap.SessionId, swap.OfferRef, swap.Quote.NetEach, default);

        Assert.Equal((HoldState.Held, "Near", 2), (swapped.Value!.Hold!.State, swapped.Value.OfferRef, swapped.Value.HeldQuantity));
        Assert.Single((await world.LineAsync(line.Id))!.GuestPlaces, p => p.Guest!.SealedValues is not null);
        await world.CheckedOutAsync(world.Ann);
        Assert.Equal(110m, Assert.Single(await world.OrdersAsync()).TotalNet);
    }

    [Fact]
    public async Task A_price_that_moved_since_it_was_shown_is_not_taken()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await LapsedAsync(world);
        var swap = (await world.Get<ReadSwaps>().RunAsync(world.Ann, line.Id, default))[0];
        world.Provider.Offer("Near").Net = new Money(56, "EUR");

        var swapped = await world.Get<SwapLine>().RunAsync(world.Ann, line.Id, swap.SessionId, swap.OfferRef, swap.Quote.NetEach, default);

        Assert.Equal(RefusalReason.PriceChanged, swapped.Refusal?.Reason);
        Assert.Equal("A", (await world.LineAsync(line.Id))!.OfferRef);
    }

    [Fact]
    public async Task A_held_line_cannot_be_swapped_nor_somebody_elses()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A", 10), 2);

        Assert.Empty(await world.Get<ReadSwaps>().RunAsync(world.Ann, line.Id, default));
        Assert.Equal(RefusalReason.Busy, (await world.Get<SwapLine>().RunAsync(world.Ann, line.Id, line.SessionId, "A", line.Quote.NetEach, default)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await world.Get<SwapLine>().RunAsync(world.Eve, line.Id, line.SessionId, "A", line.Quote.NetEach, default)).Refusal?.Reason);
    }

    private static async Task<CartLine> LapsedAsync(PortalWorld world)
    {
        var offer = await world.SellsAsync("A", 10, wanted: ["first_name"]);
        foreach (var (name, net, stock) in ((string, decimal, int)[])[("Near", 55, 5), ("Dear", 90, 5), ("Few", 51, 1)])
            world.Provider.Sell(new MemoryOffer(name, new Money(net, "EUR"), stock) { EventRef = offer.EventRef });
        var line = await world.AddedAsync(world.Ann, offer, 2);
        await world.TypesAsync(world.Ann, line, 0, ("first_name", "Ada"));
        await world.PassAsync(TimeSpan.FromMinutes(11));
        return line;
    }
}
