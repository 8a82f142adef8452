using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>A definite no of each reason, to each question: what was held before stays held, and what was typed is kept.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(RefusalReason.SoldOut)]
    [InlineData(RefusalReason.PriceChanged)]
    [InlineData(RefusalReason.QuantityNotAllowed)]
    [InlineData(RefusalReason.NotFound)]
    [InlineData(RefusalReason.NotAllowed)]
    [InlineData(RefusalReason.Invalid)]
    [InlineData(RefusalReason.Throttled)]
    [InlineData(RefusalReason.Unreachable)]
    [InlineData(RefusalReason.NotAuthorised)]
    public async Task A_refused_hold_leaves_the_line_to_be_held_again(RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10);
        world.Provider.Next(Questioned.Hold, Fate.Refused, new Refusal(reason, "no"));

        var line = await world.AddedAsync(world.Ann, offer, 2);

        Assert.Equal((HoldState.Refused, reason), (line.Hold!.State, line.Problem));
        await world.AgreesAsync((offer, 10));
        await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);
        Assert.Equal((HoldState.Held, 2, null), await StandsAsync(world, line.Id));
        await world.AgreesAsync((offer, 10));
    }

    [Theory]
    [InlineData(RefusalReason.SoldOut)]
    [InlineData(RefusalReason.PriceChanged)]
    [InlineData(RefusalReason.QuantityNotAllowed)]
    [InlineData(RefusalReason.NotAllowed)]
    [InlineData(RefusalReason.Throttled)]
    [InlineData(RefusalReason.Unreachable)]
    public async Task A_refused_change_leaves_the_hold_as_it_was(RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        world.Provider.Next(Questioned.Change, Fate.Refused, new Refusal(reason, "no"));

        var answer = await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 4, CancellationToken.None);

        Assert.Equal(reason, answer.Refusal!.Reason);
        Assert.Equal((HoldState.Held, 2, reason), await StandsAsync(world, line.Id));
        await world.AgreesAsync((offer, 10));
    }

    [Fact]
    public async Task A_line_that_cannot_join_a_hold_stays_outside_of_it()
    {
        await using var world = await PortalWorld.StartAsync();
        var (a, b) = (await world.SellsAsync("A", 10), await world.SellsAsync("B", 10));
        var first = await world.AddedAsync(world.Ann, a, 2);
        world.Provider.Next(Questioned.Change, Fate.Refused, new Refusal(RefusalReason.SoldOut, "no") { Shortfalls = [new Shortfall("B", 3, 1)] });

        var second = await world.AddedAsync(world.Ann, b, 3);

        Assert.Equal((HoldState.Held, 2, null), await StandsAsync(world, first.Id));
        Assert.Equal((null, RefusalReason.SoldOut, 1), (second.Hold?.State, second.Problem, second.ProblemLeft));
        var accepted = await world.Get<AcceptChange>().RunAsync(world.Ann, second.Id, null, 1, CancellationToken.None);
        Assert.Equal((HoldState.Held, 1), (accepted.Value!.Hold!.State, accepted.Value.HeldQuantity));
        await world.AgreesAsync((a, 10), (b, 10));
    }

    [Theory]
    [InlineData(RefusalReason.HoldExpired)]
    [InlineData(RefusalReason.NotFound)]
    public async Task What_is_taken_out_of_a_hold_that_turns_out_to_be_over_is_out(RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        var (a, b) = (await world.SellsAsync("A", 10), await world.SellsAsync("B", 10));
        var (first, second) = (await world.AddedAsync(world.Ann, a, 2), await world.AddedAsync(world.Ann, b, 3));
        Assert.Equal(first.HoldId, second.HoldId);
        world.Provider.End(world.Provider.Holds[0]);
        world.Provider.Next(Questioned.Change, Fate.Refused, new Refusal(reason, "gone"));

        await world.Get<RemoveLine>().RunAsync(world.Ann, second.Id, CancellationToken.None);

        Assert.Null(await world.LineAsync(second.Id));
        Assert.Equal(HoldState.Expired, (await world.LineAsync(first.Id))!.Hold!.State);
        await world.AgreesAsync((a, 10), (b, 10));
    }

    [Theory]
    [InlineData(RefusalReason.Throttled)]
    [InlineData(RefusalReason.Unreachable)]
    [InlineData(RefusalReason.Invalid)]
    public async Task A_refused_release_is_asked_for_again(RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        world.Provider.Next(Questioned.Release, Fate.Refused, new Refusal(reason, "no"));

        await world.Get<RemoveLine>().RunAsync(world.Ann, line.Id, CancellationToken.None);
        await world.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Null(await world.LineAsync(line.Id));
        Assert.Equal("void", world.Provider.Holds[0].Status);
        await world.AgreesAsync((offer, 10));
    }

    [Theory]
    [InlineData(RefusalReason.GuestDataMissing, HoldState.Held)]
    [InlineData(RefusalReason.Throttled, HoldState.Held)]
    [InlineData(RefusalReason.Invalid, HoldState.Held)]
    [InlineData(RefusalReason.HoldExpired, HoldState.Expired)]
    public async Task Refused_guest_data_book_nothing_and_are_kept(RefusalReason reason, HoldState left)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10, wanted: [GuestFields.LastName]);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.LastName, "Byron"));
        if (left == HoldState.Expired)
            world.Provider.End(world.Provider.Holds[0]);
        world.Provider.Next(Questioned.Guests, Fate.Refused, new Refusal(reason, "no") { FieldFaults = [new FieldFault("A", 0, GuestFields.LastName, "required")] });

        var answer = await world.CheckOutAsync(world.Ann);

        Assert.Equal(reason, answer.Refusal!.Reason);
        Assert.Empty(world.Provider.Bookings);
        var stands = (await world.LineAsync(line.Id))!;
        Assert.Equal(left, stands.Hold!.State);
        var seal = world.Get<GuestSeal>();
        var guest = stands.GuestPlaces.Single(p => p.Slot == 0);
        Assert.Equal("Byron", seal.Open(guest.Guest!.SealedValues)[GuestFields.LastName]);
        Assert.Equal(reason == RefusalReason.GuestDataMissing ? ["required"] : [], seal.Open(guest.SealedFaults).Values);
    }

    [Theory]
    [InlineData(RefusalReason.GuestDataMissing)]
    [InlineData(RefusalReason.PriceChanged)]
    [InlineData(RefusalReason.NotAllowed)]
    [InlineData(RefusalReason.Invalid)]
    [InlineData(RefusalReason.NotAuthorised)]
    public async Task A_refused_booking_whose_places_are_held_returns_to_the_cart_and_may_be_checked_out_again(RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10);
        await world.AddedAsync(world.Ann, offer, 2);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(reason, "no"));
        await world.CheckedOutAsync(world.Ann);
        var order = Assert.Single(await world.OrdersAsync());
        Assert.Equal((OrderState.Planned, reason), (order.State, order.RefusedFor));

        await world.Get<ReturnToCart>().RunAsync(world.Ann, order.Id, CancellationToken.None);
        Assert.Equal(HoldState.Held, Assert.Single(await world.CartAsync(world.Ann)).Hold!.State);
        await world.CheckedOutAsync(world.Ann);

        Assert.Equal([OrderState.Released, OrderState.Purchased], (await world.OrdersAsync()).Select(o => o.State));
        await world.AgreesAsync((offer, 10));
    }

    [Theory]
    [InlineData(RefusalReason.HoldExpired)]
    [InlineData(RefusalReason.NotFound)]
    [InlineData(RefusalReason.SoldOut)]
    public async Task A_booking_whose_hold_is_over_gives_the_lines_back_with_their_names(RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10, wanted: [GuestFields.LastName]);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.LastName, "Byron"));
        await world.Get<SendGuests>().RunAsync(world.Ann, line.HoldId!.Value, CancellationToken.None);
        world.Provider.End(world.Provider.Holds[0]);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(reason, "gone"));

        await world.CheckedOutAsync(world.Ann);

        Assert.Equal(OrderState.Refused, Assert.Single(await world.OrdersAsync()).State);
        Assert.Equal(reason, Assert.Single(await world.CartAsync(world.Ann)).Problem);
        await world.AgreesAsync((offer, 10));
        await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);
        await world.CheckedOutAsync(world.Ann);
        Assert.Equal("Byron", world.Provider.Holds[^1].Guests[0].Slots[0].Values[GuestFields.LastName]);
        await world.AgreesAsync((offer, 10));
    }

    [Theory]
    [InlineData(RefusalReason.Throttled)]
    [InlineData(RefusalReason.Unreachable)]
    public async Task A_booking_that_certainly_did_not_arrive_is_tried_again_by_itself(RefusalReason reason)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10);
        await world.AddedAsync(world.Ann, offer, 2);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(reason, "later"));
        await world.CheckedOutAsync(world.Ann);

        await world.PassAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(OrderState.Purchased, Assert.Single(await world.OrdersAsync()).State);
        await world.AgreesAsync((offer, 10));
    }

    [Fact]
    public async Task Nobody_books_without_the_names_that_are_wanted_before_checkout()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10, wanted: [GuestFields.LastName]);
        await world.AddedAsync(world.Ann, offer, 2);

        var answer = await world.CheckOutAsync(world.Ann);

        Assert.Equal(RefusalReason.GuestDataMissing, answer.Refusal!.Reason);
        Assert.Equal((0, GuestFields.LastName), (Assert.Single(answer.Refusal.FieldFaults).Slot, answer.Refusal.FieldFaults[0].Field));
        Assert.DoesNotContain(Questioned.Commit, world.Provider.Asked);
    }

    private static async Task<(HoldState?, int, RefusalReason?)> StandsAsync(PortalWorld world, Guid lineId)
    {
        var line = (await world.LineAsync(lineId))!;
        return (line.Hold?.State, line.HeldQuantity, line.Problem);
    }
}
