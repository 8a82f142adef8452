using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Tests.Matrix;
using Portal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Providers;

/// <summary>A sale that the contract does not let be paid as the connection says is refused in words, before anything of it is asked.</summary>
public sealed class PaymentTypeTests
{
    [Theory]
    [InlineData("OneboxChannels", "PaymentTypesPurchase", "OTHER", "not with CASH")]
    [InlineData("OneboxChannels", "PaymentType", "BARTER", "not with BARTER")]
    [InlineData("SecuTix", "PaymentMethodId", "999999", "no payment method 999999")]
    public async Task What_was_booked_is_not_begun_to_be_bought(string kind, string setting, string value, string said)
    {
        var wire = kind == "SecuTix" ? Wires.SecuTix : Wires.OneboxChannels;
        await using var world = await SandboxWorld.StartAsync([wire]);
        var order = await world.BooksAsync(wire, 2);
        await SetAsync(world, wire, setting, value);
        world.Sandbox.Ledger.ForgetCalls();

        var refusal = (await world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, []), default)).Refusal;

        Assert.Equal(RefusalReason.NotAllowed, refusal?.Reason);
        Assert.Contains(said, refusal!.Detail, StringComparison.Ordinal);
        Assert.Contains("the places stay booked", refusal.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Sandbox.Ledger.Calls);
        Assert.Equal(OrderState.Booked, (await world.OnlyOrderAsync()).State);
    }

    [Fact]
    public async Task Onebox_Distribution_is_not_asked_to_freeze_what_cannot_be_paid()
    {
        await using var world = await SandboxWorld.StartAsync([Wires.OneboxDistribution]);
        var call = new ProviderCall((await ConnectionAsync(world, ("PaymentTypes", "CREDIT_CARD"))).Facts, CallSubject.None)
        {
            References = [new("order_id", "1")],
        };
        var provider = (IPrepares)world.Get<ProviderDirectory>().Get("OneboxDistribution");

        var refusal = (await provider.PrepareAsync(call, new CommitRequest("K7M4QX-1", "k", SaleMode.Purchase, [], new(10, "EUR"), DateTime.UtcNow), default)).Refusal;

        Assert.Equal(RefusalReason.NotAllowed, refusal?.Reason);
        Assert.Contains("CREDIT_CARD, not with CASH", refusal!.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Sandbox.Ledger.Calls);
    }

    private static async Task SetAsync(SandboxWorld world, Wire wire, string setting, string value)
    {
        await using var db = world.Open();
        var connection = await db.Connections.SingleAsync(c => c.ProviderKind == wire.Kind);
        connection.SealedValues = world.Get<ConnectionSeal>().Seal(new Dictionary<string, string>(wire.Settings) { [setting] = value });
        await db.SaveChangesAsync();
    }

    private static async Task<OpenConnection> ConnectionAsync(SandboxWorld world, (string Key, string Value) setting)
    {
        await SetAsync(world, Wires.OneboxDistribution, setting.Key, setting.Value);
        await using var db = world.Open();
        return world.Get<ConnectionBook>().Open(await db.Connections.SingleAsync());
    }
}
