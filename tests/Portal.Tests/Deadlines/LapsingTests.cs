using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Deadlines;

/// <summary>What is booked lapses when its provider says so; where that cannot tell, by the portal's own clock and never against its word.</summary>
public sealed class LapsingTests
{
    [Fact]
    public async Task A_booked_order_is_read_hourly_at_its_deadline_and_just_after_it()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        Assert.Equal(world.Now.AddHours(1), order.NextReadAt);

        world.GoTo(order.KeptUntil!.Value.AddMinutes(-20));
        await ReadAsync(world, order);
        Assert.Equal(order.KeptUntil, (await world.OrderAsync(order.Id)).NextReadAt);

        world.Keeping.IsGenerous = true;
        world.GoTo(order.KeptUntil.Value);
        await ReadAsync(world, order);
        Assert.Equal(order.KeptUntil.Value.AddSeconds(45), (await world.OrderAsync(order.Id)).NextReadAt);
    }

    [Fact]
    public async Task What_the_provider_lets_lapse_lapses_the_order_expires_and_the_agent_is_told()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        world.GoTo(order.KeptUntil!.Value);
        await ReadAsync(world, order);
        // The second is kept an hour longer.
        Assert.Equal([ItemState.Lapsed, ItemState.Booked], await world.StatesAsync(order.Id));
        Assert.Equal(order.KeptUntil.Value.AddHours(1), (await world.OrderAsync(order.Id)).KeptUntil);

        world.Clock.Advance(TimeSpan.FromHours(1));
        await ReadAsync(world, order);

        var after = await world.OrderAsync(order.Id);
        Assert.Equal((OrderState.Expired, null, null), (after.State, after.NextReadAt, after.NextConvertAt));
        await using var db = world.Open();
        Assert.Equal(2, await db.Notices.CountAsync(n => n.Kind == NoticeKind.PlacesChanged && n.Said.Contains("lapsed at the provider")));
        Assert.Empty((await world.Get<ReadBooking>().RunAsync(world.Ann, after.Booking!.Reference, default))!.Totals);
    }

    [Fact]
    public async Task Bought_ones_stay_bought_when_the_rest_lapses()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        Assert.True((await world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, [order.Items[0].Id]), default)).IsYes);

        world.GoTo(order.KeptUntil!.Value.AddHours(2));
        await ReadAsync(world, order);

        Assert.Equal([ItemState.Purchased, ItemState.Lapsed], await world.StatesAsync(order.Id));
        Assert.Equal(OrderState.Purchased, (await world.OrderAsync(order.Id)).State);
    }

    [Fact]
    public async Task A_provider_that_tells_nothing_any_more_is_believed_only_after_deadline_and_margin()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        world.Keeping.IsForgetful = true;

        world.GoTo(order.KeptUntil!.Value.AddSeconds(10));
        await ReadAsync(world, order);
        Assert.Equal([ItemState.Booked], await world.StatesAsync(order.Id));

        world.Clock.Advance(TimeSpan.FromSeconds(35));
        await ReadAsync(world, order);
        Assert.Equal(OrderState.Expired, (await world.OrderAsync(order.Id)).State);
    }

    [Fact]
    public async Task A_provider_that_still_calls_it_booked_or_does_not_answer_is_not_contradicted()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        world.Keeping.IsGenerous = true;
        world.GoTo(order.KeptUntil!.Value.AddMinutes(10));
        await ReadAsync(world, order);
        Assert.Equal([ItemState.Booked], await world.StatesAsync(order.Id));
        Assert.Equal(world.Now.AddMinutes(2), (await world.OrderAsync(order.Id)).NextReadAt);

        world.Keeping.IsGenerous = false;
        world.Keeping.Next(Questioned.ReadBack, Fate.SilentBefore);
        await ReadAsync(world, order);
        Assert.Equal([ItemState.Booked], await world.StatesAsync(order.Id));
    }

    [Fact]
    public async Task What_lapsed_is_no_reason_to_undo_the_other_parts_of_its_booking()
    {
        await using var world = await PortalWorld.StartAsync();
        // Two providers are read back at once: one is asked while the other's answer is saved.
        world.OneAtATime = false;
        world.Keeping.KeptFor = TimeSpan.FromMinutes(30) - TimeSpan.FromHours(1);
        var kept = await world.SellsAsync("K", by: world.Keeping);
        var sold = await world.SellsAsync("C", by: world.Cancelling);
        await world.SwitchBookingAsync(promoter: true, channel: true);
        Assert.True((await world.AddAsync(world.Ann, kept, 1, mode: SaleMode.Book)).IsYes);
        Assert.True((await world.AddAsync(world.Ann, sold, 1)).IsYes);
        Assert.True((await world.CheckOutAsync(world.Ann, onRefusal: OnRefusal.UndoTheRest)).IsYes);
        await world.Get<ReadBackOrders>().RunAsync(default);

        await world.PassAsync(TimeSpan.FromMinutes(1));
        world.Clock.Advance(TimeSpan.FromMinutes(31));
        await world.Get<ReadBackOrders>().RunAsync(default);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([OrderState.Expired, OrderState.Purchased], (await world.OrdersAsync()).Select(o => o.State).Order().Reverse());
        Assert.DoesNotContain(Questioned.Cancel, world.Cancelling.Asked);
    }

    private static async Task ReadAsync(PortalWorld world, Order order) => await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
}
