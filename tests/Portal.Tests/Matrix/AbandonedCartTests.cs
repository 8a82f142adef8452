using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Tests.Support;

namespace Portal.Tests.Matrix;

/// <summary>What becomes of places that nobody wants any more.</summary>
public sealed class AbandonedCartTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(ScenarioKind.SilentBefore)]
    [InlineData(ScenarioKind.SilentAfter)]
    [InlineData(ScenarioKind.Throttled)]
    public async Task A_cart_that_is_emptied_is_given_back_at_every_provider(ScenarioKind? fault)
    {
        await using var world = await SandboxWorld.StartAsync(Wires.All);
        var stocks = Wires.All.ToDictionary(w => w, w => w.Left(world.Sandbox));
        var lines = new List<CartLine>();
        foreach (var wire in Wires.All)
            lines.Add(await world.FillsAsync(wire));
        Assert.All(Wires.All, w => Assert.Equal((w, 2), (w, w.Kept(world.Sandbox).Sum(t => t.Places))));
        if (fault is { } kind)
            foreach (var wire in Wires.All)
                world.Sandbox.Scenarios.Add(new Scenario($"{wire.Sandbox}/{wire.Release}", kind));

        foreach (var line in lines)
            await world.Get<RemoveLine>().RunAsync(world.Ann, line.Id, CancellationToken.None);
        await world.SettlesAsync();

        Assert.All(Wires.All, w =>
        {
            Assert.NotEmpty(world.Sandbox.Ledger.CallsOf($"{w.Sandbox}/{w.Release}"));
            Assert.Empty(w.Kept(world.Sandbox));
            Assert.Equal((w, stocks[w]), (w, w.Left(world.Sandbox)));
        });
        await using var db = world.Open();
        Assert.Empty(await db.CartLines.ToListAsync());
        Assert.All(await db.Holds.ToListAsync(), h => Assert.Equal(HoldState.Released, h.State));
    }

    [Fact]
    public async Task An_order_that_was_created_and_given_up_is_shown_as_locked_until_its_time_and_its_line_comes_back()
    {
        var (locked, refusing) = (Wires.OneboxChannels, Wires.Xs2Event);
        await using var world = await SandboxWorld.StartAsync([locked, refusing]);
        var stock = locked.Left(world.Sandbox);
        var cart = (await world.FillsAsync(locked)).CartId;
        await world.FillsAsync(refusing);
        await world.TypesAsync(cart);
        refusing.Befall(world.Sandbox, Fault.HoldLapsed, Step.Commit);

        var made = await world.ChecksOutAsync(cart, OnRefusal.UndoTheRest);
        await world.SettlesAsync();

        var order = await LockedAsync(world, made.Value!.Reference);
        Assert.Equal(OrderState.Prepared, order.State);
        Assert.InRange(order.LockedUntil!.Value - world.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(45));
        Assert.Equal(("PRE_ORDER", 2), locked.Kept(world.Sandbox) is [var theirs] ? (theirs.State, theirs.Places) : default);
        Assert.Equal(End.Kept, await LedgerAgreement.AgreesAsync(world, locked, stock));

        await world.PassAsync(TimeSpan.FromMinutes(46), TimeSpan.FromMinutes(1));

        Assert.Equal((OrderState.Expired, null), (await LockedAsync(world, made.Value.Reference)) is var lapsed ? (lapsed.State, lapsed.LockedUntil) : default);
        Assert.Equal(End.Nothing, await LedgerAgreement.AgreesAsync(world, locked, stock));
        var shown = await world.Get<ReadCart>().RunAsync(world.Ann, cart, CancellationToken.None);
        Assert.Equal(2, shown!.Lines.Count());
    }

    private static async Task<OrderView> LockedAsync(SandboxWorld world, string reference) =>
        (await world.Get<ReadBooking>().RunAsync(world.Ann, reference, CancellationToken.None))!.Orders.Single(o => o.Provider == "Onebox Channels");
}
