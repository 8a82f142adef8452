using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Providers;

/// <summary>Refusals that do not say what they are about are judged by the state of ticket and reservation, never by their words.</summary>
public sealed class Xs2EventJudgementTests : Xs2EventScripted
{
    private const string Vague = """{"message":{"invalid":"price or stock or expired or whatever"}}""";

    [Theory]
    [InlineData(400), InlineData(404), InlineData(409), InlineData(410), InlineData(422)]
    public async Task A_vague_no_to_a_hold_is_a_changed_price_when_the_ticket_costs_something_else(int status)
    {
        Server.On("POST /v1/reservations", status, Vague).On("GET /v1/tickets/t1", 200, Ticket(rate: 4800));

        var refusal = (await Provider.HoldAsync(Call, Request, default)).Refusal!;

        Assert.Equal(RefusalReason.PriceChanged, refusal.Reason);
        Assert.Equal(new Money(48m, "EUR"), Assert.Single(refusal.PriceMoves).Now);
    }

    [Fact]
    public async Task A_vague_no_to_a_hold_is_sold_out_when_too_few_are_left()
    {
        Server.On("POST /v1/reservations", 422, Vague).On("GET /v1/tickets/t1", 200, Ticket(stock: 1));

        var refusal = (await Provider.HoldAsync(Call, Request, default)).Refusal!;

        Assert.Equal(RefusalReason.SoldOut, refusal.Reason);
        Assert.Equal(new Shortfall("t1", 2, 1), Assert.Single(refusal.Shortfalls));
    }

    [Fact]
    public async Task A_vague_no_to_a_hold_is_a_broken_rule_when_the_quantity_breaks_one()
    {
        Server.On("POST /v1/reservations", 422, Vague).On("GET /v1/tickets/t1", 200, Ticket(stock: 3, more: ""","flags":["no_max_minus_1"]"""));

        Assert.Equal(RefusalReason.QuantityNotAllowed, (await Provider.HoldAsync(Call, Request, default)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_vague_no_with_nothing_wrong_to_be_seen_is_told_in_the_providers_words()
    {
        Server.On("POST /v1/reservations", 422, Vague).On("GET /v1/tickets/t1", 200, Ticket());

        var refusal = (await Provider.HoldAsync(Call, Request, default)).Refusal!;

        Assert.Equal(RefusalReason.Invalid, refusal.Reason);
        Assert.Contains("price or stock or expired or whatever", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_mismatch_by_name_without_a_difference_to_be_seen_moves_no_price()
    {
        Server.On("POST /v1/reservations", 422, """{"type":"/errors/price-mismatch"}""").On("GET /v1/tickets/t1", 200, Ticket());

        Assert.Equal(RefusalReason.Invalid, (await Provider.HoldAsync(Call, Request, default)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_no_stays_a_no_when_nothing_can_be_read_that_explains_it()
    {
        Server.On("POST /v1/reservations", 422, "<html>").On("GET /v1/tickets/t1", 500, "");

        Assert.Equal(RefusalReason.Invalid, (await Provider.HoldAsync(Call, Request, default)).Refusal!.Reason);
    }

    [Fact]
    public async Task The_providers_sentence_does_not_carry_an_address_into_a_refusal()
    {
        Server.On("POST /v1/reservations", 422, """{"detail":"ada@guests.example may not buy; key the-key-of-this-test"}""").On("GET /v1/tickets/t1", 200, Ticket());

        var refusal = (await Provider.HoldAsync(Call, Request, default)).Refusal!;

        Assert.DoesNotContain("ada@guests.example", refusal.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key-of-this-test", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vague_no_to_a_booking_leaves_the_hold_alive_when_the_reservation_is_active()
    {
        Server.On("POST /v1/bookings", 422, Vague).On("GET /v1/reservations/r1", 200, Reservation());

        var refusal = (await Provider.CommitAsync(CallOfReservation, Commit, default)).Refusal!;

        Assert.Equal(RefusalReason.Invalid, refusal.Reason);
        Assert.Contains("still held", refusal.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"/errors/reservation-expired"}""")]
    [InlineData(Vague)]
    public async Task A_no_to_a_booking_is_expiry_only_when_the_reservation_says_so(string problem)
    {
        Server.On("POST /v1/bookings", 422, problem).On("GET /v1/reservations/r1", 200, Reservation("VOID"));

        Assert.Equal(RefusalReason.HoldExpired, (await Provider.CommitAsync(CallOfReservation, Commit, default)).Refusal!.Reason);
    }

    [Fact]
    public async Task Expired_by_name_and_booked_by_state_is_the_booking_that_was_made()
    {
        Server.On("POST /v1/bookings", 422, """{"type":"/errors/reservation-expired"}""").On("GET /v1/reservations/r1", 200, Reservation("booked"))
            .On("GET /v1/bookings/reservation/r1", 200, """{"booking_id":"b1","reservation_id":"r1","booking_code":"K7M4QX","logistic_status":"PROCESSING"}""");

        var order = (await Provider.CommitAsync(CallOfReservation, Commit, default)).Value!;

        Assert.Contains(new ProviderReference("booking_id", "b1"), order.References);
    }

    [Fact]
    public async Task A_no_to_a_booking_is_silence_when_the_reservation_is_booked_and_no_booking_can_be_read()
    {
        Server.On("POST /v1/bookings", 422, Vague).On("GET /v1/reservations/r1", 200, Reservation("booked"));

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(CallOfReservation, Commit, default));
    }

    [Fact]
    public async Task A_payment_method_that_is_not_allowed_keeps_the_hold()
    {
        Server.On("POST /v1/bookings", 400, """{"type":"/errors/invalid-payment-method","detail":"Not available for you"}""");

        Assert.Equal(RefusalReason.NotAllowed, (await Provider.CommitAsync(CallOfReservation, Commit, default)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_booking_of_another_reservation_is_no_answer()
    {
        Server.On("POST /v1/bookings", 201, """{"booking_id":"b1","reservation_id":"another"}""");

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(CallOfReservation, Commit, default));
    }

    [Theory]
    [InlineData("active", OrderFound.NotMadeHoldAlive), InlineData("EXTENDED", OrderFound.NotMadeHoldAlive), InlineData("booked", OrderFound.InDoubt)]
    [InlineData("void", OrderFound.NotMadeHoldOver), InlineData("error", OrderFound.NotMadeHoldOver), InlineData("a new word", OrderFound.InDoubt)]
    public async Task Without_a_booking_the_reservation_says_what_became_of_the_order(string status, OrderFound expected)
    {
        Server.On("GET /v1/reservations/r1", 200, Reservation(status));

        Assert.Equal(expected, (await Provider.LookUpOrderAsync(CallOfReservation, Commit, default)).Value!.Found);
    }

    [Fact]
    public async Task Guest_faults_name_ticket_person_and_field()
    {
        Server.On("GET /v1/reservations/r1", 200, Reservation()).On("POST /v1/reservations/r1/guestdata", 422, """
            {"type":"/errors/invalid-guest-data","title":"…","message":"…","detail":"Byron, Ada",
             "items":[{"ticket_id":"t1","quantity":2,"guests":[
               {"first_name":{"value":"Ada","condition":"pre_checkout","error":null},"lead_guest":true},
               {"first_name":{"value":"Ada","condition":"pre_checkout","error":null},
                "date_of_birth":{"value":null,"condition":"pre_checkout","error":"required"},"lead_guest":false}]}]}
            """);

        var refusal = (await Provider.SendGuestsAsync(CallOfReservation, [], default)).Refusal!;

        Assert.Equal(RefusalReason.GuestDataMissing, refusal.Reason);
        Assert.Equal(new FieldFault("t1", 1, "date_of_birth", "required"), Assert.Single(refusal.FieldFaults));
        Assert.DoesNotContain("Byron", refusal.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", Bench.JournalText, StringComparison.Ordinal);
    }
}
