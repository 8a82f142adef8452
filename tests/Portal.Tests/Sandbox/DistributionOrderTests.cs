using System.Net;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.Onebox;

namespace Portal.Tests.Sandbox;

public sealed class DistributionOrderTests : DistributionTest
{
    [Fact]
    public async Task A_basket_lives_ten_minutes_after_its_last_change_and_reading_does_not_prolong_it()
    {
        var order = await Held(Samples.Zone, 3);
        Assert.Equal(297, Left(Samples.Zone));

        Clock.Advance(TimeSpan.FromMinutes(9));
        var read = await Read(order);
        Assert.Equal(("BASKET", "2027-03-01T09:10:00Z"), (Status(read), read.Body.GetProperty("status").GetProperty("expires_in").GetProperty("date").GetString()));
        Assert.Equal(60, read.Body.GetProperty("status").GetProperty("expires_in").GetProperty("value").GetInt32());
        await Auto(order, Samples.Zone, 1);
        Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(4, Items(await Read(order)).Length);

        Clock.Advance(TimeSpan.FromMinutes(1));
        Refused(await Read(order), 404, "ORDER_NOT_FOUND");
        Refused(await Auto(order, Samples.Zone, 1), 404, "ORDER_NOT_FOUND");
        Assert.Equal(300, Left(Samples.Zone));
        Assert.Equal("EXPIRED", Assert.Single(Sandbox.Ledger.Made("onebox-distribution", "hold")).State);
    }

    [Fact]
    public async Task The_price_is_value_and_both_surcharges_and_delivery()
    {
        var order = await Held(Samples.Zone, 2);
        var heard = await Post("/delivery-methods", order, new { type = "NATIONAL_POST", cost = 6.5 });

        Assert.Equal(2 * Samples.Zone.Price + 6.5m, Final(heard));
        Assert.Equal(64m, heard.Body.GetProperty("price").GetProperty("base").GetDecimal());
        Refused(await Post("/delivery-methods", order, new { type = "NATIONAL_POST", cost = 1 }), 400, "DIST0001");
        Refused(await Post("/delivery-methods", order, new { type = "WHATSAPP", cost = 0 }), 400, "DIST0001");
    }

    [Fact]
    public async Task Of_two_buyers_of_the_last_two_exactly_one_wins()
    {
        var orders = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Created()));

        var answers = await Task.WhenAll(orders.Select(o => Auto(o, Samples.LastTwo, 2)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Refused(a, 409, "ORDER_SEAT_NOT_AVAILABLE"));
        Assert.Equal(0, Left(Samples.LastTwo));
        Assert.Single(Sandbox.Ledger.Made("onebox-distribution", "hold"));
    }

    [Fact]
    public async Task A_chosen_seat_is_held_once_and_its_neighbour_makes_them_consecutive()
    {
        var (first, second) = (await Created(), await Created());
        var seats = Samples.Numbered.Seats;

        var taken = await Seats(first, Samples.Numbered, seats[0], seats[1]);
        Refused(await Seats(second, Samples.Numbered, seats[2], seats[1]), 409, "ORDER_SEAT_NOT_AVAILABLE");
        Assert.All(Items(taken), i => Assert.Empty(i.GetProperty("item_warnings").EnumerateArray()));
        Assert.Empty(Items(await Read(second)));

        var apart = await Seats(second, Samples.Numbered, seats[2], seats[5]);
        Assert.All(Items(apart), i => Assert.Contains("SESSION_NON_CONSECUTIVE_SEAT", i.GetProperty("item_warnings").EnumerateArray().Select(w => w.GetString())));
    }

    [Fact]
    public async Task Best_seats_are_side_by_side_where_there_are_any_and_say_so_where_not()
    {
        var together = await Auto(await Created(), Samples.Numbered, 4);
        var numbers = Items(together).Select(i => int.Parse(i.GetProperty("allocation").GetProperty("seat").GetProperty("name").GetString()!, null)).Order().ToList();
        Assert.Equal(3, numbers[^1] - numbers[0]);

        var scattered = await Auto(await Created(), Samples.Scattered, 2);
        Assert.Contains("SESSION_NON_CONSECUTIVE_SEAT", scattered.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Releasing_takes_the_items_named_or_all()
    {
        var order = await Held(Samples.Zone, 3);
        var items = Items(await Read(order)).Select(i => i.GetProperty("id").GetInt64()).ToList();

        Refused(await Send(HttpMethod.Delete, $"{Orders}/seats?id=1", order), 400, "DIST0001");
        var heard = await Send(HttpMethod.Delete, $"{Orders}/seats?id={items[0]}&id={items[2]}", order);
        Assert.Equal(items[1], Assert.Single(Items(heard)).GetProperty("id").GetInt64());
        Assert.Empty(Items(await Send(HttpMethod.Delete, $"{Orders}/seats", order)));

        Assert.Equal(300, Left(Samples.Zone));
        Assert.Equal("RELEASED", Assert.Single(Sandbox.Ledger.Made("onebox-distribution", "hold")).State);
    }

    [Fact]
    public async Task Nobody_sees_another_channel_s_order_and_no_call_works_without_token_or_order()
    {
        var order = await Held(Samples.Zone, 1);
        using var other = await ClientOfAsync(Sandbox, OneboxOptions.OtherChannel, OneboxOptions.OtherSecret);
        using var nobody = new HttpClient { BaseAddress = Sandbox.BaseUrl };

        Refused(await Send(HttpMethod.Get, Orders, order, by: other), 404, "ORDER_NOT_FOUND");
        Refused(await Send(HttpMethod.Get, Orders, order, by: nobody), 401, "AUTH001");
        Refused(await Send(HttpMethod.Get, Orders), 400, "PARAMETER_REQUIRED");
        Sandbox.OneboxTokens.RevokeAll();
        Refused(await Read(order), 401, "AUTH001");
    }

    [Fact]
    public async Task What_a_session_refuses_it_refuses_by_its_own_code()
    {
        var order = await Created();

        Refused(await Auto(order, Samples.OtherChannels, 1), 404, "SESSION_NOT_FOUND");
        Refused(await Auto(order, Samples.NotForSale, 1), 409, "ORDER_SEAT_NOT_AVAILABLE");
        Refused(await Auto(order, Samples.NotYetOnSale, 1), 409, "ORDER_SEAT_NOT_AVAILABLE");
        Refused(await Auto(order, Samples.SoldOut, 1), 409, "ORDER_SEAT_NOT_AVAILABLE");
        Refused(await Auto(order, Samples.LimitFour, 5), 409, "ORDER_ITEMS_LIMIT_EXCEEDED");
        Refused(await Auto(order, Samples.Zone with { PriceTypeId = 1 }, 1), 400, "DIST0001");
        Refused(await Auto(order, Samples.Zone with { RateId = 1 }, 1), 400, "DIST0001");
        Refused(await Auto(order, Samples.Zone, 0), 400, "DIST0001");
        Refused(await Post("/seats-auto", order, new { session_id = Samples.Zone.SessionId, quantity = 1 }), 400, "PARAMETER_REQUIRED");
        Refused(await Post("/seats", order, new { seats = Array.Empty<object>() }), 400, "PARAMETER_REQUIRED");
        Refused(await Post("/presales", order, new { session_id = Samples.Zone.SessionId, fields = new { } }), 404, "PRESALE_NOT_FOUND");
        Refused(await Send(HttpMethod.Get, Orders + "?page=1", order), 400, "DIST0001");
        Refused(await Get("/distribution-api/v1/nothing"), 404, "NOT_FOUND");
    }

    [Fact]
    public async Task Promotions_and_collectives_are_checked_and_lower_the_price()
    {
        var order = await Held(Samples.Promoted, 2);

        Refused(await Post("/promotions", order, new { id = 1 }), 409, "ORDER_INVALID_PROMOTION");
        Refused(await Post("/promotions", order, new { id = 9002, collective = new { code = "SOCIOS", pin = "0000" } }), 409, "ORDER_INVALID_COLLECTIVE");
        Refused(await Post("/collectives", order, new { id = 9002, code = "X", pin = "2468" }), 409, "ORDER_INVALID_COLLECTIVE");
        await Post("/collectives", order, new { id = 9002, code = "SOCIOS", pin = "2468" });
        var heard = await Post("/promotions", order, new { id = 9002 });

        Assert.Equal(2 * (Samples.Promoted.Price - 6.4m), Final(heard));
    }

    [Fact]
    public async Task Orders_survive_a_restart_with_their_places_and_clocks()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("portal-sandbox-").FullName, "state.jsonl");
        string held, seated;
        await using (var first = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock, StatePath = path }))
        {
            using var http = await ClientOfAsync(first, OneboxOptions.DemoChannel, OneboxOptions.DemoSecret);
            held = await HeldBy(http, Samples.Zone.SessionId, Samples.Zone.PriceTypeId);
            seated = await HeldBy(http, Samples.Numbered.SessionId, Samples.Numbered.PriceTypeId);
            first.OneboxDistribution.SetPrice(Samples.Huge.PriceTypeId, 99m);
        }

        await using var second = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock, StatePath = path });
        Assert.Equal(299, second.OneboxDistribution.Places(Samples.Zone.PriceTypeId).Available);
        Assert.Equal(83, second.OneboxDistribution.Places(Samples.Numbered.PriceTypeId).Available);
        Assert.Equal(99m, second.OneboxDistribution.Places(Samples.Huge.PriceTypeId).Price);
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(300, second.OneboxDistribution.Places(Samples.Zone.PriceTypeId).Available);
        Assert.Equal(("EXPIRED", "EXPIRED"), (second.OneboxDistribution.OrderStatus(held), second.OneboxDistribution.OrderStatus(seated)));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        async Task<string> HeldBy(HttpClient http, long session, long priceType)
        {
            var id = (await Send(HttpMethod.Post, Orders, by: http))["id"];
            await Send(HttpMethod.Post, Orders + "/seats-auto", id, new { session_id = session, quantity = 1, price_type_id = priceType }, http);
            return id;
        }
    }
}
