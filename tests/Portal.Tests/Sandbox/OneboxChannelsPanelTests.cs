using System.Net;
using System.Net.Http.Json;

namespace Portal.Tests.Sandbox;

public sealed class OneboxChannelsPanelTests : OneboxChannelsTest
{
    [Fact]
    public async Task The_panel_shows_carts_orders_and_what_was_searched_for()
    {
        var order = await CreatedAsync(Samples.Theatre, 2);
        var token = await CartAsync();

        var page = await Http.GetStringAsync($"/sandbox/oneboxchannels?find={Samples.Museum.SessionId}");

        foreach (var shown in new[] { order["orderCode"], token, "PRE_ORDER", "locked until", "Adulto", "Producciones Marea Alta" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_switch_bookings_prices_stock_and_holds_by_hand()
    {
        await Act($"/promoters/{World.PromoterOf(Samples.Theatre.EventId)}/booking", new { on = false });
        await Act($"/sessions/{Samples.Theatre.SessionId}/offers/{Samples.Theatre.OfferId}", new { left = 3, price = "12.50" });
        await Act($"/sessions/{Samples.Museum.SessionId}/sale", new { on = false });
        var token = await CartAsync();
        var cart = Good(await AddBest(token, Samples.Theatre, 2));
        Assert.Equal(("false", "12.50", 1), (cart.Value("booking"), cart.Value("base-price"), Left(Samples.Theatre)));
        Refused("1041", HttpStatusCode.Conflict, await Post("/shoppingCart/addIndividualActivitySeats", ("token", token), ("idSession", $"{Samples.Museum.SessionId}"), ("numSeats", "1"), ("idActivityTicketType", $"{Samples.Museum.OfferId}")));

        await Act($"/holds/{token}/lapse", new { });
        Refused("1050", HttpStatusCode.NotFound, await Post("/shoppingCart/validate", ("token", token)));
        await Act("/options", new { purchase_keeps_code = true });
        Assert.True(World.Options.PurchaseKeepsCode);
    }

    private async Task Act(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync("/sandbox/api/oneboxchannels" + path, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
