using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Enablement;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Tests.Matrix;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>Booked today, bought later: the portal's own verbs and the real adapters before the sandbox.</summary>
public sealed class LaterActsOverHttpTests
{
    public static TheoryData<string, string?, ScenarioKind> Cases => new()
    {
        { "OneboxChannels", null, ScenarioKind.SilentBefore },
        { "OneboxChannels", "order.purchaseBooking", ScenarioKind.SilentBefore },
        { "OneboxChannels", "order.commit", ScenarioKind.SilentBefore },
        { "OneboxChannels", "order.commit", ScenarioKind.SilentAfter },
        { "SecuTix", null, ScenarioKind.SilentBefore },
        { "SecuTix", "createPaymentsAndCloseOrder", ScenarioKind.SilentBefore },
        { "SecuTix", "createPaymentsAndCloseOrder", ScenarioKind.SilentAfter },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task Of_five_booked_two_are_bought_and_three_stay(string kind, string? operation, ScenarioKind loss)
    {
        var wire = Of(kind);
        await using var world = await SandboxWorld.StartAsync([wire]);
        var order = await world.BooksAsync(wire, 5);
        var keptUntil = order.Items.Select(i => i.KeptUntil).ToList();
        if (operation is not null)
            world.Sandbox.Scenarios.Add(new Scenario($"{wire.Sandbox}/{operation}", loss));

        var made = await world.Get<PurchaseItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, [.. order.Items.Take(2).Select(i => i.Id)]), default);
        Assert.Equal(operation is null ? OperationState.Done : OperationState.Unknown, made.Value?.State);
        await LookUpAsync(world, operation is null ? TimeSpan.Zero : TimeSpan.FromMinutes(4));
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);

        var after = await world.OnlyOrderAsync();
        Assert.Equal(OrderState.Booked, after.State);
        Assert.Equal([ItemState.Purchased, ItemState.Purchased, ItemState.Booked, ItemState.Booked, ItemState.Booked], after.Items.Select(i => i.State));
        Assert.Equal(keptUntil[2..], after.Items.Skip(2).Select(i => i.KeptUntil));
        Assert.Equal(OperationState.Done, Assert.Single(after.Operations).State);
        Assert.Equal(2, Sold(world, wire));

        Assert.True((await world.Get<PurchaseItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, []), default)).IsYes);
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
        Assert.Equal(OrderState.Purchased, (await world.OnlyOrderAsync()).State);
        Assert.Equal(5, Sold(world, wire));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ScenarioKind.SilentBefore)]
    [InlineData(ScenarioKind.SilentAfter)]
    public async Task SecuTix_frees_two_of_five_and_keeps_three(ScenarioKind? loss)
    {
        await using var world = await SandboxWorld.StartAsync([Wires.SecuTix]);
        var order = await world.BooksAsync(Wires.SecuTix, 5);
        var left = Wires.SecuTix.Left(world.Sandbox);
        if (loss is { } how)
            world.Sandbox.Scenarios.Add(new Scenario("secutix/closeOrder", how));

        var made = await world.Get<CancelItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, [.. order.Items.Take(2).Select(i => i.Id)]), default);
        Assert.True(made.IsYes, made.Refusal?.ToString());
        await LookUpAsync(world, loss is null ? TimeSpan.Zero : TimeSpan.FromMinutes(4));
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);

        Assert.Equal([ItemState.Cancelled, ItemState.Cancelled, ItemState.Booked, ItemState.Booked, ItemState.Booked], (await world.OnlyOrderAsync()).Items.Select(i => i.State));
        Assert.Equal(left + 2, Wires.SecuTix.Left(world.Sandbox));
    }

    [Fact]
    public async Task Onebox_Channels_takes_no_booking_back_and_is_not_asked()
    {
        await using var world = await SandboxWorld.StartAsync([Wires.OneboxChannels]);
        var order = await world.BooksAsync(Wires.OneboxChannels, 2);
        world.Sandbox.Ledger.ForgetCalls();

        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<CancelItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, [order.Items[0].Id]), default)).Refusal?.Reason);

        Assert.Empty(world.Sandbox.Ledger.Calls);
    }

    private static Wire Of(string kind) => kind == "SecuTix" ? Wires.SecuTix : Wires.OneboxChannels;

    private static async Task LookUpAsync(SandboxWorld world, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(10))
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await world.Get<LookUpOperations>().RunAsync(default);
        }
    }

    internal static int Sold(SandboxWorld world, Wire wire) => world.Sandbox.Ledger.Things
        .Where(t => t.Provider == wire.Sandbox && (wire == Wires.SecuTix ? t.Kind == "sale" : t is { Kind: "order", State: "PAID" })).Sum(t => t.Places);
}
