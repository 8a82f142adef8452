using System.Net.Http.Json;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Sandbox;

public sealed class EGumaPanelTests : EGumaTest
{
    [Fact]
    public async Task The_panel_shows_bookings_reservations_and_the_products_that_were_searched_for()
    {
        var reservation = await Reserved(Samples.Slot, 1);
        var booking = await Booked(Samples.Day, 1);

        using var http = new HttpClient { BaseAddress = Sandbox.BaseUrl };
        var page = await http.GetStringAsync(new Uri("/sandbox/eguma?find=kunsthalle", UriKind.Relative));

        foreach (var shown in new[] { reservation, booking["booking_reference"], "Kunsthalle Seefeld", "Let lapse", "Check in", "Cancel at the counter", nameof(EGumaSamples.Vanishing) })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_take_products_off_and_put_them_back_set_prices_and_places_and_end_what_was_sold()
    {
        var slot = Samples.Slot;
        var reservation = await Reserved(slot, 1);
        var booking = await Booked(Samples.Day, 1);

        await Act($"/products/{Samples.Vanishing.ProductId}", new { listed = false });
        await Act($"/products/{slot.ProductId}/price", new { category_id = slot.CategoryId, price_in_cents = 1800 });
        await Act($"/products/{slot.ProductId}/left", new { starts_at = slot.StartsAt, left = 3 });
        await Act($"/reservations/{reservation}/lapse", new { });
        await Act($"/tickets/{booking.Body.GetProperty("tickets")[0].GetProperty("ticket_number").GetString()}/checkin", new { });
        await Act($"/bookings/{booking["booking_id"]}/cancel", new { });
        await Act("/options", new { plain_text_errors = true, expires_in = "utc", revision = "a", not_available_status = 400, may_read_orders = false });

        Assert.DoesNotContain(Samples.Vanishing.ProductId, (await Get("/products.json")).Text, StringComparison.Ordinal);
        Assert.Contains("\"price_in_cents\":1800", (await Get($"/products/{slot.ProductId}/availabilities.json?from={slot.StartsAt[..10]}&to={slot.StartsAt[..10]}")).Text, StringComparison.Ordinal);
        Assert.Equal((4, "expired"), (Left(slot), Sandbox.EGuma.ReservationState(reservation)));
        Assert.Equal("cancelled", Sandbox.EGuma.Booking(booking["booking_id"]).Status);
        Assert.Equal((true, EGumaExpiryZone.Utc, EGumaRevision.A, 400, false),
            (Sandbox.EGuma.Options.PlainTextErrors, Sandbox.EGuma.Options.ExpiresIn, Sandbox.EGuma.Options.Revision, Sandbox.EGuma.Options.NotAvailableStatus, Sandbox.EGuma.Options.MayReadOrders));

        await Act($"/products/{Samples.Vanishing.ProductId}", new { listed = true });
        Assert.Contains(Samples.Vanishing.ProductId, (await Get("/products.json")).Text, StringComparison.Ordinal);
    }

    private async Task Act(string path, object body)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.BaseUrl };
        using var response = await http.PostAsJsonAsync(new Uri("/sandbox/api/eguma" + path, UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
