using System.Net;
using System.Text.Json;
using Portal.Sandbox.Onebox;

namespace Portal.Tests.Sandbox;

public sealed class DistributionSaleTests : DistributionTest
{
    [Fact]
    public async Task Pre_confirming_gives_a_code_and_forty_five_minutes_and_asked_again_answers_the_same()
    {
        var order = await Held(Samples.Zone, 2);

        var first = await PreConfirmed(order);
        Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await Post("/pre-confirm", order, new { });

        Assert.Equal(("PRE_CONFIRM", 12), (Status(first), first["code"].Length));
        Assert.Equal(first["code"], second["code"]);
        Assert.Equal("2027-03-01T09:45:00Z", second.Body.GetProperty("status").GetProperty("expires_in").GetProperty("date").GetString());
        Clock.Advance(TimeSpan.FromMinutes(40));
        Refused(await Post("/confirm", order, new { }), 404, "ORDER_NOT_FOUND");
        Assert.Equal(300, Left(Samples.Zone));
    }

    [Fact]
    public async Task A_change_takes_a_pre_confirmation_back()
    {
        var order = await Held(Samples.Zone, 1);
        var code = (await PreConfirmed(order))["code"];

        Assert.Equal("BASKET", Status(await Auto(order, Samples.OtherZone, 1)));
        Refused(await Post("/confirm", order, new { }), 409, "ORDER_STATE_INVALID");

        Assert.NotEqual(code, (await PreConfirmed(order))["code"]);
    }

    [Fact]
    public async Task Without_places_buyer_or_attendees_nothing_is_pre_confirmed()
    {
        var order = await Created();
        Refused(await Post("/pre-confirm", order, new { }), 400, "PARAMETER_REQUIRED");
        var item = Items(await Auto(order, Samples.AllAttendeeData, 1))[0].GetProperty("id").GetInt64();
        Refused(await Post("/pre-confirm", order, new { }), 400, "PARAMETER_REQUIRED");
        await Buyer(order);
        Refused(await Post("/pre-confirm", order, new { }), 409, "ORDER_ATTENDEE_DATA_REQUIRED");
        Refused(await Tell(new { name = "Ada", email = "nonsense" }), 400, "ORDER_ATTENDEE_DATA_INVALID_FORMAT");
        Refused(await Tell(new { shoe_size = "43" }), 400, "ORDER_ATTENDEE_DATA_INVALID_FORMAT");
        await Tell(new { name = "Ada", surname = "Lovelace", email = "ada@example.org" });
        Refused(await Post("/pre-confirm", order, new { }), 409, "ORDER_ATTENDEE_DATA_REQUIRED");

        await Tell(new { name = "Ada", surname = "Lovelace", email = "ada@example.org", id_number = "X1234567" });

        Assert.Equal("PRE_CONFIRM", Status(await Post("/pre-confirm", order, new { })));

        Task<Heard> Tell(object field) => Post("/item-attendees", order, new { attendees = new[] { new { item_id = item, field } } });
    }

    [Fact]
    public async Task Payments_may_be_left_out_but_if_told_must_cover_the_order()
    {
        var order = await Held(Samples.Zone, 2);
        var final = Final(await PreConfirmed(order));

        Refused(await Pay("CASH", final - 0.01m), 409, "ORDER_STATE_INVALID");
        Refused(await Pay("PROMISES", final), 400, "DIST0001");
        Refused(await Post("/confirm", order, new { payments = new[] { new { type = "CASH" } } }), 400, "PARAMETER_REQUIRED");
        var sold = await Pay("CASH", final);

        Assert.Equal("CONFIRM", Status(sold));
        Assert.All(Items(sold), i => Assert.Equal(("PURCHASED", "QR"), (i.GetProperty("state").GetProperty("type").GetString(), i.GetProperty("barcode").GetProperty("mode").GetString())));
        Refused(await Pay("CASH", final), 409, "ORDER_STATE_INVALID");
        Refused(await Read(order), 404, "ORDER_NOT_FOUND");
        Assert.Single(Sandbox.Ledger.Made("onebox-distribution", "sale"));

        Task<Heard> Pay(string type, decimal value) => Post("/confirm", order, new { payments = new[] { new { type, value } } });
    }

    [Fact]
    public async Task A_confirmed_order_is_read_by_its_code_by_its_channel_only_and_not_before()
    {
        var order = await Held(Samples.Zone, 1);
        var code = (await PreConfirmed(order))["code"];
        Refused(await Get($"/orders-mgmt-api/v1/orders/{code}"), 404, "ORDER_NOT_FOUND");
        await Post("/confirm", order, new { external_code = "K7M4QX-1" });
        using var other = await ClientOfAsync(Sandbox, OneboxOptions.OtherChannel, OneboxOptions.OtherSecret);

        Assert.Equal("K7M4QX-1", (await Get($"/orders-mgmt-api/v1/orders/{code}"))["external_code"]);
        Refused(await Send(HttpMethod.Get, $"/orders-mgmt-api/v1/orders/{code}", by: other), 404, "ORDER_NOT_FOUND");
        var list = await Get($"/orders-mgmt-api/v1/orders?channel_id={OneboxOptions.DemoChannel}");
        Assert.Equal(1, list.Body.GetProperty("metadata").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_refund_gives_the_places_back_once()
    {
        var code = await Sold(Samples.Zone, 2);
        var items = Items(await Get($"/orders-mgmt-api/v1/orders/{code}")).Select(i => i.GetProperty("id").GetInt64()).ToList();

        Refused(await Refund(1, "MANUAL"), 404, "ORDER_ITEM_NOT_FOUND");
        Refused(await Refund(items[0], "AUTOMATIC"), 400, "AOMG0001");
        var refunded = await Refund(items[0], "MANUAL");
        Refused(await Refund(items[0], "MANUAL"), 409, "PRODUCT_STATE_INVALID");

        Assert.Equal(["REFUNDED", "PURCHASED"], Items(refunded).Select(i => i.GetProperty("state").GetProperty("type").GetString()));
        Assert.Equal(299, Left(Samples.Zone));
        Assert.Single(Sandbox.Ledger.Made("onebox-distribution", "refund"));

        Task<Heard> Refund(long item, string type) =>
            Send(HttpMethod.Post, $"/orders-mgmt-api/v1/orders/{code}/refund", body: new { items = new[] { new { id = item } }, type, include_surcharges = true });
    }

    [Fact]
    public async Task Booking_is_possible_only_inside_the_session_s_window()
    {
        var never = await Held(Samples.Zone, 1);
        await Buyer(never);
        Refused(await Post("/pre-confirm", never, new { type = "BOOKING" }), 409, "ORDER_STATE_INVALID");
        var now = await Held(Samples.Bookable, 1);
        await Buyer(now);

        Assert.Equal(HttpStatusCode.OK, (await Post("/pre-confirm", now, new { type = "BOOKING" })).Status);
        Assert.Equal("BOOKED", Items(await Post("/confirm", now, new { }))[0].GetProperty("state").GetProperty("type").GetString());
    }
}
