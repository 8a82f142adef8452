using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Payments;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Deadlines;

/// <summary>The job buys and gives up what is booked by the agency's rule, once whoever runs it.</summary>
public sealed class ConvertBookingsTests
{
    [Fact]
    public async Task By_hand_nothing_happens_by_itself_until_the_deadline()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        await PaysAsync(world, order, 100m);

        foreach (var at in (TimeSpan[])[TimeSpan.FromHours(5), TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(40)])
        {
            world.GoTo(order.KeptUntil!.Value - at);
            await world.ConvertAsync();
        }

        Assert.Equal([ItemState.Booked, ItemState.Booked], await world.StatesAsync(order.Id));
        Assert.All((await world.OrderAsync(order.Id)).Items, i => Assert.Null(i.GivenUpAt));
    }

    [Fact]
    public async Task Once_paid_in_full_it_is_bought_and_part_of_it_buys_nothing()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        await world.RuleAsync(ConversionRule.WhenPaid);
        await PaysAsync(world, order, 60m);
        await world.ConvertAsync();
        Assert.Equal(OrderState.Booked, (await world.OrderAsync(order.Id)).State);

        await PaysAsync(world, order, 40m);
        await world.ConvertAsync();

        var after = await world.OrderAsync(order.Id);
        Assert.Equal(OrderState.Purchased, after.State);
        Assert.Equal(100m, Assert.Single(world.Keeping.Paid).Amount);
        Assert.Contains(after.History, h => h.By == "deadlines");
        await world.BalancesAsync();
    }

    [Fact]
    public async Task Before_the_deadline_it_is_bought_from_the_hour_on_that_the_agency_chose()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        await world.RuleAsync(ConversionRule.BeforeDeadline, hoursBefore: 6);

        world.GoTo(order.KeptUntil!.Value.AddHours(-6).AddMinutes(-1));
        await world.ConvertAsync();
        Assert.Empty(world.Keeping.Paid);

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.ConvertAsync();
        // The second place is kept an hour longer.
        Assert.Equal([ItemState.Purchased, ItemState.Booked], await world.StatesAsync(order.Id));

        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.ConvertAsync();
        Assert.Equal(OrderState.Purchased, (await world.OrderAsync(order.Id)).State);
        Assert.Equal([50m, 50m], world.Keeping.Paid.Select(p => p.Amount));
    }

    [Fact]
    public async Task As_many_are_bought_as_the_credit_carries_the_agent_is_told_once_and_the_rest_is_freed_in_time()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(4);
        await world.HasMailAsync(world.Ann);
        await world.RuleAsync(ConversionRule.BeforeDeadline, hoursBefore: 24, limit: 120m);
        world.GoTo(order.KeptUntil!.Value.AddHours(-5));

        for (var run = 0; run < 5; run++)
        {
            await world.ConvertAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal([ItemState.Purchased, ItemState.Purchased, ItemState.Booked, ItemState.Booked], await world.StatesAsync(order.Id));
        var mail = Assert.Single(await world.MailsAsync());
        Assert.StartsWith("unbought:", mail.Intent, StringComparison.Ordinal);
        await using (var db = world.Open())
            Assert.Contains("credit does not reach", Assert.Single(await db.Notices.ToListAsync()).Said, StringComparison.Ordinal);

        // Third and fourth are kept two and three hours longer than the first.
        world.GoTo(order.KeptUntil.Value.AddHours(2).AddMinutes(-14));
        await world.ConvertAsync();

        Assert.Equal([ItemState.Purchased, ItemState.Purchased, ItemState.Cancelled, ItemState.Booked], await world.StatesAsync(order.Id));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task What_is_not_paid_is_freed_shortly_before_its_deadline_or_marked_where_nothing_can_be_freed()
    {
        await using var world = await PortalWorld.StartAsync();
        var freed = await world.BookedAsync(1, "F");
        await world.RuleAsync(ConversionRule.WhenPaid);
        world.GoTo(freed.KeptUntil!.Value.AddMinutes(-16));
        await world.ConvertAsync();
        Assert.Equal([ItemState.Booked], await world.StatesAsync(freed.Id));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.ConvertAsync();
        Assert.Equal(OrderState.Released, (await world.OrderAsync(freed.Id)).State);

        world.Keeping.Frees = false;
        var marked = await world.BookedAsync(1, "M");
        world.GoTo(marked.KeptUntil!.Value.AddMinutes(-15));
        await world.ConvertAsync();
        var item = Assert.Single((await world.OrderAsync(marked.Id)).Items);
        Assert.Equal((ItemState.Booked, true), (item.State, item.GivenUpAt is not null));
        Assert.Equal(1, world.Keeping.Asked.Count(a => a == Questioned.Cancel));
    }

    [Fact]
    public async Task What_was_given_up_is_never_bought_and_taking_it_back_buys_it()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Keeping.Frees = false;
        var order = await world.BookedAsync(2);
        await world.RuleAsync(ConversionRule.WhenPaid);
        Assert.True((await world.Get<GiveUpItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, [order.Items[1].Id]), default)).IsYes);

        await PaysAsync(world, order, 50m);
        await world.ConvertAsync();
        Assert.Equal([ItemState.Purchased, ItemState.Booked], await world.StatesAsync(order.Id));

        Assert.Equal(1, (await world.Get<UndoGiveUp>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, []), default)).Value?.Count);
        await PaysAsync(world, order, 50m);
        await world.ConvertAsync();
        Assert.Equal(OrderState.Purchased, (await world.OrderAsync(order.Id)).State);
    }

    [Fact]
    public async Task What_an_agent_wants_again_close_to_the_deadline_is_not_given_up_a_second_time()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Keeping.Frees = false;
        var order = await world.BookedAsync(1);
        await world.RuleAsync(ConversionRule.WhenPaid);
        world.GoTo(order.KeptUntil!.Value.AddMinutes(-10));
        await world.ConvertAsync();
        Assert.True((await world.Get<UndoGiveUp>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, []), default)).IsYes);

        await world.ConvertAsync();

        Assert.Null(Assert.Single((await world.OrderAsync(order.Id)).Items).GivenUpAt);
    }

    [Theory, OnEveryEngine]
    public async Task Twenty_runs_of_two_nodes_buy_once(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var orders = new List<Order>();
        foreach (var name in (string[])["A", "B", "C", "D", "E"])
            orders.Add(await world.BookedAsync(2, name));
        foreach (var order in orders)
            await PaysAsync(world, order, 100m);
        await world.RuleAsync(ConversionRule.WhenPaid);
        world.OneAtATime = false;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(world.ConvertAsync)));

        foreach (var order in orders)
        {
            var after = await world.OrderAsync(order.Id);
            Assert.Equal((OrderState.Purchased, 1), (after.State, after.Operations.Count));
        }
        Assert.Equal(5, world.Keeping.Paid.Count);
        await world.BalancesAsync();
    }

    [Fact]
    public async Task Page_and_job_at_the_same_moment_buy_once()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(3);
        await PaysAsync(world, order, 150m);
        await world.RuleAsync(ConversionRule.WhenPaid);
        world.OneAtATime = false;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(world.ConvertAsync)).Cast<Task>().Concat(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, []), default)))));

        Assert.Equal(150m, Assert.Single(world.Keeping.Paid).Amount);
        await world.BalancesAsync();
    }

    [Theory]
    [InlineData(Fate.HangsBefore)]
    [InlineData(Fate.HangsAfter)]
    public async Task Killed_while_the_provider_is_asked_it_is_bought_once_by_the_next_process(Fate fate)
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        await PaysAsync(world, order, 100m);
        await world.RuleAsync(ConversionRule.WhenPaid);
        world.OneAtATime = false;
        var dying = world.Keeping.Next(Questioned.Purchase, fate);
        _ = Task.Run(world.ConvertAsync);
        await dying.Reached;

        world.Restart();
        for (var passed = 0; passed < 60; passed++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await world.RunJobsAsync();
            await world.ConvertAsync();
        }

        Assert.Equal(OrderState.Purchased, (await world.OrderAsync(order.Id)).State);
        Assert.Single(world.Keeping.Paid);
        await world.BalancesAsync();
    }

    [Fact]
    public async Task Killed_between_giving_up_and_freeing_the_next_process_frees()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        await using (var db = world.Open())
        {
            // As it stands when only the mark was saved.
            var tracked = await db.Orders.Include(o => o.Items).SingleAsync();
            tracked.GiveUp(tracked.Items, "Given up.", world.Ann, world.Now);
            await db.SaveChangesAsync();
        }
        await world.ConvertAsync();
        Assert.Equal([ItemState.Booked, ItemState.Booked], await world.StatesAsync(order.Id));

        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.ConvertAsync();

        Assert.Equal(OrderState.Released, (await world.OrderAsync(order.Id)).State);
    }

    [Fact]
    public async Task A_price_that_rose_is_not_paid_by_the_job_and_told_once()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        await world.HasMailAsync(world.Ann);
        await PaysAsync(world, order, 50m);
        await world.RuleAsync(ConversionRule.WhenPaid);
        world.Keeping.Surcharge = 5m;

        for (var run = 0; run < 6; run++)
        {
            await world.ConvertAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var after = await world.OrderAsync(order.Id);
        Assert.Equal(OrderState.Booked, after.State);
        Assert.InRange(after.Operations.Count, 2, 6);
        Assert.Single(await world.MailsAsync());
        await using var db = world.Open();
        Assert.Single(await db.Notices.ToListAsync());
    }

    private static async Task PaysAsync(PortalWorld world, Order order, decimal amount) => Assert.True((await world.Get<RecordPayment>().RunAsync(
        world.Ann, new PaymentTyped(Guid.NewGuid(), order.BookingId, PaymentMethod.Cash, amount, null, DateOnly.FromDateTime(world.Now)), default)).IsYes);
}
