using System.Net;
using System.Text;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Sandbox;

public sealed class EGumaBookingTests : EGumaTest
{
    [Fact]
    public async Task A_reservation_becomes_a_booking_with_a_ticket_for_each_place()
    {
        var reservation = await Reserved(Samples.Slot, 2);

        var heard = await Book(Samples.Slot, 2, reservation);

        Assert.Equal(HttpStatusCode.OK, heard.Status);
        Assert.Equal("de", heard["language"]);
        var tickets = heard.Body.GetProperty("tickets").EnumerateArray().ToList();
        Assert.Equal(2, tickets.Count);
        Assert.All(tickets, t => Assert.Matches("^[1-9][0-9]{18}$", t.GetProperty("ticket_number").GetString()));
        Assert.All(tickets, t => Assert.Equal(Samples.Slot.PriceInCents, t.GetProperty("price_in_cents").GetInt64()));
        Assert.Equal(58, Left(Samples.Slot));
        Assert.Equal("used", Sandbox.EGuma.ReservationState(reservation));
        var made = Assert.Single(Sandbox.Ledger.Made("eguma", "booking"));
        Assert.Equal((heard["booking_id"], "key-1"), (made.Id, made.Reference));
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(await File(tickets[0].GetProperty("pdf_url").GetString()!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booking_without_a_reservation_needs_room()
    {
        Refused(HttpStatusCode.Conflict, "not_available", await Book(Samples.LastTwo, 3));
        await Booked(Samples.LastTwo, 2, "key-2");

        Assert.Equal(0, Left(Samples.LastTwo));
    }

    [Fact]
    public async Task The_same_key_and_body_are_answered_the_same_and_make_nothing()
    {
        var first = await Booked(Samples.Slot, 2);
        var second = await Book(Samples.Slot, 2);

        Assert.Equal((first.Text, true), (second.Text, second.Replayed));
        Assert.False(first.Replayed);
        Assert.Single(Sandbox.Ledger.Made("eguma", "booking"));
    }

    [Fact]
    public async Task A_refusal_is_replayed_as_well()
    {
        Refused(HttpStatusCode.Conflict, "not_available", await Book(Samples.LastTwo, 3));
        Sandbox.EGuma.SetLeft(Samples.LastTwo.ProductId, Samples.LastTwo.StartsAt, 9);

        Assert.True((await Book(Samples.LastTwo, 3)).Replayed);
        Assert.Empty(Sandbox.Ledger.Made("eguma", "booking"));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await Booked(Samples.Slot, 2);

        Refused(HttpStatusCode.Conflict, "idempotency_key_reused", await Book(Samples.Slot, 1));
        Assert.Single(Sandbox.Ledger.Made("eguma", "booking"));
    }

    [Fact]
    public async Task While_the_first_call_is_being_worked_on_a_second_with_its_key_is_refused()
    {
        Sandbox.Scenarios.Add(new Scenario("eguma/booking.create", ScenarioKind.Slow) { Milliseconds = 1500 });
        var first = Book(Samples.Slot, 2);
        while (Sandbox.Scenarios.Active.Count > 0) await Task.Yield();

        var second = await Book(Samples.Slot, 2);

        Refused(HttpStatusCode.Conflict, "idempotency_in_progress", second);
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal((await first).Text, (await Book(Samples.Slot, 2)).Text);
    }

    [Fact]
    public async Task After_seventy_two_hours_a_key_is_as_new()
    {
        var first = await Booked(Samples.Slot, 2);
        Clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Text, (await Book(Samples.Slot, 2)).Text);
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(first["booking_id"], (await Book(Samples.Slot, 2))["booking_id"]);
        Assert.Equal(2, Sandbox.Ledger.Made("eguma", "booking").Count);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_given_again()
    {
        Sandbox.Scenarios.Add(new Scenario("eguma/booking.create", ScenarioKind.SilentAfter));
        await Assert.ThrowsAsync<HttpRequestException>(() => Book(Samples.Slot, 2));

        Assert.True((await Book(Samples.Slot, 2)).Replayed);
        Assert.Single(Sandbox.Ledger.Made("eguma", "booking"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task No_booking_without_a_key(string? key) =>
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/booking.json", BookingOf(Samples.Slot, 1), idempotency: key));

    [Fact]
    public async Task What_a_booking_says_must_be_what_was_reserved()
    {
        var id = await Reserved(Samples.Slot, 2);

        Refused(HttpStatusCode.BadRequest, "validation_error", await Book(Samples.Slot, 1, id));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Book(Samples.LaterSlot, 2, id, "key-2"));
        Assert.Equal("held", Sandbox.EGuma.ReservationState(id));
    }

    [Fact]
    public async Task A_reservation_that_is_over_or_used_or_unknown_is_refused_by_its_own_code()
    {
        var lapsed = await Reserved(Samples.Slot, 1);
        Sandbox.EGuma.Lapse(lapsed);
        var used = await Reserved(Samples.Slot, 1);
        await Book(Samples.Slot, 1, used, "key-used");

        Refused(HttpStatusCode.Conflict, "reservation_expired", await Book(Samples.Slot, 1, lapsed, "key-1"));
        Refused(HttpStatusCode.Conflict, "reservation_already_used", await Book(Samples.Slot, 1, used, "key-2"));
        Refused(HttpStatusCode.NotFound, "not_found", await Book(Samples.Slot, 1, Guid.NewGuid().ToString(), "key-3"));
    }

    [Fact]
    public async Task Customer_and_language_are_checked()
    {
        var of = Samples.GermanOnly;
        object With(object customer) => new { product_id = of.ProductId, starts_at = of.StartsAt, items = new[] { Item(of, 1) }, customer };

        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/booking.json", BookingOf(of, 1, language: "en"), idempotency: "1"));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/booking.json", With(new { first_name = "", last_name = "Byron", email = "a@b.ch" }), idempotency: "2"));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/booking.json", With(new { first_name = "Ada", last_name = "Byron", email = "nobody" }), idempotency: "3"));
        Assert.Equal("de", (await Post("/booking.json", With(new { first_name = "Ada", last_name = "Byron", email = "a@b.ch" }), idempotency: "4"))["language"]);
    }

    [Fact]
    public async Task A_booking_is_cancelled_as_a_whole_once_by_its_own_user_before_its_start_and_before_anyone_is_in()
    {
        var first = await Booked(Samples.Slot, 2, "1");
        var second = await Booked(Samples.Soon, 1, "2");
        var third = await Booked(Samples.Slot, 1, "3");
        Sandbox.EGuma.CheckIn(third.Body.GetProperty("tickets")[0].GetProperty("ticket_number").GetString()!);

        Refused(HttpStatusCode.NotFound, "not_found", await Cancel(first, EGumaOptions.ColleagueKey));
        var cancelled = await Cancel(first);
        Assert.Equal(2, cancelled.Body.GetProperty("cancelled_tickets").GetArrayLength());
        Assert.Equal(59, Left(Samples.Slot));
        Refused(HttpStatusCode.Conflict, "already_cancelled", await Cancel(first));
        Refused(HttpStatusCode.Conflict, "ticket_already_checked_in", await Cancel(third));
        Clock.Advance(TimeSpan.FromHours(26));
        Refused(HttpStatusCode.Conflict, "booking_in_past", await Cancel(second));
    }

    [Fact]
    public async Task Orders_are_found_by_number_and_by_name_and_only_the_merchants_own()
    {
        var first = await Booked(Samples.Slot, 2, "1");
        await Booked(Samples.Slot, 1, "2");

        var one = Assert.Single((await Get("/orders.json?order_number=" + first["booking_reference"])).Body.EnumerateArray());
        Assert.Equal((first["booking_id"], "completed", 2 * Samples.Slot.PriceInCents),
            (one.GetProperty("id").GetString(), one.GetProperty("status").GetString(), one.GetProperty("grand_total_in_cents").GetInt64()));
        Assert.Equal(2, (await Get("/orders.json?last_name=Byron&updated_at_after=2027-03-01T09:59:59")).Body.GetArrayLength());
        Assert.Equal(0, (await Get("/orders.json?last_name=byron")).Body.GetArrayLength());
        Assert.Equal(0, (await Get("/orders.json", EGumaOptions.OtherKey)).Body.GetArrayLength());
        Sandbox.EGuma.Options.MayReadOrders = false;
        Refused(HttpStatusCode.Forbidden, "forbidden", await Get("/orders.json"));
    }

    [Fact]
    public async Task A_ticket_is_let_in_once_and_the_door_says_no_with_status_200()
    {
        var number = (await Booked(Samples.Slot, 1)).Body.GetProperty("tickets")[0].GetProperty("ticket_number").GetString();

        Assert.Equal("False", (await Get($"/tickets/{number}/info.json"))["is_checked_in"]);
        Assert.Equal("True", (await Post($"/tickets/{number}/checkin.json", new { }))["is_successful"]);
        Assert.Equal("ticket_already_checkedin", (await Post($"/tickets/{number}/checkin.json", new { }))["unsuccessful_code"]);
        Assert.Equal("True", (await Get($"/tickets/{number}/info.json"))["is_checked_in"]);
        Assert.Equal("True", (await Post($"/tickets/{number}/checkout.json", new { }))["is_successful"]);
        Assert.Equal("ticket_not_found", (await Post("/tickets/123/checkin.json", new { }))["unsuccessful_code"]);
        Refused(HttpStatusCode.NotFound, "not_found", await Get("/tickets/123/info.json"));
    }

    [Fact]
    public async Task Places_bookings_answers_and_products_outlive_the_process()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("portal-eguma-").FullName, "state.jsonl");
        string text;
        await using (var first = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock, StatePath = path }))
        {
            using var http = new HttpClient { BaseAddress = first.BaseUrl };
            await Ask(http, "reservation", Wanted(Samples.Slot, 5));
            text = await Ask(http, "booking", BookingOf(Samples.Day, 2));
            first.EGuma.Hide(Samples.Vanishing.ProductId);
            first.EGuma.SetPrice(Samples.Day.ProductId, Samples.Day.CategoryId, 7700);
        }
        Clock.Advance(TimeSpan.FromMinutes(61));

        await using var second = await SandboxServer.StartAsync(new SandboxOptions { Time = Clock, StatePath = path });
        using var again = new HttpClient { BaseAddress = second.BaseUrl };

        Assert.Equal((60, 398), (second.EGuma.Left(Samples.Slot.ProductId, Samples.Slot.StartsAt), second.EGuma.Left(Samples.Day.ProductId, Samples.Day.StartsAt)));
        Assert.Equal(text, await Ask(again, "booking", BookingOf(Samples.Day, 2)));
        Assert.Single(second.Ledger.Made("eguma", "booking"));
        Assert.Equal("expired", Assert.Single(second.Ledger.Made("eguma", "reservation")).State);
        Assert.DoesNotContain(Samples.Vanishing.ProductId, await ProductsAsync(again), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private Task<EGumaHeard> Cancel(EGumaHeard booking, string key = EGumaOptions.DemoKey) => Post("/cancel-booking.json", new { booking_id = booking["booking_id"] }, key);

    private static async Task<string> ProductsAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/ticketing/products.json?apikey={EGumaOptions.DemoKey}") { Content = new StringContent("", Encoding.UTF8, "application/json") };
        return await (await http.SendAsync(request)).Content.ReadAsStringAsync();
    }

    private static async Task<string> Ask(HttpClient http, string what, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/ticketing/{what}.json?apikey={EGumaOptions.DemoKey}");
        request.Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (what == "booking") request.Headers.Add("Idempotency-Key", "lasting");
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
