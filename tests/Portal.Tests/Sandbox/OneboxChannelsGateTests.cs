using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Portal.Sandbox.OneboxChannels;

namespace Portal.Tests.Sandbox;

public sealed class OneboxChannelsGateTests : OneboxChannelsTest
{
    [Fact]
    public async Task A_right_signature_and_a_bearer_token_open_the_same_paths()
    {
        var token = await TokenAsync();

        Good(await Get("/events/search"));
        Good(await Send(HttpMethod.Get, "/events/search", [], (request, _) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token)));
        Refused("1018", HttpStatusCode.Unauthorized, await Send(HttpMethod.Get, "/events/search", [], (request, _) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token + "x")));
        Refused("1018", HttpStatusCode.Unauthorized, await Send(HttpMethod.Get, "/events/search", [], (_, _) => { }));
    }

    [Fact]
    public async Task A_signature_covers_what_is_asked_with_raw_values_in_order()
    {
        Good(await Send(HttpMethod.Get, "/events/search", [("startDate", "2026-01-01T00:00:00"), ("eventType", "EVENT"), ("eventType", "ACTIVITY"), ("cityPromoter", "A Coruña & más")], Signed()));

        Refused("1018", HttpStatusCode.Unauthorized, await Send(HttpMethod.Get, "/events/search", [("eventType", "EVENT")], (request, _) => Signed()(request, [])));
        Refused("1018", HttpStatusCode.Unauthorized, await Send(HttpMethod.Get, "/events/search", [], Signed(password: "wrong")));
        Refused("1019", HttpStatusCode.Unauthorized, await Send(HttpMethod.Get, "/events/search", [], Signed(OneboxChannelsOptions.Inactive)));
    }

    [Theory]
    [InlineData(-6, false)]
    [InlineData(-4, true)]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task A_signature_is_good_for_five_minutes_around_its_time_in_seconds_and_milliseconds(int minutes, bool good)
    {
        var at = Sandbox.Clock.GetUtcNow().AddMinutes(minutes);
        foreach (var stamp in new[] { at.ToUnixTimeMilliseconds(), at.ToUnixTimeSeconds() })
            Assert.Equal(good, (await Send(HttpMethod.Get, "/events/search", [], Signed(date: stamp.ToString(CultureInfo.InvariantCulture)))).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Channel_terminal_and_point_of_sale_must_be_the_users_own()
    {
        Refused("1015", HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/events/search", [], Signed(channel: OneboxChannelsOptions.OtherChannel)));
        Refused("1015", HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/events/search", [], Signed(channel: 0)));
        Refused("1016", HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/events/search", [], Signed(terminal: "TPV-0002")));
        Refused("1017", HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/events/search", [], Signed(pointOfSale: "POS-0002")));
        var user = Good(await Send(HttpMethod.Get, "/user/validate", [], Signed(channel: 0)));
        Assert.Equal("1310", user.All("channel").Single().Attribute("id")!.Value);
    }

    [Fact]
    public async Task Another_sellers_carts_and_orders_stay_closed()
    {
        var token = await CartWithAsync(Samples.Theatre, 2);
        var other = Signed(OneboxChannelsOptions.Other);

        Refused("1050", HttpStatusCode.NotFound, await Send(HttpMethod.Post, "/shoppingCart/releaseAllItems", [("token", token)], other));
        var code = Good(await Create(token))["orderCode"];
        Refused("1010", HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/order/details", [("orderCode", code)], other));
    }
}
