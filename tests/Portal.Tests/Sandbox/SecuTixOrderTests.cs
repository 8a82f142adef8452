using System.Net;
using Portal.Sandbox;
using Portal.Sandbox.SecuTix;

namespace Portal.Tests.Sandbox;

public sealed class SecuTixOrderTests : SecuTixTest
{
    [Fact]
    public async Task An_order_holds_seats_and_its_delay_slides_with_each_item_up_to_its_lifespan()
    {
        var order = await Order(Samples.Opera, 2);
        Assert.Equal("2027-03-01T10:15:00+01:00", await ExpiryOf(order));
        foreach (var (minutes, expected) in new[] { (10, "10:25"), (12, "10:37"), (14, "10:45") })
        {
            Clock.Advance(TimeSpan.FromMinutes(minutes));
            await Made(Samples.OperaGallery, 1, orderId: order);
            Assert.Equal($"2027-03-01T{expected}:00+01:00", await ExpiryOf(order));
        }

        Clock.Advance(TimeSpan.FromMinutes(9));

        var details = await Details(order);
        Assert.Equal("CANCELED", (string?)details["orderState"]);
        Assert.Equal(Samples.Opera.Stock, Sandbox.SecuTix.Stock(Samples.Opera));
        await Refused("error.order.expired", Create, Put(Samples.Opera, 1, orderId: order));
        await Refused("error.order.expired", "externalOrderService/closeOrder", Closing(order));
    }

    [Theory]
    [InlineData(nameof(SecuTixSamples.ShortDelay), "10:05")]
    [InlineData(nameof(SecuTixSamples.LongDelay), "10:30")]
    public async Task A_product_has_its_own_times_and_the_latest_of_the_items_counts(string sample, string expected)
    {
        var order = await Order(Samples.ByName[sample], 1);
        Assert.Equal($"2027-03-01T{expected}:00+01:00", await ExpiryOf(order));

        await Made(Samples.Opera, 1, orderId: order);

        Assert.Equal($"2027-03-01T{(expected == "10:05" ? "10:15" : expected)}:00+01:00", await ExpiryOf(order));
    }

    [Fact]
    public async Task Too_few_places_are_the_documented_error_and_hold_nothing()
    {
        var result = await Ask(Create, Put(Samples.LastTwo, 3));

        Assert.Equal(("error", "error.order.availability", true), ((string?)result["statusCode"], (string?)result["statusDetail"], (bool)result["expectedException"]!));
        Assert.Equal(2, Sandbox.SecuTix.Stock(Samples.LastTwo));
        Assert.Empty(Sandbox.Ledger.Made("secutix", "order"));
    }

    [Fact]
    public async Task Of_several_buyers_of_the_last_two_exactly_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Ask(Create, Put(Samples.LastTwo, 2))));

        Assert.Single(answers, a => (string?)a["statusCode"] == "success");
        Assert.Equal(0, Sandbox.SecuTix.Stock(Samples.LastTwo));
    }

    [Fact]
    public async Task What_the_sales_channel_does_not_sell_is_refused()
    {
        await Refused("error.order.contingent", Create, Put(Samples.Opera, 1, contingentId: 10_229_900_502));
        await Refused("error.order.maxSeatsPerPerformance", Create, Put(Samples.Opera, 11));
        await Refused("error.catalog.performance", Create, Put(Samples.Suspended, 1));
        await Refused("error.catalog.audienceSubCategory", Create, Put(Samples.Opera with { AudienceId = 1 }, 1));
        await Refused("error.order.availability", Create, Put(Samples.SoldOut, 1));
        await Refused("error.order.notReservable", Create, Put(Samples.Service, 1, "RESERVATION"));
        await Refused("error.order.noDirectOption", Create, Put(Samples.Museum, 1, "OPTION"));
        await Refused("error.order.noOperation", Create, new { pointOfSalesId = 10_229_900_117, orderType = "SALE" });
        await Refused("error.order.pointOfSales", Create, new { pointOfSalesId = 1, orderType = "SALE" });
        Assert.Empty(Sandbox.Ledger.Made("secutix", "order"));
        await Made(Samples.Goods, 20);
    }

    [Theory]
    [InlineData("""{"orderType":"SALE"}""")]
    [InlineData("""{"pointOfSalesId":"10229900117","orderType":"SALE"}""")]
    [InlineData("""{"pointOfSalesId":10229900117,"orderType":"SALE","sort":"price"}""")]
    [InlineData("""{"pointOfSalesId":10229900117,"orderType":"SALE","simpleProductOperations":{"itemId":1}}""")]
    public async Task A_request_that_is_none_is_HTTP_400(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Rest(Create, System.Text.Json.Nodes.JsonNode.Parse(body)!)).Status);
    }

    [Fact]
    public async Task Updates_tell_only_what_changed_and_which_ids_are_gone()
    {
        var first = await Made(Samples.Opera, 2);
        var orderId = (long)first["orderId"]!;
        var second = await Made(Samples.OperaGallery, 1, orderId: orderId);
        Assert.Single(second["operationDataUpdates"]!.AsArray());
        var movements = Ids(first["movementDataUpdates"]!, "movementId");
        var gallery = Ids(second["movementDataUpdates"]!, "movementId");

        var less = (await Done("externalOrderService/abandonMovements", new { orderId, movementIds = new[] { movements[0], gallery[0] } }))["orderUpdateData"]!;

        Assert.Equal([movements[0], gallery[0]], less["removeMovementIds"]!.AsArray().Select(i => (long)i!));
        Assert.Equal(Ids(second["operationDataUpdates"]!, "operationId"), less["removeOperationIds"]!.AsArray().Select(i => (long)i!));
        Assert.Equal(1, (int)Assert.Single(less["operationDataUpdates"]!.AsArray())!["quantity"]!);
        Assert.Equal(Samples.Opera.Stock - 1, Sandbox.SecuTix.Stock(Samples.Opera));
        await Refused("error.order.movement", "externalOrderService/abandonMovements", new { orderId, movementIds = new[] { movements[0] } });
    }

    [Fact]
    public async Task A_validated_order_can_only_be_closed_or_abandoned()
    {
        var order = await Order(Samples.Opera, 2);
        await Done("externalOrderService/validateOrder", new { orderId = order });

        await Refused("error.order.state.validated", Create, Put(Samples.Opera, 1, orderId: order));
        await Refused("error.order.state.validated", "externalOrderService/abandonMovements", new { orderId = order, movementIds = new[] { 1L } });
        await Done("externalOrderService/abandonOrder", new { orderId = order });
        await Done("externalOrderService/abandonOrder", new { orderId = order });

        Assert.Equal("ABANDONED", (string?)(await Details(order))["orderState"]);
        Assert.Equal("ABANDONNED", Sandbox.SecuTix.FileState(order));
        Assert.Equal(Samples.Opera.Stock, Sandbox.SecuTix.Stock(Samples.Opera));
        var other = await Order(Samples.Opera, 2);
        await Done("externalOrderService/validateOrder", new { orderId = other });
        await Closed(other);
        Assert.Equal("NOT_SOLDED", Sandbox.SecuTix.FileState(other));
    }

    [Fact]
    public async Task Another_operators_orders_cannot_be_seen()
    {
        var order = await Order(Samples.Opera, 1);

        var heard = await Ask("externalOrderService/getOrderDetails", new { orderId = order }, Token(SecuTixOptions.OtherSecret, name: SecuTixOptions.OtherOperator, partner: "OTHER"));

        Assert.Equal("error.order.notFound", (string?)heard["statusDetail"]);
    }

    [Fact]
    public async Task A_callers_own_reference_is_kept_on_the_order()
    {
        var order = await Order(Samples.Opera, 1);

        await Done("externalOrderService/updateExternalReferences", new { id = order, externalReferenceKind = "ORDER", externalReference = new { key = "PORTAL", value = "K7M4QX-1" } });

        var read = await Done("externalOrderService/getExternalReference", new { id = order, externalReferenceKind = "ORDER" });
        Assert.Equal("K7M4QX-1", (string?)read["externalReferences"]!["externalReferences"]![0]!["value"]);
    }

    [Fact]
    public async Task Scenarios_happen_to_what_the_call_names()
    {
        Sandbox.Scenarios.Add(new Scenario("secutix/createOrUpdateOrder", ScenarioKind.SoldOut) { Left = 1 });
        await Refused("error.order.availability", Create, Put(Samples.Opera, 2));
        Sandbox.SecuTix.SetStock(Samples.Opera, 50);
        Sandbox.Scenarios.Add(new Scenario("secutix/createOrUpdateOrder", ScenarioKind.PriceUp) { NewRate = 99_000 });
        var made = await Made(Samples.Opera, 2);
        Assert.Equal(99_000, (long)made["operationDataUpdates"]![0]!["unitPrice"]!);
        Sandbox.Scenarios.Add(new Scenario("secutix/closeOrder", ScenarioKind.HoldLapsed));
        await Refused("error.order.expired", "externalOrderService/closeOrder", Closing((long)made["orderId"]!));
        Assert.Equal(50, Sandbox.SecuTix.Stock(Samples.Opera));
    }
}
