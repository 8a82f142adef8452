using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Payments;
using Portal.Sandbox;
using Portal.Tests.Bookings;
using Portal.Tests.Matrix;
using Portal.Tests.Support;

namespace Portal.Tests.Deadlines;

/// <summary>Deadlines at the providers' own: the jobs and the real adapters before the sandbox.</summary>
public sealed class DeadlinesOverHttpTests
{
    [Theory]
    [InlineData("OneboxChannels", null)]
    [InlineData("OneboxChannels", "order.purchaseBooking")]
    [InlineData("SecuTix", null)]
    [InlineData("SecuTix", "createPaymentsAndCloseOrder")]
    public async Task What_is_paid_in_full_is_bought_once_by_two_nodes_though_the_answer_is_lost(string kind, string? lost)
    {
        var wire = kind == "SecuTix" ? Wires.SecuTix : Wires.OneboxChannels;
        await using var world = await SandboxWorld.StartAsync([wire]);
        var order = await world.BooksAsync(wire, 3);
        await RuleAsync(world, ConversionRule.WhenPaid);
        if (lost is not null)
            world.Sandbox.Scenarios.Add(new Scenario($"{wire.Sandbox}/{lost}", ScenarioKind.SilentAfter));
        await PaysAsync(world, order, order.Items.Sum(i => i.Quote.Selling));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Get<ConvertBookings>().RunAsync(default))));
        // What Onebox began and nobody knows the name of keeps the places locked for 45 minutes.
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(90) && (await world.OnlyOrderAsync()).State == OrderState.Booked; passed += TimeSpan.FromSeconds(20))
        {
            world.Clock.Advance(TimeSpan.FromSeconds(20));
            await world.Get<LookUpOperations>().RunAsync(default);
            await world.Get<ConvertBookings>().RunAsync(default);
        }

        var after = await world.OnlyOrderAsync();
        Assert.Equal((OrderState.Purchased, 1), (after.State, after.Operations.Count(o => o.State == OperationState.Done)));
        Assert.Equal(3, LaterActsOverHttpTests.Sold(world, wire));
        await using var db = world.Open();
        await db.BalancesAsync();
        Assert.Equal(0m, (await world.Get<ReadBooking>().RunAsync(world.Ann, await db.Bookings.Select(b => b.Reference).SingleAsync(), default))!.Payments.Money!.Open.Amount);
    }

    [Fact]
    public async Task SecuTix_frees_shortly_before_the_deadline_what_is_not_paid()
    {
        await using var world = await SandboxWorld.StartAsync([Wires.SecuTix]);
        var order = await world.BooksAsync(Wires.SecuTix, 3);
        var left = Wires.SecuTix.Left(world.Sandbox);
        await RuleAsync(world, ConversionRule.WhenPaid);
        await world.Get<ConvertBookings>().RunAsync(default);
        Assert.Equal(left, Wires.SecuTix.Left(world.Sandbox));

        world.Clock.Advance(order.KeptUntil!.Value.AddMinutes(-5) - world.Clock.GetUtcNow().UtcDateTime);
        await world.Get<ConvertBookings>().RunAsync(default);

        Assert.Equal(OrderState.Released, (await world.OnlyOrderAsync()).State);
        Assert.Equal(left + 3, Wires.SecuTix.Left(world.Sandbox));
    }

    [Fact]
    public async Task What_lapses_at_Onebox_is_seen_by_the_read_back_and_told()
    {
        await using var world = await SandboxWorld.StartAsync([Wires.OneboxChannels]);
        var order = await world.BooksAsync(Wires.OneboxChannels, 2);
        await RuleAsync(world, ConversionRule.WhenPaid);

        world.Clock.Advance(order.KeptUntil!.Value.AddMinutes(-5) - world.Clock.GetUtcNow().UtcDateTime);
        await world.Get<ConvertBookings>().RunAsync(default);
        var marked = await world.OnlyOrderAsync();
        Assert.All(marked.Items, i => Assert.Equal((ItemState.Booked, true), (i.State, i.GivenUpAt is not null)));

        world.Clock.Advance(TimeSpan.FromMinutes(6));
        await world.Get<ReadBackOrders>().RunAsync(default);

        var after = await world.OnlyOrderAsync();
        Assert.Equal((OrderState.Expired, null), (after.State, after.NextReadAt));
        Assert.All(after.Items, i => Assert.Equal(ItemState.Lapsed, i.State));
        await using var db = world.Open();
        Assert.Contains("2 places lapsed at the provider", Assert.Single(await db.Notices.Where(n => n.Kind == NoticeKind.PlacesChanged).ToListAsync()).Said, StringComparison.Ordinal);
        Assert.Equal(0, LaterActsOverHttpTests.Sold(world, Wires.OneboxChannels));
    }

    [Fact]
    public async Task Of_five_at_Onebox_two_are_bought_today_two_by_the_job_and_one_lapses()
    {
        await using var world = await SandboxWorld.StartAsync([Wires.OneboxChannels]);
        var order = await world.BooksAsync(Wires.OneboxChannels, 5);
        var each = order.Items[0].Quote;
        Assert.True((await world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, [.. order.Items.Take(2).Select(i => i.Id)]), default)).IsYes);
        await RuleAsync(world, ConversionRule.BeforeDeadline, limit: 4 * each.Owed);

        world.Clock.Advance(order.KeptUntil!.Value.AddHours(-1) - world.Clock.GetUtcNow().UtcDateTime);
        await world.Get<ConvertBookings>().RunAsync(default);
        await world.Get<ConvertBookings>().RunAsync(default);
        world.Clock.Advance(TimeSpan.FromMinutes(62));
        await world.Get<ReadBackOrders>().RunAsync(default);

        var after = await world.OnlyOrderAsync();
        Assert.Equal(OrderState.Purchased, after.State);
        Assert.Equal((4, 1), (after.Items.Count(i => i.State == ItemState.Purchased), after.Items.Count(i => i.State == ItemState.Lapsed)));
        Assert.Equal(4, LaterActsOverHttpTests.Sold(world, Wires.OneboxChannels));
        await using var db = world.Open();
        await db.BalancesAsync();
        Assert.Equal(4 * each.Owed, await db.Agencies.Where(a => a.Id == world.Ann.AgencyId).Select(a => a.Balance).SingleAsync());
        var money = (await world.Get<ReadBooking>().RunAsync(world.Ann, await db.Bookings.Select(b => b.Reference).SingleAsync(), default))!.Payments.Money!;
        Assert.Equal(4 * each.Selling, money.Due.Amount);
    }

    private static async Task RuleAsync(SandboxWorld world, ConversionRule rule, decimal? limit = null)
    {
        await using var db = world.Open();
        await db.Agencies.ExecuteUpdateAsync(set => set.SetProperty(a => a.Conversion, rule).SetProperty(a => a.CreditLimit, limit));
        await db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.NextConvertAt, world.Clock.GetUtcNow().UtcDateTime));
    }

    private static async Task PaysAsync(SandboxWorld world, Order order, decimal amount) => Assert.True((await world.Get<RecordPayment>().RunAsync(
        world.Ann, new PaymentTyped(Guid.NewGuid(), order.BookingId, PaymentMethod.Cash, amount, null, DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime)), default)).IsYes);
}
