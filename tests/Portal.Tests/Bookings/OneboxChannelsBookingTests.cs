using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.OneboxChannels;
using Portal.Tests.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>From the catalogue to the order through the portal's own verbs, with the real adapter before the sandbox.</summary>
public sealed class OneboxChannelsBookingTests : IAsyncLifetime
{
    private SandboxWorld world = null!;
    private Guid connectionId;

    private OneboxChannelsSamples Samples => world.Sandbox.OneboxChannels.Samples;

    public async Task InitializeAsync()
    {
        world = await SandboxWorld.StartAsync();
        await using var db = world.Open();
        var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Desks", SellingOn = true, BookingOn = true };
        var connection = new Connection
        {
            Id = connectionId = Guid.CreateVersion7(), Name = "OneboxChannels", ProviderKind = "OneboxChannels", BaseUrl = world.Sandbox.BaseUrl.ToString(), ChannelId = channel.Id,
            SealedValues = world.Get<ConnectionSeal>().Seal(OneboxChannelsContractTests.Signed),
        };
        db.AddRange(channel, connection);
        await db.SaveChangesAsync();
        Assert.Equal(CatalogRefreshed.Done, await world.Get<RefreshCatalog>().RunAsync(connectionId, default));
        await db.Promoters.ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, true));
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(SaleMode.Purchase, OrderState.Purchased)]
    [InlineData(SaleMode.Book, OrderState.Booked)]
    public async Task Seats_a_zone_and_a_visit_go_in_one_cart_and_one_order(SaleMode mode, OrderState expected)
    {
        await FillAsync(mode);

        await CheckOutAsync();

        var order = Assert.Single(await OrdersAsync());
        Assert.Equal(expected, order.State);
        Assert.Equal(5, order.Items.Count);
        Assert.Single(world.Sandbox.Ledger.Made("oneboxchannels", "order"), o => o.State == (mode is SaleMode.Purchase ? "PAID" : "CONFIRMED"));
        Assert.Single(world.Sandbox.Ledger.Made("oneboxchannels", "cart"));
    }

    [Theory]
    [InlineData("cart.client", ScenarioKind.SilentAfter)]
    [InlineData("order.create", ScenarioKind.SilentBefore)]
    [InlineData("order.commit", ScenarioKind.SilentAfter)]
    [InlineData("order.commit", ScenarioKind.SilentBefore)]
    public async Task A_lost_answer_at_checkout_ends_in_one_sale(string operation, ScenarioKind loss)
    {
        await FillAsync(SaleMode.Purchase);
        world.Sandbox.Scenarios.Add(new Scenario("oneboxchannels/" + operation, loss));

        await CheckOutAsync(mustWork: operation != "cart.client");
        await world.PassAsync(TimeSpan.FromMinutes(4));
        if (operation == "cart.client")
            await CheckOutAsync();
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(OrderState.Purchased, Assert.Single(await OrdersAsync()).State);
        Assert.Single(world.Sandbox.Ledger.Made("oneboxchannels", "order"), o => o.State == "PAID");
    }

    [Fact]
    public async Task An_order_whose_code_was_lost_is_told_as_locked_and_nothing_is_sold()
    {
        await FillAsync(SaleMode.Purchase);
        world.Sandbox.Scenarios.Add(new Scenario("oneboxchannels/order.create", ScenarioKind.SilentAfter));

        await CheckOutAsync();
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.DoesNotContain(await OrdersAsync(), o => o.State is OrderState.Purchased or OrderState.Booked);
        Assert.Equal("PRE_ORDER", Assert.Single(world.Sandbox.Ledger.Made("oneboxchannels", "order")).State);
    }

    [Fact]
    public async Task A_promotion_stands_as_a_new_price_until_the_agent_takes_it_and_a_wrong_code_changes_nothing()
    {
        var line = OneboxChannelsContractTests.Line(Samples.Theatre, 2);
        await AddAsync(await SessionAsync(Samples.Theatre), line, SaleMode.Purchase, []);
        var before = await LineAsync();

        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<ApplyPromotion>().RunAsync(world.Ann, before.HoldId!.Value, "CLUB99", default)).Refusal?.Reason);
        Assert.Null((await LineAsync()).Problem);
        Assert.True((await world.Get<ApplyPromotion>().RunAsync(world.Ann, before.HoldId.Value, "CLUB10", default)).IsYes);
        var offered = await LineAsync();
        Assert.Equal((RefusalReason.PriceChanged, line.NetEach.Amount - 3), (offered.Problem, offered.NewQuote!.NetEach.Amount));

        Assert.True((await world.Get<AcceptChange>().RunAsync(world.Ann, offered.Id, offered.NewQuote.Selling, null, default)).IsYes);
        await CheckOutAsync();
        Assert.Equal((OrderState.Purchased, 2 * (line.NetEach.Amount - 3)), (Assert.Single(await OrdersAsync()).State, Assert.Single(await OrdersAsync()).TotalNet));
    }

    private async Task<CartLine> LineAsync()
    {
        await using var db = world.Open();
        return await db.CartLines.AsNoTracking().SingleAsync();
    }

    private async Task FillAsync(SaleMode mode)
    {
        var theatre = await SessionAsync(Samples.Theatre);
        var map = (await Connection()).Provider is IDrawsSeats draws
            ? (await draws.ReadSeatMapAsync(new ProviderCall((await Connection()).Facts, CallSubject.None), new SessionKey($"{Samples.Theatre.EventId}", $"{Samples.Theatre.SessionId}"), default)).Value! : null!;
        var seats = map.Seats.Where(s => s.Status == SeatStatus.Free && s.ZoneRef == $"{Samples.Theatre.OfferId}").Take(2).Select(s => s.SeatRef).ToList();
        await AddAsync(theatre, OneboxChannelsContractTests.Line(Samples.Theatre, 2), mode, seats);
        await AddAsync(await SessionAsync(Samples.Arena), OneboxChannelsContractTests.Line(Samples.Arena, 2), mode, []);
        await AddAsync(await SessionAsync(Samples.Museum), OneboxChannelsContractTests.Line(Samples.Museum, 1, 't'), mode, []);
    }

    private async Task AddAsync(Guid session, HoldLine line, SaleMode mode, IReadOnlyList<string> seats)
    {
        var answer = await world.Get<AddToCart>().RunAsync(
            world.Ann, new AddToCartRequest(Guid.NewGuid(), session, line.OfferRef, line.Quantity, mode, line.NetEach) { Seats = seats }, default);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        Assert.Equal((HoldState.Held, null), (answer.Value.Hold?.State, answer.Value.ProblemDetail));
    }

    private async Task CheckOutAsync(bool mustWork = true)
    {
        await using var db = world.Open();
        var cart = (await db.Carts.OrderBy(c => c.Id).LastAsync()).Id;
        foreach (var (field, value) in new[] { (BuyerField.FirstName, "Ada"), (BuyerField.LastName, "Byron"), (BuyerField.Email, "ada@guests.example"), (BuyerField.Phone, "+34600111222") })
            await world.Get<NoteBuyer>().RunAsync(world.Ann, cart, field, value, default);
        var answer = await world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), cart, "Ada", OnOpenAnswer.GoOn), default);
        Assert.True(answer.IsYes || !mustWork, answer.Refusal?.ToString());
    }

    private Task<OpenConnection> Connection() => world.Get<ConnectionBook>().OpenAsync(connectionId, default);

    private async Task<Guid> SessionAsync(PlaceSample of)
    {
        await using var db = world.Open();
        return await db.Sessions.Where(s => s.ProviderRef == $"{of.SessionId}" && s.Event!.ConnectionId == connectionId).Select(s => s.Id).SingleAsync();
    }

    private async Task<IReadOnlyList<Order>> OrdersAsync()
    {
        await using var db = world.Open();
        return await db.Orders.AsNoTracking().Include(o => o.Items).Include(o => o.History).ToListAsync();
    }
}
