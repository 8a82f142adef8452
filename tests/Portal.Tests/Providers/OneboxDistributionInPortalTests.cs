using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.OneboxDistribution;
using Portal.Tests.Support;

namespace Portal.Tests.Providers;

/// <summary>Onebox Distribution through the portal's own verbs: from the catalogue to a sale.</summary>
public sealed class OneboxDistributionInPortalTests
{
    [Fact]
    public async Task A_zone_and_chosen_seats_are_found_held_in_one_order_changed_and_sold()
    {
        await using var world = await StartAsync();
        var samples = world.Sandbox.OneboxDistribution.Samples;
        var zone = await AddedAsync(world, samples.Zone, 2);
        var seats = await AddedAsync(world, samples.Numbered, 2, [$"{samples.Numbered.Seats[0]}", $"{samples.Numbered.Seats[1]}"]);
        Assert.Equal(zone.HoldId, seats.HoldId);
        Assert.Equal(HoldState.Held, (await world.Get<ChangeLine>().RunAsync(world.Ann, zone.Id, 3, default)).Value);

        await CheckOutAsync(world, zone.CartId);

        await using var db = world.Open();
        var order = await db.Orders.Include(o => o.Items).SingleAsync();
        Assert.Equal(OrderState.Purchased, order.State);
        Assert.Equal(5, order.Items.Count);
        Assert.Single(world.Sandbox.Ledger.Made("onebox-distribution", "sale"), s => s.State == "PURCHASED" && s.Reference == order.OurReference);
        Assert.Equal(297, world.Sandbox.OneboxDistribution.Places(samples.Zone.PriceTypeId).Available);
    }

    [Fact]
    public async Task Attendees_become_known_with_the_hold_and_are_asked_before_checkout()
    {
        await using var world = await StartAsync();
        var line = await AddedAsync(world, world.Sandbox.OneboxDistribution.Samples.Attendees, 2);
        await world.Get<PrepareGuests>().RunAsync(world.Ann, line.CartId, default);
        Guid[] guests;
        await using (var db = world.Open())
            guests = await db.GuestPlaces.Where(p => p.CartLineId == line.Id).OrderBy(p => p.Slot).Select(p => p.GuestId).ToArrayAsync();
        Assert.Equal(2, guests.Length);
        foreach (var guest in guests)
            Assert.True((await world.Get<SaveGuest>().RunAsync(world.Ann, guest, new Dictionary<string, string> { [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Byron" }, default)).IsYes);

        await CheckOutAsync(world, line.CartId);

        await using var after = world.Open();
        Assert.Equal(OrderState.Purchased, (await after.Orders.SingleAsync()).State);
    }

    [Theory]
    [InlineData("order.seats-auto", ScenarioKind.SilentAfter)]
    [InlineData("order.pre-confirm", ScenarioKind.SilentAfter)]
    [InlineData("order.confirm", ScenarioKind.SilentAfter)]
    [InlineData("order.confirm", ScenarioKind.SilentBefore)]
    public async Task After_silence_portal_and_provider_agree_on_one_sale_or_none(string operation, ScenarioKind loss)
    {
        await using var world = await StartAsync();
        world.Sandbox.Scenarios.Add(new Scenario($"onebox-distribution/{operation}", loss));
        var line = await AddedAsync(world, world.Sandbox.OneboxDistribution.Samples.Zone, 2);
        if (operation == "order.seats-auto")
            await world.PassAsync(TimeSpan.FromMinutes(2));

        await CheckOutAsync(world, line.CartId);
        await world.PassAsync(TimeSpan.FromMinutes(3));

        await using var db = world.Open();
        var order = await db.Orders.SingleAsync();
        var sold = world.Sandbox.Ledger.Made("onebox-distribution", "sale").Count;
        Assert.True(order.State is OrderState.Purchased ? sold == 1 : order.State is OrderState.Prepared or OrderState.Planned or OrderState.Released or OrderState.Refused && sold == 0, $"{order.State}, {sold} sold");
        if (loss is ScenarioKind.SilentAfter)
            Assert.Equal(OrderState.Purchased, order.State);
    }

    private static async Task<SandboxWorld> StartAsync()
    {
        var world = await SandboxWorld.StartAsync();
        var connection = new Connection
        {
            Id = Guid.CreateVersion7(), Name = "Onebox", ProviderKind = "OneboxDistribution", BaseUrl = world.Sandbox.BaseUrl.ToString(), OrderEmail = "ops@example.org",
            SealedValues = world.Get<ConnectionSeal>().Seal(new Dictionary<string, string>(OneboxDistributionContractTests.ConnectionSettings)),
        };
        await using var db = world.Open();
        db.Add(connection);
        await db.SaveChangesAsync();
        Assert.Equal(CatalogRefreshed.Done, await world.Get<RefreshCatalog>().RunAsync(connection.Id, default));
        return world;
    }

    private static async Task<CartLine> AddedAsync(SandboxWorld world, PlaceSample of, int quantity, IReadOnlyList<string>? seats = null)
    {
        await using var db = world.Open();
        var session = await db.Sessions.SingleAsync(s => s.ProviderRef == $"{of.SessionId}");
        var answer = await world.Get<AddToCart>().RunAsync(world.Ann, new AddToCartRequest(
            Guid.NewGuid(), session.Id, $"{of.SessionId}:{of.PriceTypeId}:{of.RateId}", quantity, SaleMode.Purchase, new Money(of.Price, "EUR")) { Seats = seats ?? [] }, default);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    private static async Task CheckOutAsync(SandboxWorld world, Guid cartId)
    {
        foreach (var (field, value) in new[] { (BuyerField.FirstName, "Ada"), (BuyerField.LastName, "Byron"), (BuyerField.Email, "ada@example.org") })
            await world.Get<NoteBuyer>().RunAsync(world.Ann, cartId, field, value, default);
        var answer = await world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), cartId, null, OnOpenAnswer.GoOn), default);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
    }
}
