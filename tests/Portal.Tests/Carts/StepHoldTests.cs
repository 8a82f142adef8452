using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>The longer, frozen stage of a hold, asked for before checkout (design rule 4).</summary>
public sealed class StepHoldTests
{
    [Fact]
    public async Task A_stepped_hold_lives_longer_cannot_be_changed_and_is_checked_out_as_it_is()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);

        Assert.Equal(HoldState.Held, (await StepAsync(world, line)).Value);

        var hold = Assert.Single(await world.HoldsAsync());
        Assert.Equal(world.Now.AddMinutes(45), hold.ExpiresAt);
        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 3, default)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<RemoveLine>().RunAsync(world.Ann, line.Id, default)).Refusal?.Reason);
        // More of the same provider goes into a hold of its own.
        await world.AddedAsync(world.Ann, await world.SellsAsync("L2", 10, by: world.Locking), 1);
        Assert.Equal(2, (await world.HoldsAsync()).Count);

        await world.PassAsync(TimeSpan.FromMinutes(8));
        await world.CheckedOutAsync(world.Ann);
        Assert.All(await world.OrdersAsync(), o => Assert.Equal(OrderState.Purchased, o.State));
        await world.AgreesAsync((world.Locking.Offer("L"), 10));
    }

    [Fact]
    public async Task It_is_not_asked_for_before_the_buyer_is_complete()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        world.Locking.Wishes = [new BuyerWish(BuyerField.Email, true)];

        Assert.Equal(RefusalReason.BuyerDataMissing, (await StepAsync(world, line)).Refusal?.Reason);
        Assert.DoesNotContain(Questioned.Prepare, world.Locking.Asked);
    }

    [Theory]
    [InlineData(Fate.SilentBefore, false)]
    [InlineData(Fate.SilentAfter, true)]
    public async Task An_unanswered_step_is_looked_up(Fate fate, bool stepped)
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        world.Locking.Next(Questioned.Prepare, fate);

        await StepAsync(world, line);
        Assert.Equal(HoldState.Unknown, Assert.Single(await world.HoldsAsync()).State);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        var hold = Assert.Single(await world.HoldsAsync());
        Assert.Equal((HoldState.Held, stepped), (hold.State, hold.FrozenAt is not null));
    }

    [Fact]
    public async Task A_refused_step_leaves_the_hold_as_it_was()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await HeldAsync(world);
        world.Locking.Next(Questioned.Prepare, Fate.Refused, new Refusal(RefusalReason.Throttled, "Slow down."));

        Assert.Equal(RefusalReason.Throttled, (await StepAsync(world, line)).Refusal?.Reason);

        var hold = Assert.Single(await world.HoldsAsync());
        Assert.Equal((HoldState.Held, null), (hold.State, hold.FrozenAt));
    }

    private static async Task<CartLine> HeldAsync(PortalWorld world)
    {
        world.Locking.Traits = world.Locking.Traits with { HoldClock = HoldClock.Stepped };
        return await world.AddedAsync(world.Ann, await world.SellsAsync("L", 10, by: world.Locking), 2);
    }

    private static Task<Answer<HoldState>> StepAsync(PortalWorld world, CartLine line) => world.Get<StepHold>().RunAsync(world.Ann, line.HoldId!.Value, default);
}
