using Portal.Sandbox;
using Portal.Sandbox.SecuTix;

namespace Portal.Tests.Sandbox;

public sealed class SecuTixCloseTests : SecuTixTest
{
    private const string Close = "externalOrderService/closeOrder";

    [Theory]
    [InlineData(null, "NOT_SOLDED")]
    [InlineData(90_000L, "SOLDED")]
    [InlineData(40_000L, "PART_SOLDED")]
    public async Task A_sale_is_settled_by_what_is_paid_and_has_tickets_with_seats(long? paid, string file)
    {
        Assert.Equal(45_000, Samples.Opera.Price);
        var order = await Order(Samples.Opera, 2);

        var details = await Closed(order, paid: paid);

        Assert.Equal(("CLOSED", 90_000L), ((string?)details["orderState"], (long)details["saleAmount"]!));
        Assert.Equal(file, Sandbox.SecuTix.FileState(order));
        Assert.All(details["movementDatas"]!.AsArray(), m => Assert.NotNull(m!["ticketId"] is null ? null : m["barcode"]));
        Assert.Equal(["1", "2"], details["movementDatas"]!.AsArray().Select(m => (string?)m!["number"]));
        Assert.Equal("A", (string?)details["movementDatas"]![0]!["row"]);
        await Refused("error.order.state.closed", Close, Closing(order, paid: paid));
        Assert.Single(Sandbox.Ledger.Made("secutix", "sale"));
    }

    [Fact]
    public async Task Payments_that_do_not_fit_are_refused()
    {
        var order = await Order(Samples.Opera, 1);
        await Refused("error.payment", Close, Closing(order, paid: 45_001));
        await Refused("error.payment", Close, Closing(order, paid: 45_000, method: 10_229_700_003));
        await Refused("error.order.type", Close, Closing(order, "RESERVATION"));

        Sandbox.SecuTix.Options.DeclinesPayments = true;
        var paying = new { orderId = order, orderType = "SALE", isConvertedReservation = false, payments = new[] { new { amount = 45_000, paymentMethodId = 10_229_700_002 } } };
        await Refused("error.payment.failed", "externalOrderFacade/createPaymentsAndCloseOrder", paying);
        Sandbox.SecuTix.Options.DeclinesPayments = false;
        await Refused("error.payment.failed", "externalOrderFacade/createPaymentsAndCloseOrder", paying);
        await Done("externalOrderFacade/reopenOrder", new { orderId = order });
        await Done("externalOrderFacade/createPaymentsAndCloseOrder", paying);

        Assert.Equal("SOLDED", Sandbox.SecuTix.FileState(order));
    }

    [Fact]
    public async Task Purchasers_and_holders_are_demanded_where_the_product_wants_them()
    {
        var museum = await Order(Samples.Museum, 2);
        await Refused("error.order.contactRequired", Close, Closing(museum));
        await Done(Close, Closing(museum, contact: "C-1001"));
        Assert.Equal("C-1001", (string?)(await Details(museum))["contactReference"]);

        await Refused("error.order.holderMissing", Close, Closing(await Order(Samples.Nominative, 1)));
    }

    [Fact]
    public async Task A_slow_close_is_in_progress_until_it_is_done()
    {
        Sandbox.SecuTix.Options.CloseTakes = TimeSpan.FromSeconds(30);
        var order = await Order(Samples.Opera, 2);

        var heard = await Ask(Close, Closing(order, paid: 90_000, wait: 5));
        Assert.Equal(("inProgress", "IN_PROGRESS"), ((string?)heard["statusCode"], (string?)heard["requestState"]));
        Assert.Equal("inProgress", (string?)(await Ask(Close, Closing(order, paid: 90_000, wait: 5)))["statusCode"]);
        await Refused("error.order.state.closing", "externalOrderService/abandonOrder", new { orderId = order });
        Assert.Equal("VALIDATED", (string?)(await Details(order))["orderState"]);
        Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal("CLOSED", (string?)(await Details(order))["orderState"]);
        Assert.Equal("SOLDED", Sandbox.SecuTix.FileState(order));
    }

    [Fact]
    public async Task A_reservation_keeps_its_seats_for_three_days_and_is_sold_on_its_file()
    {
        var made = await Made(Samples.Opera, 3, "RESERVATION");
        var (order, file) = ((long)made["orderId"]!, (long)made["operationDataUpdates"]![0]!["fileId"]!);
        var reserved = await Closed(order, "RESERVATION");
        Assert.Equal(("2027-03-04T10:00:00+01:00", "IN_RESERVATION"), ((string?)reserved["expirationDate"], Sandbox.SecuTix.FileState(order)));
        var operation = (long)reserved["operationDatas"]![0]!["operationId"]!;
        var movements = Ids(reserved["movementDatas"]!, "movementId");
        Clock.Advance(TimeSpan.FromHours(50));

        var resuming = new { pointOfSalesId = 10_229_900_117, fileId = file, orderType = "SALE", resumedOperations = new[] { new { operationId = operation, movementIds = movements[..2] } } };
        var sale = (await Done(Create, resuming))["orderUpdateData"]!;
        await Refused("error.order.resumed", Create, resuming);
        Assert.All(sale["movementDataUpdates"]!.AsArray(), m => Assert.True((bool)m!["resumed"]!));
        var saleId = (long)sale["orderId"]!;
        await Refused("error.order.isConvertedReservation", Close, Closing(saleId, paid: 90_000));
        await Done("externalOrderFacade/createPaymentsAndCloseOrder", new
        {
            orderId = saleId, orderType = "SALE", isConvertedReservation = true, createToken = false, payments = new[] { new { amount = 90_000, paymentMethodId = 10_229_700_001 } },
            paymentParams = new { contactNumber = "C-1001", totalAmount = 90_000, paymentParametersMap = new { ORDER_IDENTIFIER = "K7M4QX" } },
        });
        Assert.Equal("IN_RESERVATION", Sandbox.SecuTix.FileState(order));
        Clock.Advance(TimeSpan.FromHours(22));

        Assert.Equal("SOLDED", Sandbox.SecuTix.FileState(order));
        Assert.Equal(Samples.Opera.Stock - 2, Sandbox.SecuTix.Stock(Samples.Opera));
        await Refused("error.order.resumed", Create, resuming);
    }

    [Fact]
    public async Task A_sale_of_a_reservation_that_comes_to_nothing_leaves_the_reservation()
    {
        var (order, resuming) = await ReservedAsync("SALE");
        var sale = (long)(await Done(Create, resuming))["orderUpdateData"]!["orderId"]!;

        await Done("externalOrderService/abandonOrder", new { orderId = sale });

        Assert.Equal("IN_RESERVATION", Sandbox.SecuTix.FileState(order));
        Assert.Equal(Samples.Opera.Stock - 2, Sandbox.SecuTix.Stock(Samples.Opera));
        await Done(Create, resuming);
    }

    [Fact]
    public async Task A_reservation_is_freed_by_an_order_of_its_own()
    {
        var (order, resuming) = await ReservedAsync("RESERVATION_FREEING");
        var freeing = (long)(await Done(Create, resuming))["orderUpdateData"]!["orderId"]!;
        Assert.Equal(Samples.Opera.Stock - 2, Sandbox.SecuTix.Stock(Samples.Opera));

        await Closed(freeing, "RESERVATION_FREEING");

        Assert.Equal("CANCELED", Sandbox.SecuTix.FileState(order));
        Assert.Equal(Samples.Opera.Stock, Sandbox.SecuTix.Stock(Samples.Opera));
    }

    [Fact]
    public async Task An_option_needs_no_place_until_it_is_sold()
    {
        Sandbox.SecuTix.SetStock(Samples.Opera, 1);
        var made = await Made(Samples.Opera, 2, "OPTION");
        var order = (long)made["orderId"]!;
        await Closed(order, "OPTION");
        Assert.Equal(("IN_OPTION", 1), (Sandbox.SecuTix.FileState(order), Sandbox.SecuTix.Stock(Samples.Opera)));
        var resuming = Resuming(made, "SALE");
        await Refused("error.order.availability", Create, resuming);
        Sandbox.SecuTix.SetStock(Samples.Opera, 5);

        await Done(Create, resuming);

        Assert.Equal(3, Sandbox.SecuTix.Stock(Samples.Opera));
    }

    [Fact]
    public async Task The_panel_shows_orders_and_turns_its_switches()
    {
        var order = await Order(Samples.Opera, 2);
        using var form = new FormUrlEncodedContent([new("close_seconds", "90"), new("catalogue_seconds", "0"), new("limits_reading", "false"), new("declines_payments", "false")]);

        var page = await Http.GetStringAsync($"/sandbox/secutix?find={Samples.Opera.PerformanceId}");
        using var back = await Http.PostAsync("/sandbox/secutix/options", form);
        using var lapsed = await Http.PostAsync($"/sandbox/secutix/orders/{order}/lapse", null);

        Assert.Contains($"{order}", page, StringComparison.Ordinal);
        Assert.Contains("Corbeille", page, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(90), Sandbox.SecuTix.Options.CloseTakes);
        Assert.Equal("CANCELED", Sandbox.SecuTix.OrderState(order));
    }

    [Fact]
    public async Task Orders_and_their_seats_outlive_the_process()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("portal-sandbox-").FullName, "state.jsonl");
        long kept;
        await using (var first = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock, StatePath = path }))
            kept = (long)(await AtAsync(first, () => Made(Samples.Opera, 2, "RESERVATION")))["orderId"]!;

        await using var second = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock, StatePath = path });

        Assert.Equal("RUNNING", second.SecuTix.OrderState(kept));
        Assert.Equal(Samples.Opera.Stock - 2, second.SecuTix.Stock(Samples.Opera));
        Assert.Equal("3", (string?)(await AtAsync(second, () => Made(Samples.Opera, 1)))["movementDataUpdates"]![0]!["number"]);
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(Samples.Opera.Stock, second.SecuTix.Stock(Samples.Opera));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private async Task<(long Order, object Resuming)> ReservedAsync(string then)
    {
        var made = await Made(Samples.Opera, 2, "RESERVATION");
        await Closed((long)made["orderId"]!, "RESERVATION");
        return ((long)made["orderId"]!, Resuming(made, then));
    }

    private static object Resuming(System.Text.Json.Nodes.JsonNode made, string type) => new
    {
        pointOfSalesId = 10_229_900_117, fileId = (long)made["operationDataUpdates"]![0]!["fileId"]!, orderType = type,
        resumedOperations = new[] { new { operationId = (long)made["operationDataUpdates"]![0]!["operationId"]! } },
    };
}
