using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

public sealed class ReadBookingTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private Task<BookingView?> ReadAsync(string reference, Core.Agencies.Actor? actor = null) =>
        world.Get<ReadBooking>().RunAsync(actor ?? world.Ann, reference, CancellationToken.None);

    [Fact]
    public async Task A_booking_tells_its_parts_its_tickets_and_its_story_from_the_hold_on()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 50m), 2);
        var made = await world.CheckedOutAsync(world.Ann);

        var booking = (await ReadAsync($" {made.Reference.ToLowerInvariant()} "))!;

        Assert.Equal(("Customer", "Ann"), (booking.Customer, booking.AgentName));
        var order = Assert.Single(booking.Orders);
        Assert.Equal((OrderState.Purchased, 2), (order.State, order.Items.Count));
        Assert.Equal("Event A", order.Items[0].What.Name);
        Assert.Equal(100m, Assert.Single(Assert.Single(booking.Totals).Nets).Amount);
        Assert.Equal("The provider is asked to hold the places.", booking.Timeline[0].Said);
        Assert.Equal("The provider confirmed.", booking.Timeline[^1].Said);
        Assert.False(booking.IsOpen);
    }

    [Fact]
    public async Task A_colleague_sees_it_and_the_other_agency_finds_nothing()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var made = await world.CheckedOutAsync(world.Ann);

        Assert.NotNull(await ReadAsync(made.Reference, world.Ben));
        Assert.Null(await ReadAsync(made.Reference, world.Eve));
        Assert.Null(await ReadAsync("ZZZZZZ"));
        Assert.Null(await world.Get<ReadBookingMark>().RunAsync(world.Eve, made.BookingId, CancellationToken.None));
    }

    [Fact]
    public async Task An_open_answer_is_told_as_such_with_when_it_should_be_known()
    {
        world.Provider.Next(Questioned.Commit, Fate.SilentBefore);
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var made = await world.CheckedOutAsync(world.Ann);

        var order = (await ReadAsync(made.Reference))!.Orders.Single();

        Assert.Equal(OrderState.Unknown, order.State);
        Assert.True(order.KnownBy > world.Now);
        Assert.False(order.CanTryAgain(world.Now));
        Assert.False(order.CanReturn);
    }

    [Fact]
    public async Task A_refused_order_that_came_back_to_the_cart_can_be_checked_out_again()
    {
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.Invalid, "odd"));
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var first = await world.CheckedOutAsync(world.Ann);
        var refused = (await ReadAsync(first.Reference))!.Orders.Single();
        Assert.True(refused.CanTryAgain(world.Now) && refused.CanReturn);

        await world.Get<ReturnToCart>().RunAsync(world.Ann, refused.Id, CancellationToken.None);
        Assert.Equal(await world.CartIdAsync(world.Ann), (await ReadAsync(first.Reference))!.CartWithReturned);
        var second = await world.CheckedOutAsync(world.Ann);

        Assert.NotEqual(first.Reference, second.Reference);
        Assert.Equal(OrderState.Purchased, (await ReadAsync(second.Reference))!.Orders.Single().State);
        Assert.Equal("Event A", (await ReadAsync(first.Reference))!.Orders.Single().Lines.Single().What!.Name);
        Assert.Single(world.Provider.Bookings);
    }

    [Fact]
    public async Task A_plan_stands_for_one_checkout_however_often_it_is_drawn_and_never_books_what_it_did_not_show()
    {
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var cartId = await world.CartIdAsync(world.Ann);
        var plan = await PlanAsync();
        Assert.Equal(plan.ActionId, (await PlanAsync()).ActionId);

        await world.AddedAsync(world.Ann, await world.SellsAsync("B"), 1);
        var unseen = await PressAsync(plan);
        Assert.Equal(RefusalReason.Busy, unseen.Refusal?.Reason);
        Assert.Empty(world.Provider.Bookings);

        var now = await PlanAsync();
        var first = await PressAsync(now);
        var again = await PressAsync(now);
        Assert.Equal(first.Value, again.Value);
        Assert.NotEqual(now.ActionId, (await PlanAsync()).ActionId);

        async Task<CheckoutView> PlanAsync() => (await world.Get<ReadCheckout>().RunAsync(world.Ann, cartId, CancellationToken.None))!;
        Task<Answer<BookingMade>> PressAsync(CheckoutView view) => world.Get<CheckOutCart>().RunAsync(world.Ann,
            new CheckOutRequest(view.ActionId, cartId, null, view.OnOpenAnswer, view.OnRefusal, view.Cart.Content), CancellationToken.None);
    }

    [Fact]
    public async Task What_was_entered_at_checkout_is_there_after_a_reload()
    {
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);

        await world.Get<NoteCheckout>().RunAsync(world.Ann, line.CartId, "Family Byron", OnOpenAnswer.LetGo, OnRefusal.UndoTheRest, CancellationToken.None);
        await world.Get<NoteCheckout>().RunAsync(world.Eve, line.CartId, "Nosy", OnOpenAnswer.GoOn, OnRefusal.KeepWhatGoes, CancellationToken.None);

        var plan = (await world.Get<ReadCheckout>().RunAsync(world.Ann, line.CartId, CancellationToken.None))!;
        Assert.Equal(("Family Byron", OnOpenAnswer.LetGo), (plan.Customer, plan.OnOpenAnswer));
    }
}
