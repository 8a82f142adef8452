using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;
using Portal.Tests.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>From the catalogue to the tickets through the portal's own verbs, with the real adapter before the sandbox.</summary>
public sealed class EGumaBookingTests : IAsyncLifetime
{
    private SandboxWorld world = null!;
    private Guid connectionId;

    private EGumaSamples Samples => world.Sandbox.EGuma.Samples;

    public async Task InitializeAsync()
    {
        world = await SandboxWorld.StartAsync();
        await using var db = world.Open();
        var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Desks", SellingOn = true, BookingOn = true };
        db.AddRange(channel, new Connection
        {
            Id = connectionId = Guid.CreateVersion7(), Name = "e-guma", ProviderKind = "EGuma", BaseUrl = world.Sandbox.BaseUrl.ToString(), ChannelId = channel.Id,
            SealedValues = world.Get<ConnectionSeal>().Seal(new Dictionary<string, string> { ["ApiKey"] = EGumaOptions.DemoKey, ["CatalogDays"] = "10" }),
        });
        await db.SaveChangesAsync();
        await RefreshAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Categories_of_one_slot_share_a_reservation_and_become_one_order_with_tickets()
    {
        await AddAsync(Samples.Slot, 2);
        await AddAsync(Samples.SlotChild, 1);
        await AddAsync(Samples.Day, 1);

        await CheckOutAsync();

        var orders = await OrdersAsync();
        Assert.Equal([3, 1], orders.OrderByDescending(o => o.Items.Count).Select(o => o.Items.Count));
        Assert.All(orders, o => Assert.Equal(OrderState.Purchased, o.State));
        Assert.Equal(["released", "used", "used"], Things("reservation"));
        Assert.Equal(["completed", "completed"], Things("booking"));

        await world.Get<ReadBackOrders>().RunAsync(default);
        await using var db = world.Open();
        Assert.Equal(4, await db.Items.CountAsync(i => i.ProviderRef != null));
        Assert.Equal(4, await db.TicketFiles.CountAsync());
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter)]
    [InlineData(ScenarioKind.SilentBefore)]
    [InlineData(ScenarioKind.ServerErrorAfter)]
    [InlineData(ScenarioKind.ServerErrorBefore)]
    [InlineData(ScenarioKind.Malformed)]
    public async Task A_lost_answer_at_checkout_ends_in_one_sale_by_the_same_key_and_bytes(ScenarioKind loss)
    {
        await AddAsync(Samples.Slot, 2);
        world.Sandbox.Scenarios.Add(new Scenario("eguma/booking.create", loss));

        await CheckOutAsync();
        await world.PassAsync(TimeSpan.FromMinutes(4));

        Assert.Equal(OrderState.Purchased, Assert.Single(await OrdersAsync()).State);
        Assert.Single(Things("booking"));
        Assert.Single(world.Sandbox.Ledger.CallsOf("eguma/booking.create").Select(c => c.RequestBody).Distinct());
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter, 1)]
    [InlineData(ScenarioKind.SilentBefore, 0)]
    public async Task A_reservation_without_an_answer_may_be_held_until_its_hour_is_over(ScenarioKind loss, int made)
    {
        world.Sandbox.Scenarios.Add(new Scenario("eguma/reservation.create", loss));
        var line = await AskAsync(Samples.Slot, 2);
        Assert.Equal(HoldState.Unknown, line.Hold!.State);

        await world.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(HoldState.Unknown, await HoldAsync(line.Id));
        await world.PassAsync(TimeSpan.FromMinutes(45));

        Assert.Equal(HoldState.Expired, await HoldAsync(line.Id));
        Assert.Equal(made, Things("reservation").Count);
        Assert.Equal(60, world.Sandbox.EGuma.Left(Samples.Slot.ProductId, Samples.Slot.StartsAt));
    }

    [Fact]
    public async Task A_price_that_moves_after_the_hold_stops_the_sale_and_the_places_stay_held()
    {
        await AddAsync(Samples.Slot, 2);
        world.Sandbox.EGuma.SetPrice(Samples.Slot.ProductId, Samples.Slot.CategoryId, 1900);

        await CheckOutAsync(mustWork: false);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain(await OrdersAsync(), o => o.State == OrderState.Purchased);
        Assert.Equal(["held"], Things("reservation"));
        Assert.Empty(world.Sandbox.Ledger.CallsOf("eguma/booking.create"));
    }

    [Fact]
    public async Task A_line_that_is_taken_out_gives_its_places_back()
    {
        var adults = await AddAsync(Samples.Slot, 2);
        var child = await AddAsync(Samples.SlotChild, 1);

        Assert.True((await world.Get<RemoveLine>().RunAsync(world.Ann, child.Id, default)).IsYes);
        Assert.Equal(["released", "released", "held"], Things("reservation"));
        Assert.True((await world.Get<RemoveLine>().RunAsync(world.Ann, adults.Id, default)).IsYes);

        Assert.Equal(["released", "released", "released"], Things("reservation"));
        Assert.Equal(60, world.Sandbox.EGuma.Left(Samples.Slot.ProductId, Samples.Slot.StartsAt));
    }

    [Fact]
    public async Task A_product_that_vanishes_from_the_list_is_not_offered_now_and_comes_back()
    {
        world.Sandbox.EGuma.Hide(Samples.Vanishing.ProductId);
        await RefreshAsync();
        Assert.Equal(EventStatus.Gone, await StatusAsync(Samples.Vanishing));

        world.Sandbox.EGuma.Show(Samples.Vanishing.ProductId);
        await RefreshAsync();
        Assert.Equal(EventStatus.OnSale, await StatusAsync(Samples.Vanishing));
    }

    private async Task RefreshAsync()
    {
        Assert.Equal(CatalogRefreshed.Done, await world.Get<RefreshCatalog>().RunAsync(connectionId, default));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task<CartLine> AskAsync(SlotSample of, int quantity)
    {
        await using var db = world.Open();
        var session = await db.Sessions.Where(s => s.ProviderRef == of.StartsAt && s.Event!.ProviderRef == of.ProductId).Select(s => s.Id).SingleAsync();
        var line = EGumaContractTests.Line(of, quantity);
        var answer = await world.Get<AddToCart>().RunAsync(world.Ann, new AddToCartRequest(Guid.NewGuid(), session, line.OfferRef, quantity, SaleMode.Purchase, line.NetEach), default);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    private async Task<CartLine> AddAsync(SlotSample of, int quantity)
    {
        var line = await AskAsync(of, quantity);
        Assert.Equal((HoldState.Held, null), (line.Hold?.State, line.ProblemDetail));
        return line;
    }

    private async Task CheckOutAsync(bool mustWork = true)
    {
        await using var db = world.Open();
        var cart = (await db.Carts.OrderBy(c => c.Id).LastAsync()).Id;
        foreach (var (field, value) in new[] { (BuyerField.FirstName, "Ada"), (BuyerField.LastName, "Byron"), (BuyerField.Email, "ada@guests.example") })
            await world.Get<NoteBuyer>().RunAsync(world.Ann, cart, field, value, default);
        var answer = await world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), cart, "Ada", OnOpenAnswer.GoOn), default);
        Assert.True(answer.IsYes || !mustWork, answer.Refusal?.ToString());
    }

    private async Task<HoldState?> HoldAsync(Guid lineId)
    {
        await using var db = world.Open();
        return await db.CartLines.Where(l => l.Id == lineId).Select(l => (HoldState?)l.Hold!.State).SingleAsync();
    }

    private async Task<EventStatus> StatusAsync(SlotSample of)
    {
        await using var db = world.Open();
        return await db.Events.Where(e => e.ProviderRef == of.ProductId).Select(e => e.Status).SingleAsync();
    }

    private async Task<IReadOnlyList<Order>> OrdersAsync()
    {
        await using var db = world.Open();
        return await db.Orders.AsNoTracking().Include(o => o.Items).ToListAsync();
    }

    private List<string> Things(string kind) => [.. world.Sandbox.Ledger.Made("eguma", kind).Select(t => t.State)];
}
