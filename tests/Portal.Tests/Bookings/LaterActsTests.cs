using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>What an agent does with a booking after the day it was made: buys it, in parts or whole, or gives it up.</summary>
public sealed class LaterActsTests
{
    [Fact]
    public async Task Two_of_five_are_bought_and_three_stay_with_their_own_deadline()
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 5);

        var made = await PurchaseAsync(world, order, Chosen(order, 0, 1));

        Assert.Equal(OperationState.Done, made.Value?.State);
        var after = await OrderAsync(world);
        Assert.Equal(OrderState.Booked, after.State);
        Assert.Equal([ItemState.Purchased, ItemState.Purchased, ItemState.Booked, ItemState.Booked, ItemState.Booked], after.Items.OrderBy(i => i.Place).Select(i => i.State));
        Assert.Equal(3, after.Items.Where(i => i.State == ItemState.Booked).Select(i => i.KeptUntil).OfType<DateTime>().Distinct().Count());
        Assert.All(after.Items, i => Assert.Null(i.OperationId));
        Assert.Equal(100m, Assert.Single(world.Keeping.Paid).Amount);

        Assert.Equal(OperationState.Done, (await PurchaseAsync(world, order, [])).Value?.State);
        Assert.Equal(OrderState.Purchased, (await OrderAsync(world)).State);
        Assert.Equal([100m, 150m], world.Keeping.Paid.Select(p => p.Amount));
    }

    [Fact]
    public async Task A_price_that_rose_is_said_and_not_taken()
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 2);
        world.Keeping.Surcharge = 8;

        var answer = await PurchaseAsync(world, order, []);

        Assert.Equal(RefusalReason.PriceChanged, answer.Refusal?.Reason);
        Assert.Contains("108.00 EUR is asked, 100.00 EUR was agreed", RefusalWords.For(answer.Refusal!, "Keeping", Attempted.Purchase).ToString(), StringComparison.Ordinal);
        Assert.All((await OrderAsync(world)).Items, i => Assert.Equal((ItemState.Booked, null), (i.State, i.OperationId)));
        Assert.Empty(world.Keeping.Paid);
        Assert.Contains((await ViewAsync(world)).Operations, o => o is { Kind: OperationKind.Purchase, Refusal.Reason: RefusalReason.PriceChanged });
    }

    [Theory]
    [InlineData(Fate.SilentBefore)]
    [InlineData(Fate.SilentAfter)]
    public async Task After_silence_it_is_looked_up_and_bought_once(Fate fate)
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 3);
        world.Keeping.Next(Questioned.Purchase, fate);

        Assert.Equal(OperationState.Unknown, (await PurchaseAsync(world, order, Chosen(order, 0))).Value?.State);
        Assert.Equal((OperationKind.Purchase, OperationState.Unknown), ((await ViewAsync(world)).Operations[0].Kind, (await ViewAsync(world)).Operations[0].State));
        Assert.Equal(RefusalReason.Busy, (await CancelAsync(world, order, Chosen(order, 0, 1))).Refusal?.Reason);
        await world.PassAsync(TimeSpan.FromMinutes(4));

        Assert.Equal([ItemState.Purchased, ItemState.Booked, ItemState.Booked], (await OrderAsync(world)).Items.OrderBy(i => i.Place).Select(i => i.State));
        Assert.Single(world.Keeping.Paid);
        Assert.Equal(OperationState.Done, Assert.Single((await OrderAsync(world)).Operations).State);
    }

    [Fact]
    public async Task A_process_that_died_while_it_asked_leaves_one_purchase()
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 2);
        var hanging = world.Keeping.Next(Questioned.Purchase, Fate.HangsAfter);
        _ = PurchaseAsync(world, order, []);
        await hanging.Reached;

        world.Restart();
        await world.PassAsync(TimeSpan.FromMinutes(4));

        Assert.Equal(OrderState.Purchased, (await OrderAsync(world)).State);
        Assert.Single(world.Keeping.Paid);
        hanging.LetGo();
    }

    [Theory, OnEveryEngine]
    public async Task Two_tabs_a_double_click_and_a_job_are_one_purchase(DatabaseEngine engine)
    {
        await using var world = await StartAsync(engine);
        world.OneAtATime = false;
        var order = await BookedAsync(world, 3);
        var click = Guid.NewGuid();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(n => Task.Run(() => PurchaseAsync(world, order, [], n % 2 == 0 ? click : null))));

        Assert.All(answers, a => Assert.True(a.IsYes || a.Refusal.Reason == RefusalReason.Busy, a.Refusal?.ToString()));
        Assert.Single(answers.Where(a => a.IsYes).Select(a => a.Value!.OperationId).Distinct());
        Assert.All(answers.Where((_, n) => n % 2 == 0), a => Assert.True(a.IsYes || a.Refusal.Reason == RefusalReason.Busy, a.Refusal?.ToString()));
        Assert.Equal(150m, Assert.Single(world.Keeping.Paid).Amount);
        Assert.Single((await OrderAsync(world)).Operations);
    }

    [Fact]
    public async Task The_same_click_again_gets_the_first_result()
    {
        await using var world = await StartAsync();
        var (order, click) = (await BookedAsync(world, 2), Guid.NewGuid());

        var (first, second) = (await PurchaseAsync(world, order, [], click), await PurchaseAsync(world, order, [], click));

        Assert.Equal(first.Value, second.Value);
        Assert.Single(world.Keeping.Paid);
        Assert.Equal(RefusalReason.Busy, (await PurchaseAsync(world, order, Chosen(order, 0))).Refusal?.Reason);
    }

    [Fact]
    public async Task With_selling_off_nothing_is_asked_and_the_page_says_why()
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 2);
        await using (var db = world.Open())
            await db.Promoters.ExecuteUpdateAsync(set => set.SetProperty(p => p.SellingOn, false));

        Assert.Equal(RefusalReason.NotEnabled, (await PurchaseAsync(world, order, [])).Refusal?.Reason);

        Assert.DoesNotContain(Questioned.Purchase, world.Keeping.Asked);
        Assert.Contains("Selling is switched off for the promoter Keeping", (await ViewAsync(world)).Acts.NoPurchase, StringComparison.Ordinal);
        Assert.All((await ViewAsync(world)).Items, i => Assert.True(i is { CanPurchase: false, CanCancel: true }));
    }

    [Fact]
    public async Task What_is_no_longer_kept_is_not_asked_for()
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 1);
        world.Clock.Advance(TimeSpan.FromDays(11));

        Assert.Equal(RefusalReason.HoldExpired, (await PurchaseAsync(world, order, [])).Refusal?.Reason);
        Assert.DoesNotContain(Questioned.Purchase, world.Keeping.Asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Fate.SilentBefore)]
    [InlineData(Fate.SilentAfter)]
    public async Task One_place_is_given_up_and_the_others_stay(Fate? fate)
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 3);
        if (fate is { } planned)
            world.Keeping.Next(Questioned.Cancel, planned);
        var preview = CancelPreview.Of(await ViewAsync(world), Chosen(order, 1));
        Assert.Contains("nothing comes back and nothing is owed", preview?.Returns, StringComparison.Ordinal);
        Assert.Equal(50m, preview?.Net.Amount);

        await CancelAsync(world, order, Chosen(order, 1));
        await world.PassAsync(fate is null ? TimeSpan.Zero : TimeSpan.FromMinutes(4));

        Assert.Equal([ItemState.Booked, ItemState.Cancelled, ItemState.Booked], (await OrderAsync(world)).Items.OrderBy(i => i.Place).Select(i => i.State));
        Assert.Equal([ItemState.Booked, ItemState.Cancelled, ItemState.Booked], world.Keeping.Kept.Select(p => p.State));
        Assert.Empty(await world.CartAsync(world.Ann));
    }

    [Fact]
    public async Task What_a_provider_cannot_is_said_before_and_refused_without_a_call()
    {
        await using var world = await StartAsync();
        (world.Keeping.CanPurchaseItems, world.Keeping.CanCancelItems) = (false, false);
        var order = await BookedAsync(world, 3);

        Assert.Equal(RefusalReason.NotAllowed, (await PurchaseAsync(world, order, Chosen(order, 0))).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await CancelAsync(world, order, Chosen(order, 0))).Refusal?.Reason);
        Assert.True((await PurchaseAsync(world, order, [])).IsYes);
        Assert.Equal(RefusalReason.NotAllowed, (await CancelAsync(world, order, Chosen(order, 0, 1, 2))).Refusal?.Reason);

        Assert.Contains("does not take back what was sold", (await ViewAsync(world)).Acts.NoCancel, StringComparison.Ordinal);
        Assert.DoesNotContain(Questioned.Cancel, world.Keeping.Asked);
    }

    [Fact]
    public async Task A_sale_given_up_as_a_whole_is_cancelled_and_its_report_is_no_news()
    {
        await using var world = await StartAsync();
        await world.AddedAsync(world.Ann, await world.SellsAsync("C", by: world.Cancelling), 2);
        await world.CheckedOutAsync(world.Ann);
        var order = await OrderAsync(world);
        Assert.Contains("tells only afterwards what it gives back", CancelPreview.Of(await ViewAsync(world), [])?.Returns, StringComparison.Ordinal);

        Assert.Equal(OperationState.Done, (await CancelAsync(world, order, [])).Value?.State);
        await world.Get<RecordFulfilments>().RunAsync(order.Id, [new FulfilmentReport(order.Id, new("part", "1"), FulfilmentStatus.Cancelled, "cancelled")], TimeSpan.FromSeconds(30), default);

        Assert.All((await OrderAsync(world)).Items, i => Assert.Equal(ItemState.Cancelled, i.State));
        Assert.Single(world.Cancelling.Cancelled);
        Assert.Empty(await world.CartAsync(world.Ann));
        await using var db = world.Open();
        Assert.Empty(await db.Notices.ToListAsync());
    }

    [Fact]
    public async Task Another_agency_s_booking_is_not_known()
    {
        await using var world = await StartAsync();
        var order = await BookedAsync(world, 1);

        Assert.Equal(RefusalReason.NotFound, (await world.Get<PurchaseItems>().RunAsync(world.Eve, new(Guid.NewGuid(), order.Id, []), default)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await world.Get<CancelItems>().RunAsync(world.Eve, new(Guid.NewGuid(), order.Id, []), default)).Refusal?.Reason);
    }

    private static Task<PortalWorld> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite) => PortalWorld.StartAsync(engine);

    private static async Task<Order> BookedAsync(PortalWorld world, int places)
    {
        var offer = await world.SellsAsync("K", by: world.Keeping);
        await world.SwitchBookingAsync(promoter: true, channel: true);
        Assert.True((await world.AddAsync(world.Ann, offer, places, mode: SaleMode.Book)).IsYes);
        await world.CheckedOutAsync(world.Ann);
        var order = await OrderAsync(world);
        Assert.Equal((OrderState.Booked, places), (order.State, order.Items.Count));
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
        return await OrderAsync(world);
    }

    private static Task<Answer<OperationMade>> PurchaseAsync(PortalWorld world, Order order, IReadOnlyList<Guid> items, Guid? action = null) =>
        world.Get<PurchaseItems>().RunAsync(world.Ann, new ItemsChosen(action ?? Guid.NewGuid(), order.Id, items), default);

    private static Task<Answer<OperationMade>> CancelAsync(PortalWorld world, Order order, IReadOnlyList<Guid> items) =>
        world.Get<CancelItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, items), default);

    private static IReadOnlyList<Guid> Chosen(Order order, params int[] places) => [.. order.Items.Where(i => places.Contains(i.Place)).Select(i => i.Id)];

    private static async Task<Order> OrderAsync(PortalWorld world) => Assert.Single(await world.OrdersAsync());

    private static async Task<OrderView> ViewAsync(PortalWorld world)
    {
        await using var db = world.Open();
        var reference = await db.Bookings.Select(b => b.Reference).SingleAsync();
        return Assert.Single((await world.Get<ReadBooking>().RunAsync(world.Ann, reference, default))!.Orders);
    }
}
