using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Tests.Matrix;
using Portal.Tests.Support;

namespace Portal.Tests.Ledger;

/// <summary>
/// Five places booked at Onebox Channels, credit for four: two are bought today, two by the job as the deadline comes near, one lapses. The
/// booking, the ledger and what the sandbox was paid agree to the cent.
/// </summary>
public sealed class FiveBookedTests
{
    [Fact]
    public async Task Two_are_bought_two_by_the_job_and_one_lapses()
    {
        await using var world = await SandboxWorld.StartAsync([Wires.OneboxChannels]);
        var left = Wires.OneboxChannels.Left(world.Sandbox);
        var order = await world.BooksAsync(Wires.OneboxChannels, 5);
        var each = order.Items[0].Quote;
        await using (var db = world.Open())
            await db.Agencies.ExecuteUpdateAsync(set => set.SetProperty(a => a.Conversion, ConversionRule.BeforeDeadline).SetProperty(a => a.ConvertHoursBefore, 6)
                .SetProperty(a => a.CreditLimit, each.Owed * 4 + 1));

        var today = await world.Get<PurchaseItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, [.. order.Items.Take(2).Select(i => i.Id)]), default);
        Assert.Equal(OperationState.Done, today.Value?.State);
        var deadline = order.Items.Min(i => i.KeptUntil ?? order.KeptUntil)!.Value;
        await PassUntilAsync(world, deadline.AddHours(-7));
        Assert.Equal(2, (await world.OnlyOrderAsync()).Items.Count(i => i.State == ItemState.Purchased));
        await PassUntilAsync(world, deadline.AddHours(-5));
        Assert.Equal(4, (await world.OnlyOrderAsync()).Items.Count(i => i.State == ItemState.Purchased));
        await PassUntilAsync(world, deadline.AddHours(2));

        var after = await world.OnlyOrderAsync();
        Assert.Equal([ItemState.Purchased, ItemState.Purchased, ItemState.Purchased, ItemState.Purchased, ItemState.Lapsed], after.Items.Select(i => i.State).Order());
        Assert.Equal(OrderState.Purchased, after.State);
        Assert.Equal(left - 4, Wires.OneboxChannels.Left(world.Sandbox));
        await AgreeAsync(world, each.Owed * 4, each.Selling * 4, each.NetEach.Amount * 4);
    }

    private static async Task AgreeAsync(SandboxWorld world, decimal owed, decimal selling, decimal net)
    {
        var paid = world.Sandbox.Ledger.Things.Where(t => t is { Provider: "oneboxchannels", Kind: "order", State: "PAID" }).ToList();
        Assert.Equal((4, net), (paid.Sum(t => t.Places), paid.Sum(t => t.Total)));
        await using var db = world.Open();
        await db.BalancesAsync();
        Assert.Equal((-net, owed, selling), (await OnAsync(db, LedgerAccount.Provider), await OnAsync(db, LedgerAccount.Agency), await OnAsync(db, LedgerAccount.Customer)));
        var exposure = (await world.Get<ReadExposure>().RunAsync(world.Ann, null, default))!;
        Assert.Equal((owed, 0m, 0m), (exposure.Balance, exposure.Held, exposure.UnderWay));
        var view = (await world.Get<ReadBooking>().RunAsync(world.Ann, await db.Bookings.Select(b => b.Reference).SingleAsync(), default))!;
        Assert.Equal(selling, view.Orders[0].Items.Where(i => i.State == ItemState.Purchased).Sum(i => i.Selling.Amount));
    }

    private static async Task<decimal> OnAsync(PortalDb db, LedgerAccount account) =>
        (await db.LedgerEntries.Where(e => e.Account == account).Select(e => e.Amount).ToListAsync()).Sum();

    // The jobs run each half hour, as far as bookings concern them.
    private static async Task PassUntilAsync(SandboxWorld world, DateTime until)
    {
        while (world.Clock.GetUtcNow().UtcDateTime < until)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(30));
            await world.Get<LookUpOperations>().RunAsync(default);
            await world.Get<ConvertBookings>().RunAsync(default);
            await world.Get<ReadBackOrders>().RunAsync(default);
        }
    }
}
