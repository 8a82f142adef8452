using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Ledger;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Tests.Matrix;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>One booking over three providers is taken back: each tells its own truth, and the one that stays silent is looked up.</summary>
public sealed class CancelBookingTests
{
    [Theory]
    [InlineData(ScenarioKind.SilentBefore)]
    [InlineData(ScenarioKind.SilentAfter)]
    public async Task Across_three_providers_with_one_silent_each_part_ends_in_the_truth(ScenarioKind silence)
    {
        Wire[] wires = [Wires.EGuma, Wires.OneboxDistribution, Wires.SecuTix];
        await using var world = await SandboxWorld.StartAsync(wires);
        var stocks = wires.ToDictionary(w => w, w => w.Left(world.Sandbox));
        var reference = await BookingAsync(world, wires);
        var before = await ViewAsync(world, reference);
        Assert.Equal(["OneboxDistribution PurchasedPurchased", "SecuTix BookedBooked", "e-guma PurchasedPurchased"], Standing(before));
        world.Sandbox.Scenarios.Add(new Scenario("onebox-distribution/mgmt.refund", silence));
        var action = Guid.NewGuid();
        Task<IReadOnlyList<OrderCancelled>> CancelAsync(Actor actor) =>
            world.Get<CancelBooking>().RunAsync(actor, action, before.Id, [.. before.Orders.SelectMany(o => o.Items).Select(i => i.Id)], default);

        Assert.Empty(await CancelAsync(Actor.Agent(Guid.NewGuid(), Guid.NewGuid(), "Eve")));
        var answers = await CancelAsync(world.Ann);
        // The same click once more asks nothing again.
        Assert.Equal(answers.Select(a => a.Answer.Value!.OperationId), (await CancelAsync(world.Ann)).Select(a => a.Answer.Value!.OperationId));

        Assert.Equal([OperationState.Done, OperationState.Done, OperationState.Unknown], answers.Select(a => a.Answer.Value!.State).Order());
        var doubtful = (await ViewAsync(world, reference)).Orders.Single(o => o.Operations.Any(p => p.State == OperationState.Unknown));
        Assert.Equal("OneboxDistribution", await KindAsync(world, doubtful.Id));
        Assert.All(doubtful.Items, i => Assert.Equal((ItemState.Purchased, OperationKind.Cancel), (i.State, i.Doing)));

        await world.SettlesAsync();

        Assert.Equal(["OneboxDistribution CancelledCancelled", "SecuTix CancelledCancelled", "e-guma CancelledCancelled"], Standing(await ViewAsync(world, reference)));
        Assert.All(wires, w => Assert.Equal((w, stocks[w]), (w, w.Left(world.Sandbox))));
        await using var db = world.Open();
        await db.BalancesAsync();
        // e-guma bills nothing that was taken back; Onebox has not told, so what was owed stays until a person notes it.
        Assert.Equal(2, await db.LedgerTransactions.CountAsync(t => t.Kind == LedgerKind.Sale));
        Assert.Equal(1, await db.LedgerTransactions.CountAsync(t => t.Kind == LedgerKind.Cancellation));
        Assert.All((await ViewAsync(world, reference)).Orders.Single(o => o.Id == doubtful.Id).Items, i => Assert.True(i.AwaitsReturn));
    }

    private static async Task<string> BookingAsync(SandboxWorld world, IEnumerable<Wire> wires)
    {
        foreach (var wire in wires)
            await world.FillsAsync(wire, mode: wire == Wires.SecuTix ? SaleMode.Book : SaleMode.Purchase);
        await using var db = world.Open();
        var cart = await db.Carts.Select(c => c.Id).SingleAsync();
        Assert.All(await db.CartLines.Include(l => l.Hold).ToListAsync(), l => Assert.Equal(HoldState.Held, l.Hold?.State));
        await world.TypesAsync(cart);
        var made = await world.ChecksOutAsync(cart);
        Assert.True(made.IsYes, made.Refusal?.ToString());
        foreach (var order in await db.Orders.Select(o => o.Id).ToListAsync())
            await world.Get<ReadBackOrders>().RunAsync(order, default);
        return made.Value.Reference;
    }

    private static async Task<BookingView> ViewAsync(SandboxWorld world, string reference) => (await world.Get<ReadBooking>().RunAsync(world.Ann, reference, default))!;

    private static IEnumerable<string> Standing(BookingView view) =>
        view.Orders.Select(o => $"{o.Provider.Replace("Onebox Distribution", "OneboxDistribution", StringComparison.Ordinal)} {string.Concat(o.Items.Select(i => i.State))}").Order(StringComparer.Ordinal);

    private static async Task<string> KindAsync(SandboxWorld world, Guid orderId)
    {
        await using var db = world.Open();
        return await db.Orders.Where(o => o.Id == orderId).Join(db.Connections, o => o.ConnectionId, c => c.Id, (_, c) => c.ProviderKind).SingleAsync();
    }
}
