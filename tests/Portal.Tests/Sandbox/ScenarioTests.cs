using System.Net;
using System.Text.Json;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

public sealed class ScenarioTests : Xs2EventTest
{
    [Theory]
    [InlineData(Silence.Drop)]
    [InlineData(Silence.Hang)]
    public async Task Silent_after_leaves_exactly_one_booking_and_no_answer(Silence silence)
    {
        var id = await Reserved(Samples.NoGuests, 2);
        Sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.SilentAfter) { Silence = silence });

        await AssertSilent(() => Book(id), silence);

        Assert.Single(Sandbox.Ledger.Made("xs2event", "booking"));
        Assert.Equal(HttpStatusCode.OK, (await Get("/v1/bookings/reservation/" + id)).Status);
        Assert.Equal("/errors/reservation-booked", (await Book(id)).ErrorType);
        var call = Sandbox.Ledger.CallsOf("xs2event/booking.create")[0];
        Assert.Equal(("SilentAfter", null), (call.Outcome, call.Status));
    }

    [Theory]
    [InlineData(Silence.Drop)]
    [InlineData(Silence.Hang)]
    public async Task Silent_before_leaves_nothing_behind(Silence silence)
    {
        var id = await Reserved(Samples.NoGuests, 2);
        Sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.SilentBefore) { Silence = silence });

        await AssertSilent(() => Book(id), silence);

        Assert.Empty(Sandbox.Ledger.Made("xs2event", "booking"));
        Assert.Equal("active", Sandbox.Xs2Event.ReservationStatus(id));
        Assert.Equal(HttpStatusCode.Created, (await Book(id)).Status);
    }

    [Fact]
    public async Task A_hold_that_was_taken_silently_is_found_by_its_reference()
    {
        Sandbox.Scenarios.Add(new Scenario("xs2event/reservation.create", ScenarioKind.SilentAfter));

        await AssertSilent(() => Reserve(Samples.LastTwo, 2, "ref-9"), Silence.Drop);

        Assert.Equal(0, Stock(Samples.LastTwo));
        Assert.Equal(1, (await Get("/v1/reservations?external_reference_id=ref-9")).Body.GetProperty("reservations").GetArrayLength());
    }

    [Fact]
    public async Task Change_release_and_guest_data_can_be_silent_too()
    {
        var id = await Reserved(Samples.NoGuests, 2);
        foreach (var name in new[] { "reservation.replace", "reservation.guestdata", "reservation.release" })
            Sandbox.Scenarios.Add(new Scenario("xs2event/" + name, ScenarioKind.SilentAfter));

        await AssertSilent(() => Put("/v1/reservations/" + id, new { items = new[] { Item(Samples.NoGuests, 3) } }), Silence.Drop);
        Assert.Equal(37, Stock(Samples.NoGuests));
        await AssertSilent(() => Post($"/v1/reservations/{id}/guestdata", new { items = new[] { new { ticket_id = Samples.NoGuests.TicketId, guests = new[] { new { first_name = "Ada" } } } } }), Silence.Drop);
        Assert.Contains("Ada", (await Get($"/v1/reservations/{id}/guestdata")).Body.GetRawText(), StringComparison.Ordinal);
        await AssertSilent(() => Send(HttpMethod.Delete, "/v1/reservations/" + id), Silence.Drop);
        Assert.Equal("void", Sandbox.Xs2Event.ReservationStatus(id));
    }

    [Fact]
    public async Task Too_many_calls_are_answered_with_503_and_when_to_come_back()
    {
        Sandbox.Scenarios.Add(new Scenario("xs2event/*", ScenarioKind.Throttled) { Times = 2 });

        using var first = await Http.GetAsync("/v1/events");
        using var second = await Http.GetAsync("/v1/sports");
        using var third = await Http.GetAsync("/v1/sports");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), first.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Another_buyer_may_be_faster()
    {
        Sandbox.Scenarios.Add(new Scenario("xs2event/reservation.create", ScenarioKind.SoldOut) { Left = 1, Match = Samples.NoGuests.TicketId });

        var other = await Reserve(Samples.Pounds, 2);
        var heard = await Reserve(Samples.NoGuests, 2);

        Assert.Equal(HttpStatusCode.Created, other.Status);
        Assert.Equal(1, heard.Body.GetProperty("items")[0].GetProperty("error").GetProperty("available").GetInt32());
        Assert.Equal("1", (await Get("/v1/tickets/" + Samples.NoGuests.TicketId))["stock"]);
    }

    [Fact]
    public async Task The_price_may_rise_between_reading_and_holding()
    {
        Sandbox.Scenarios.Add(new Scenario("xs2event/reservation.create", ScenarioKind.PriceUp) { NewRate = 9900 });

        var refused = await Reserve(Samples.NoGuests, 2);
        var held = await Reserve(Samples.NoGuests with { NetRate = 9900 }, 2);

        Assert.Equal("/errors/price-mismatch", refused.ErrorType);
        Assert.Equal(HttpStatusCode.Created, held.Status);
    }

    [Fact]
    public async Task A_hold_may_lapse_just_before_it_is_booked()
    {
        var id = await Reserved(Samples.NoGuests, 2);
        Sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.HoldLapsed));

        Assert.Equal("/errors/reservation-expired", (await Book(id)).ErrorType);
        Assert.Equal(40, Stock(Samples.NoGuests));
    }

    [Fact]
    public async Task An_answer_may_be_cut_short_after_its_effect()
    {
        Sandbox.Scenarios.Add(new Scenario("xs2event/reservation.create", ScenarioKind.Malformed));

        await Assert.ThrowsAsync<JsonException>(() => Reserve(Samples.NoGuests, 2));

        Assert.Single(Sandbox.Ledger.Made("xs2event", "reservation"));
    }

    [Theory]
    [InlineData(ScenarioKind.ServerErrorBefore, 0)]
    [InlineData(ScenarioKind.ServerErrorAfter, 1)]
    public async Task A_server_error_may_come_before_or_after_the_effect(ScenarioKind kind, int bookings)
    {
        var id = await Reserved(Samples.NoGuests, 2);
        Sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", kind));

        Assert.Equal(HttpStatusCode.InternalServerError, (await Book(id)).Status);
        Assert.Equal(bookings, Sandbox.Ledger.Made("xs2event", "booking").Count);
    }

    [Fact]
    public async Task A_key_may_stop_working_until_it_works_again()
    {
        var scenario = Sandbox.Scenarios.Add(new Scenario("xs2event/events", ScenarioKind.Unauthorized) { Times = null });
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get("/v1/events")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get("/v1/events")).Status);

        Assert.True(Sandbox.Scenarios.Remove(scenario.Id));

        Assert.Equal(HttpStatusCode.OK, (await Get("/v1/events")).Status);
    }

    [Fact]
    public async Task A_slow_answer_comes_all_the_same()
    {
        Sandbox.Scenarios.Add(new Scenario("xs2event/sports", ScenarioKind.Slow) { Milliseconds = 150 });
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.Equal(HttpStatusCode.OK, (await Get("/v1/sports")).Status);

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(140));
    }

    [Fact]
    public async Task The_ledger_has_each_call_with_its_key_shortened()
    {
        var next = Sandbox.Ledger.NextCallOf("xs2event/reservation.create");
        await Reserve(Samples.NoGuests, 2);

        var call = await next;

        Assert.Equal(("POST", "/v1/reservations", 201, "answered"), (call.Method, call.Path, call.Status, call.Outcome));
        Assert.Contains(Samples.NoGuests.TicketId, call.RequestBody, StringComparison.Ordinal);
        Assert.DoesNotContain("xs2event-key", call.Key, StringComparison.Ordinal);
    }

    private async Task AssertSilent(Func<Task<Heard>> call, Silence silence)
    {
        if (silence is Silence.Drop)
        {
            await Assert.ThrowsAsync<HttpRequestException>(call);
            return;
        }
        var recorded = Sandbox.Ledger.NextCallOf("xs2event/booking.create");
        var ended = call();
        Assert.StartsWith("Silent", (await recorded).Outcome, StringComparison.Ordinal);
        Assert.False(ended.IsCompleted);
        Http.CancelPendingRequests();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended);
    }
}
