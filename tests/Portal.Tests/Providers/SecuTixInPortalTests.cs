using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.SecuTix;
using Portal.Tests.Support;

namespace Portal.Tests.Providers;

/// <summary>SecuTix through the portal's own verbs: from the catalogue to a sale or a reservation.</summary>
public sealed class SecuTixInPortalTests
{
    [Theory]
    [InlineData("Rest")]
    [InlineData("Soap")]
    public async Task An_opera_and_a_score_are_held_in_one_order_changed_and_sold(string wire)
    {
        await using var world = await StartAsync(wire);
        var samples = world.Sandbox.SecuTix.Samples;
        var opera = await AddedAsync(world, samples.Opera, 2);
        var score = await AddedAsync(world, samples.Goods, 1);
        Assert.Equal(opera.HoldId, score.HoldId);
        Assert.Equal(HoldState.Held, (await world.Get<ChangeLine>().RunAsync(world.Ann, opera.Id, 3, default)).Value);

        await CheckOutAsync(world, opera.CartId);

        await using var db = world.Open();
        var order = await db.Orders.Include(o => o.Items).SingleAsync();
        Assert.Equal((OrderState.Purchased, 4), (order.State, order.Items.Count));
        Assert.Equal("SOLDED", Assert.Single(world.Sandbox.Ledger.Made("secutix", "sale")).State);
        Assert.Single(world.Sandbox.Ledger.CallsOf("secutix/validateOrder"));
        Assert.Equal(samples.Opera.Stock - 3, world.Sandbox.SecuTix.Stock(samples.Opera));
    }

    [Fact]
    public async Task What_is_booked_is_kept_at_the_provider_until_its_deadline()
    {
        await using var world = await StartAsync("Rest");
        var line = await AddedAsync(world, world.Sandbox.SecuTix.Samples.Opera, 2, SaleMode.Book);

        await CheckOutAsync(world, line.CartId);

        await using var db = world.Open();
        var order = await db.Orders.Include(o => o.Items).SingleAsync();
        Assert.Equal(OrderState.Booked, order.State);
        Assert.NotNull(order.KeptUntil);
        Assert.All(order.Items, i => Assert.Equal(ItemState.Booked, i.State));
        Assert.Equal("IN_RESERVATION", Assert.Single(world.Sandbox.Ledger.Made("secutix", "reservation")).State);
    }

    [Fact]
    public async Task A_slow_close_stays_open_until_it_is_done()
    {
        await using var world = await StartAsync("Rest");
        world.Sandbox.SecuTix.Options.CloseTakes = TimeSpan.FromMinutes(1);
        var line = await AddedAsync(world, world.Sandbox.SecuTix.Samples.Opera, 2);
        await CheckOutAsync(world, line.CartId);
        await using (var db = world.Open())
            Assert.NotEqual(OrderState.Purchased, (await db.Orders.SingleAsync()).State);

        await world.PassAsync(TimeSpan.FromMinutes(3));

        await using var after = world.Open();
        Assert.Equal(OrderState.Purchased, (await after.Orders.SingleAsync()).State);
        Assert.Single(world.Sandbox.Ledger.CallsOf("secutix/closeOrder"));
    }

    [Theory]
    [InlineData("validateOrder", ScenarioKind.SilentAfter)]
    [InlineData("validateOrder", ScenarioKind.SilentBefore)]
    [InlineData("closeOrder", ScenarioKind.SilentAfter)]
    [InlineData("closeOrder", ScenarioKind.SilentBefore)]
    public async Task After_silence_portal_and_provider_agree_on_one_sale_or_none(string operation, ScenarioKind loss)
    {
        await using var world = await StartAsync("Rest");
        world.Sandbox.Scenarios.Add(new Scenario($"secutix/{operation}", loss));
        var line = await AddedAsync(world, world.Sandbox.SecuTix.Samples.Opera, 2);

        await CheckOutAsync(world, line.CartId);
        await world.PassAsync(TimeSpan.FromMinutes(4));

        await using var db = world.Open();
        var order = await db.Orders.SingleAsync();
        var sold = world.Sandbox.Ledger.Made("secutix", "sale").Count;
        Assert.True(order.State is OrderState.Purchased ? sold == 1 : order.State is OrderState.Prepared or OrderState.Planned or OrderState.Released or OrderState.Refused && sold == 0, $"{order.State}, {sold} sold");
        if (loss is ScenarioKind.SilentAfter)
            Assert.Equal(OrderState.Purchased, order.State);
    }

    private static async Task<SandboxWorld> StartAsync(string wire)
    {
        var world = await SandboxWorld.StartAsync();
        var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Agency desks", BookingOn = true };
        var connection = new Connection
        {
            Id = Guid.CreateVersion7(), Name = "SecuTix", ProviderKind = "SecuTix", BaseUrl = world.Sandbox.BaseUrl.ToString(), OrderEmail = "ops@example.org", ChannelId = channel.Id,
            SealedValues = world.Get<ConnectionSeal>().Seal(SecuTixFacts.Settings(("Wire", wire), ("ContactReference", "AGENCY-1"))),
        };
        await using var db = world.Open();
        db.AddRange(channel, connection);
        await db.SaveChangesAsync();
        Assert.Equal(CatalogRefreshed.Done, await world.Get<RefreshCatalog>().RunAsync(connection.Id, default));
        await db.Promoters.Where(p => p.ConnectionId == connection.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, true));
        return world;
    }

    private static async Task<CartLine> AddedAsync(SandboxWorld world, SecuTixSample of, int quantity, SaleMode mode = SaleMode.Purchase)
    {
        await using var db = world.Open();
        var session = await db.Sessions.SingleAsync(s => s.ProviderRef == $"{of.PerformanceId ?? of.ProductId}");
        var answer = await world.Get<AddToCart>().RunAsync(world.Ann, new AddToCartRequest(
            Guid.NewGuid(), session.Id, SecuTixFacts.OfferRef(of), quantity, mode, new Money(of.Price / 1000m, "EUR")), default);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    private static async Task CheckOutAsync(SandboxWorld world, Guid cartId)
    {
        var answer = await world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), cartId, null, OnOpenAnswer.GoOn), default);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
    }
}
