using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

public sealed class ControlTests : Xs2EventTest
{
    [Fact]
    public async Task A_form_switches_a_scenario_on_and_comes_back_to_the_page()
    {
        using var answer = await PostForm("/sandbox/scenarios", new() { ["operation"] = "xs2event/events", ["kind"] = "Throttled", ["times"] = "1" });

        Assert.Equal((HttpStatusCode.SeeOther, "/sandbox#wrong"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("Throttled", await Http.GetStringAsync("/sandbox"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Get("/v1/events")).Status);
        Assert.Empty(Sandbox.Scenarios.Active);
    }

    [Fact]
    public async Task The_same_can_be_done_with_JSON()
    {
        var made = await Post("/sandbox/api/scenarios", new { operation = "xs2event/booking.create", kind = "SilentAfter", silence = "Hang", times = (int?)null });
        Assert.Equal(("SilentAfter", "Hang"), (made["kind"], made["silence"]));
        Assert.Equal(1, (await Get("/sandbox/api/scenarios")).Body.GetArrayLength());

        await Send(HttpMethod.Delete, "/sandbox/api/scenarios/" + made["id"]);

        Assert.Empty(Sandbox.Scenarios.Active);
    }

    [Theory]
    [InlineData("/sandbox/api/scenarios", """{"operation":"xs2event/nothing","kind":"Slow"}""", HttpStatusCode.BadRequest)]
    [InlineData("/sandbox/api/scenarios", """{"operation":"xs2event/events","kind":"Rain"}""", HttpStatusCode.BadRequest)]
    [InlineData("/sandbox/api/scenarios", """{"operation":"xs2event/events"}""", HttpStatusCode.BadRequest)]
    [InlineData("/sandbox/api/clock", """{"minutes":-5}""", HttpStatusCode.BadRequest)]
    [InlineData("/sandbox/api/clock", """{}""", HttpStatusCode.BadRequest)]
    [InlineData("/sandbox/api/xs2event/orders/none/status", """{"status":"completed"}""", HttpStatusCode.NotFound)]
    public async Task What_makes_no_sense_is_refused(string path, string body, HttpStatusCode status)
    {
        Assert.Equal(status, (await Post(path, JsonSerializer.Deserialize<JsonElement>(body))).Status);
        Assert.Empty(Sandbox.Scenarios.Active);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_post()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/clock") { Content = new FormUrlEncodedContent([new("minutes", "60")]) };
        request.Headers.Add("Origin", "http://elsewhere.example");

        using var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(TimeSpan.Zero, Sandbox.Clock.Offset);
    }

    [Fact]
    public async Task The_clock_can_be_moved_from_the_page()
    {
        var id = await Reserved(Samples.NoGuests, 1);

        using var answer = await PostForm("/sandbox/clock", new() { ["minutes"] = "11" });

        Assert.Equal("void", (await Get("/v1/reservations/" + id))["status"]);
    }

    [Fact]
    public async Task The_staff_s_acts_are_on_the_page_and_in_the_API()
    {
        var order = await OnlyOrderOf(await Booked(Samples.NoGuests, 1));
        var held = await Reserved(Samples.Pounds, 1);

        Assert.Equal(HttpStatusCode.OK, (await Post($"/sandbox/api/xs2event/orders/{order["bookingorder_id"]}/status", new { status = "postponed" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post($"/sandbox/api/xs2event/events/{Samples.NoGuests.EventId}/move", new { start = "2027-09-09T20:00" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post($"/sandbox/api/xs2event/tickets/{Samples.Pounds.TicketId}", new { stock = 7, net_rate = 5555 })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post($"/sandbox/api/xs2event/reservations/{held}/lapse", new { })).Status);

        Assert.Equal("postponed", (await Get("/v1/bookingorders/" + order["bookingorder_id"]))["logistic_status"]);
        Assert.Equal("2027-09-09T20:00:00", (await Get("/v1/events/" + Samples.NoGuests.EventId))["date_start"]);
        Assert.Equal(("8", "5555"), ((await Get("/v1/tickets/" + Samples.Pounds.TicketId))["stock"], (await Get("/v1/tickets/" + Samples.Pounds.TicketId))["net_rate"]));
        Assert.Equal("void", Sandbox.Xs2Event.ReservationStatus(held));
        var page = await Http.GetStringAsync("/sandbox/xs2event?find=Rotterdam");
        Assert.Contains(order["bookingorder_id"], page, StringComparison.Ordinal);
        Assert.Contains($"/sandbox/xs2event/tickets/{Samples.NoGuests.TicketId}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_can_be_read_from_outside()
    {
        await Booked(Samples.NoGuests, 1);

        var made = await Get("/sandbox/api/ledger/things?provider=xs2event&kind=booking");
        var calls = await Http.GetFromJsonAsync<JsonElement>("/sandbox/api/ledger/calls?operation=xs2event/booking.create");

        Assert.Equal(1, made.Body.GetArrayLength());
        Assert.Equal(201, calls[0].GetProperty("status").GetInt32());
    }

    private async Task<HttpResponseMessage> PostForm(string path, Dictionary<string, string> form)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = Sandbox.BaseUrl };
        using var content = new FormUrlEncodedContent(form);
        return await http.PostAsync(path, content);
    }
}
