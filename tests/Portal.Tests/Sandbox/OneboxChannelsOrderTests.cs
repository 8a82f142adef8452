using System.Net;
using System.Xml.Linq;
using Portal.Sandbox;
using Portal.Sandbox.OneboxChannels;

namespace Portal.Tests.Sandbox;

public sealed class OneboxChannelsOrderTests : OneboxChannelsTest
{
    [Fact]
    public async Task An_order_is_locked_for_45_minutes_that_do_not_slide()
    {
        var order = await CreatedAsync(Samples.Theatre, 2);
        Assert.Equal(("PRE_ORDER", "2700"), (order["status"], order["preOrderTimeLeft"]));

        Clock.Advance(TimeSpan.FromMinutes(44));
        Assert.Equal("60", Good(await Details(order))["preOrderTimeLeft"]);
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("EXPIRED", Good(await Details(order))["status"]);
        Assert.Equal("EXPIRED", Good(await Commit(order["orderCode"], "1000.00"))["status"]);
        World.Options.ForgetsExpiredOrders = true;
        Refused("1050", HttpStatusCode.NotFound, await Details(order));
        Assert.Equal(Samples.Theatre.Left, Left(Samples.Theatre));
    }

    [Fact]
    public async Task A_cart_is_gone_once_it_is_an_order()
    {
        var token = await CartWithAsync(Samples.Theatre, 2);
        Good(await Create(token));

        Refused("1050", HttpStatusCode.NotFound, await Create(token));
        Refused("1050", HttpStatusCode.NotFound, await Post("/shoppingCart/releaseAllItems", ("token", token)));
        Assert.Equal(Samples.Theatre.Left - 2, Left(Samples.Theatre));
    }

    [Fact]
    public async Task A_sale_is_paid_in_full_once_and_then_has_tickets()
    {
        var order = await CreatedAsync(Samples.Theatre, 2);
        var (code, total) = (order["orderCode"], order.Value("toBePaid"));
        Assert.Equal($"{Samples.Theatre.Price * 2:0.00}", total);

        Refused("1009", HttpStatusCode.BadRequest, await Commit(code));
        Refused("1009", HttpStatusCode.BadRequest, await Commit(code, "0.01"));
        Refused("1014", HttpStatusCode.Forbidden, await Get("/order/syncTicketsPDF", ("orderCode", code)));
        var paid = Good(await Commit(code, total));
        Assert.Equal(("PAID", "0.00", 2), (paid["status"], paid.Value("pending"), paid.All("barcode").Count));
        Assert.Equal(paid.Text, Good(await Commit(code, total)).Text);
        Refused("1009", HttpStatusCode.BadRequest, await Commit(code, "1.00"));

        var tickets = Good(await Get("/order/syncTicketsPDF", ("orderCode", code)));
        foreach (var link in tickets.All("ticket").Select(t => t.Attribute("url")!.Value).Append(tickets.Value("mergedTickets")))
            Assert.StartsWith("%PDF", await Http.GetStringAsync(new Uri(link)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_order_type_wants_must_be_there()
    {
        var token = await CartAsync();
        Refused("1009", HttpStatusCode.BadRequest, await Create(token));
        Good(await AddBest(token, Samples.Theatre, 1));
        Refused("1001", HttpStatusCode.BadRequest, await Create(token));
        Good(await Post("/shoppingCart/clientData", ("token", token), ("firstName", "Ada"), ("lastName", "Byron"), ("email", "ada@example.org")));
        Refused("1001", HttpStatusCode.BadRequest, await Create(token, "BOOKING"));
        Refused("1003", HttpStatusCode.BadRequest, await Create(token, "ISSUE"));
        Good(await Create(token));

        Refused("1009", HttpStatusCode.BadRequest, await Create(await CartWithAsync(Samples.Attendants, 1)));
        Refused("1009", HttpStatusCode.BadRequest, await Create(await CartWithAsync(Samples.Theatre, 11), "BOOKING"));
    }

    [Fact]
    public async Task Booking_needs_the_promoter_and_the_channel()
    {
        var booked = Good(await AddBest(await CartAsync(), Samples.Theatre, 1));
        Assert.Equal("true", booked.Value("booking"));

        Refused("1013", HttpStatusCode.Forbidden, await Create(await CartWithAsync(Samples.NotBookable, 1), "BOOKING"));
        World.ChannelMayBook(OneboxChannelsOptions.DemoChannel, false);
        Assert.Equal("false", Good(await AddBest(await CartAsync(), Samples.Theatre, 1)).Value("booking"));
        Refused("1013", HttpStatusCode.Forbidden, await Create(await CartWithAsync(Samples.Theatre, 1), "BOOKING"));
        Good(await Create(await CartWithAsync(Samples.Theatre, 1)));
    }

    [Fact]
    public async Task A_booking_is_kept_unpaid_until_its_own_time_and_then_lapses()
    {
        var booking = await BookedAsync(Samples.ShortBooking, 2);
        Assert.Equal(("CONFIRMED", "BOOKING", "PENDING"), (booking["status"], booking["type"], booking.Value("bookingIssueStatus")));
        Assert.NotEqual("0.00", booking.Value("pending"));

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("EXPIRED", Good(await Details(booking)).Value("bookingIssueStatus"));
        Refused("1050", HttpStatusCode.NotFound, await Purchase(booking["orderCode"], booking.Items));
        Assert.Equal(Samples.ShortBooking.Left, Left(Samples.ShortBooking));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Part_of_a_booking_can_be_bought_and_the_rest_stays_booked(bool keepsCode)
    {
        World.Options.PurchaseKeepsCode = keepsCode;
        var booking = await BookedAsync(Samples.Theatre, 3);

        var purchase = Good(await Purchase(booking["orderCode"], [booking.Items[1]]));
        Assert.Equal(keepsCode, purchase["orderCode"] == booking["orderCode"]);
        Assert.Equal(("PRE_ORDER", $"{Samples.Theatre.Price:0.00}"), (purchase["status"], purchase.Value("toBePaid")));
        Refused("1009", HttpStatusCode.BadRequest, await Purchase(booking["orderCode"], [booking.Items[1]]));
        Good(await Commit(purchase["orderCode"], purchase.Value("toBePaid")));

        var rest = Good(await Details(booking));
        Assert.Equal(["PENDING", "SOLD", "PENDING"], rest.All("bookingIssueStatus").Select(s => s.Value));
    }

    [Fact]
    public async Task A_purchase_of_a_booking_that_nobody_paid_leaves_the_booking()
    {
        var booking = await BookedAsync(Samples.Theatre, 2);
        Good(await Purchase(booking["orderCode"], booking.Items));

        Clock.Advance(TimeSpan.FromMinutes(46));

        Assert.All(Good(await Details(booking)).All("bookingIssueStatus"), s => Assert.Equal("PENDING", s.Value));
        Assert.Equal(Samples.Theatre.Left - 2, Left(Samples.Theatre));
    }

    [Fact]
    public async Task Everything_outlives_a_restart()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("portal-channels-").FullName, "state.jsonl");
        await RestartAsync(path);
        await BookedAsync(Samples.Theatre, 2);
        Good(await AddBest(await CartAsync(), Samples.Theatre, 3));
        World.PromoterMayBook(82, false);
        World.SetPrice(Samples.OtherTheatre.SessionId, Samples.OtherTheatre.OfferId, 77m);
        Clock.Advance(TimeSpan.FromMinutes(5));

        await RestartAsync(path);

        Assert.Equal(Samples.Theatre.Left - 5, Left(Samples.Theatre));
        Assert.Equal("CONFIRMED", Sandbox.Ledger.Made("oneboxchannels", "order").Single().State);
        var added = Good(await AddBest(await CartAsync(), Samples.OtherTheatre, 1));
        Assert.Equal(("false", "77.00"), (added.Value("booking"), added.Value("base-price")));
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Samples.Theatre.Left - 2, Left(Samples.Theatre));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private Task<HeardXml> Details(HeardXml order) => Get("/order/details", ("orderCode", order["orderCode"]));

    private Task<HeardXml> Purchase(string code, IEnumerable<string> items) => Post("/order/purchaseBooking", [("orderCode", code), .. items.Select(i => ("items", i))]);
}
