using Portal.Core.Bookings;
using Portal.Core.Deadlines;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Deadlines;

/// <summary>An agent says that booked places will not be bought.</summary>
public sealed class GiveUpTests
{
    [Fact]
    public async Task Where_the_provider_can_they_are_freed_at_once_and_the_rest_stays_booked()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(3);

        var given = await GiveUpAsync(world, order, order.Items[0].Id, order.Items[2].Id);

        Assert.Equal((0, OperationState.Done), (given.Value!.Marked, given.Value.Freed));
        Assert.Equal([ItemState.Cancelled, ItemState.Booked, ItemState.Cancelled], await world.StatesAsync(order.Id));
        Assert.Equal((OrderState.Booked, order.Items[1].KeptUntil), ((await world.OrderAsync(order.Id)).State, (await world.OrderAsync(order.Id)).KeptUntil));
    }

    [Fact]
    public async Task Where_it_cannot_they_will_lapse_and_the_page_the_list_and_the_deadlines_say_so()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Keeping.Frees = false;
        var order = await world.BookedAsync(1);

        var given = await GiveUpAsync(world, order);

        Assert.Equal((1, null, order.KeptUntil), (given.Value!.Marked, given.Value.Freed, given.Value.LapsesAt));
        var view = await world.Get<ReadBooking>().RunAsync(world.Ann, order.Booking!.Reference, default);
        Assert.Equal((true, Prospect.GivenUp, false), (view!.Orders[0].Items[0].IsGivenUp, view.Orders[0].Items[0].Outlook?.Prospect, view.Orders[0].Items[0].CanPurchase));
        Assert.Equal(order.KeptUntil, Assert.Single((await world.Get<FindBookings>().RunAsync(world.Ann, new BookingQuery(), null, default)).Rows).LapsesAt);
        var row = Assert.Single((await world.Get<FindDeadlines>().RunAsync(world.Ann, new DeadlineQuery(), default)).Rows);
        Assert.Contains("will lapse on", OutlookWords.Say(row.Outlook, row.Provider, "Europe/Amsterdam"), StringComparison.Ordinal);
        Assert.DoesNotContain(Questioned.Cancel, world.Keeping.Asked);
    }

    [Fact]
    public async Task It_can_be_taken_back_until_the_deadline_and_not_after_it()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Keeping.Frees = false;
        var order = await world.BookedAsync(1);
        await GiveUpAsync(world, order);

        Assert.True((await UndoAsync(world, order)).IsYes);
        Assert.Null((await world.OrderAsync(order.Id)).Items[0].GivenUpAt);

        await GiveUpAsync(world, order);
        world.GoTo(order.KeptUntil!.Value);
        Assert.Equal(RefusalReason.Busy, (await UndoAsync(world, order)).Refusal?.Reason);
    }

    [Fact]
    public async Task A_click_and_its_double_free_once()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        var chosen = new ItemsChosen(Guid.NewGuid(), order.Id, []);
        world.OneAtATime = false;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.Get<GiveUpItems>().RunAsync(world.Ann, chosen, default))));

        Assert.Equal(OrderState.Released, (await world.OrderAsync(order.Id)).State);
        Assert.Equal(1, world.Keeping.Asked.Count(a => a == Questioned.Cancel));
    }

    [Fact]
    public async Task A_freeing_that_stays_unanswered_is_looked_up_and_nothing_of_it_is_bought_meanwhile()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        world.Keeping.Next(Questioned.Cancel, Fate.SilentAfter);

        Assert.Equal(OperationState.Unknown, (await GiveUpAsync(world, order)).Value?.Freed);
        Assert.Equal(RefusalReason.Busy, (await world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, []), default)).Refusal?.Reason);
        await world.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(OrderState.Released, (await world.OrderAsync(order.Id)).State);
    }

    [Fact]
    public async Task Another_agency_gives_up_nothing()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);

        Assert.Equal(RefusalReason.NotFound, (await world.Get<GiveUpItems>().RunAsync(world.Eve, new(Guid.NewGuid(), order.Id, []), default)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await world.Get<UndoGiveUp>().RunAsync(world.Eve, new(Guid.NewGuid(), order.Id, []), default)).Refusal?.Reason);
    }

    private static Task<Answer<ItemsGivenUp>> GiveUpAsync(PortalWorld world, Order order, params Guid[] items) =>
        world.Get<GiveUpItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, items), default);

    private static Task<Answer<PlacesWanted>> UndoAsync(PortalWorld world, Order order) =>
        world.Get<UndoGiveUp>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, []), default);
}
