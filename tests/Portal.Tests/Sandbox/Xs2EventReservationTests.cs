using System.Net;
using System.Text.Json;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Sandbox;

public sealed class Xs2EventReservationTests : Xs2EventTest
{
    [Fact]
    public async Task A_reservation_keeps_its_places_for_ten_minutes()
    {
        var heard = await Reserve(Samples.NoGuests, 3, "our-order-77");

        Assert.Equal(HttpStatusCode.Created, heard.Status);
        Assert.Equal("active", heard["status"]);
        Assert.Equal("2027-03-01T09:10:00", heard["valid_until"]);
        Assert.Equal("EUR", heard.Body.GetProperty("items")[0].GetProperty("currency").GetString());
        Assert.Equal(37, Stock(Samples.NoGuests));

        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("void", (await Get("/v1/reservations/" + heard["reservation_id"]))["status"]);
        Assert.Equal(40, Stock(Samples.NoGuests));
    }

    [Fact]
    public async Task A_lapsed_reservation_can_no_longer_be_found_after_a_day()
    {
        var id = await Reserved(Samples.NoGuests, 1);

        Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.NotFound, (await Get("/v1/reservations/" + id)).Status);
    }

    [Fact]
    public async Task Too_few_left_is_said_with_what_is_left()
    {
        var heard = await Reserve(Samples.LastTwo, 5);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, heard.Status);
        Assert.Equal("/errors/out-of-stock", heard.ErrorType);
        var error = heard.Body.GetProperty("items")[0].GetProperty("error");
        Assert.Equal(2, error.GetProperty("available").GetInt32());
        Assert.Equal(5, error.GetProperty("quantity").GetInt32());
        Assert.Equal(2, Stock(Samples.LastTwo));
    }

    [Fact]
    public async Task Of_two_buyers_of_the_last_two_exactly_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Reserve(Samples.LastTwo, 2)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(0, Stock(Samples.LastTwo));
        Assert.Single(Sandbox.Ledger.Made("xs2event", "reservation"));
    }

    [Fact]
    public async Task An_unknown_ticket_is_refused()
    {
        var heard = await Reserve(Samples.NoGuests with { TicketId = "0000_tck" }, 1);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/unknown-ticket"), (heard.Status, heard.ErrorType));
    }

    [Theory]
    [InlineData(1, "EUR")]
    [InlineData(0, "GBP")]
    public async Task A_price_that_is_not_the_ticket_s_is_refused_with_the_right_one(int more, string currency)
    {
        var sample = Samples.NoGuests;

        var heard = await Reserve(sample with { NetRate = sample.NetRate + more, Currency = currency }, 1);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/price-mismatch"), (heard.Status, heard.ErrorType));
        var error = heard.Body.GetProperty("items")[0].GetProperty("error");
        Assert.Equal(sample.NetRate, error.GetProperty("net_rate").GetInt64());
        Assert.Equal("EUR", error.GetProperty("currency_code").GetString());
    }

    [Theory]
    [InlineData(nameof(Xs2EventSamples.PairsOnly), 3, 2)]
    [InlineData(nameof(Xs2EventSamples.NoMaxMinus1), 5, 6)]
    [InlineData(nameof(Xs2EventSamples.MinOrder), 3, 4)]
    public async Task A_quantity_that_breaks_a_rule_is_refused_and_one_that_keeps_it_is_not(string sample, int wrong, int right)
    {
        var refused = await Reserve(Samples.ByName[sample], wrong);
        var held = await Reserve(Samples.ByName[sample], right);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/invalid-quantity"), (refused.Status, refused.ErrorType));
        Assert.Equal(HttpStatusCode.Created, held.Status);
    }

    [Theory]
    [InlineData(nameof(Xs2EventSamples.Disabled))]
    [InlineData(nameof(Xs2EventSamples.SoldOutEvent))]
    [InlineData(nameof(Xs2EventSamples.PostponedEvent))]
    [InlineData(nameof(Xs2EventSamples.CancelledEvent))]
    [InlineData(nameof(Xs2EventSamples.NoSaleEvent))]
    [InlineData(nameof(Xs2EventSamples.ClosedEvent))]
    public async Task What_is_not_on_sale_cannot_be_held(string sample)
    {
        var heard = await Reserve(Samples.ByName[sample], 1);

        Assert.Equal("/errors/out-of-stock", heard.ErrorType);
        Assert.Equal(0, heard.Body.GetProperty("items")[0].GetProperty("error").GetProperty("available").GetInt32());
    }

    [Fact]
    public async Task Bodies_that_are_not_what_they_should_be_are_refused()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post("/v1/reservations", new { items = Array.Empty<object>() })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Reserve(Samples.NoGuests, 0)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("/v1/reservations", new { items = "two" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("/v1/reservations", new[] { 1 })).Status);
        using var text = new StringContent("{}");
        Assert.Equal(HttpStatusCode.BadRequest, (await Http.PostAsync("/v1/reservations", text)).StatusCode);
    }

    [Fact]
    public async Task A_replacement_takes_the_new_places_gives_back_the_old_and_does_not_restart_the_clock()
    {
        var id = await Reserved(Samples.NoGuests, 4);
        Clock.Advance(TimeSpan.FromMinutes(3));

        var heard = await Put("/v1/reservations/" + id, new { items = new[] { Item(Samples.NoGuests, 1), Item(Samples.Pounds, 2) }, valid_until = "2027-03-01T12:00:00" });

        Assert.Equal(HttpStatusCode.OK, heard.Status);
        Assert.Equal("2027-03-01T09:10:00", heard["valid_until"]);
        Assert.Equal((39, 38), (Stock(Samples.NoGuests), Stock(Samples.Pounds)));
    }

    [Fact]
    public async Task A_replacement_may_use_the_places_it_already_holds()
    {
        var id = await Reserved(Samples.LastTwo, 2);

        Assert.Equal(HttpStatusCode.OK, (await Put("/v1/reservations/" + id, new { items = new[] { Item(Samples.LastTwo, 1) } })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Put("/v1/reservations/" + id, new { items = new[] { Item(Samples.LastTwo, 2) } })).Status);
        var tooMany = await Put("/v1/reservations/" + id, new { items = new[] { Item(Samples.LastTwo, 3) } });

        Assert.Equal("/errors/out-of-stock", tooMany.ErrorType);
        Assert.Equal(2, tooMany.Body.GetProperty("items")[0].GetProperty("error").GetProperty("available").GetInt32());
        Assert.Equal(0, Stock(Samples.LastTwo));
    }

    [Fact]
    public async Task A_lapsed_reservation_can_be_neither_changed_nor_booked()
    {
        var id = await Reserved(Samples.NoGuests, 1);
        Clock.Advance(TimeSpan.FromMinutes(11));

        var change = await Put("/v1/reservations/" + id, new { items = new[] { Item(Samples.NoGuests, 1) } });
        var booking = await Book(id);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/reservation-expired"), (change.Status, change.ErrorType));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/reservation-expired"), (booking.Status, booking.ErrorType));
        Assert.Empty(Sandbox.Ledger.Made("xs2event", "booking"));
    }

    [Fact]
    public async Task A_release_gives_the_places_back_once()
    {
        var id = await Reserved(Samples.NoGuests, 5);

        var first = await Send(HttpMethod.Delete, "/v1/reservations/" + id);
        var second = await Send(HttpMethod.Delete, "/v1/reservations/" + id);

        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Undefined), (first.Status, first.Body.ValueKind));
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.Equal(40, Stock(Samples.NoGuests));
        Assert.Equal("void", Sandbox.Xs2Event.ReservationStatus(id));
    }

    [Fact]
    public async Task Notes_and_references_can_be_patched()
    {
        var id = await Reserved(Samples.NoGuests, 1);

        var heard = await Send(HttpMethod.Patch, "/v1/reservations/" + id, new { notes = "window seat", external_reference_id = "later" });

        Assert.Equal(("window seat", "later"), (heard["notes"], heard["external_reference_id"]));
    }

    [Fact]
    public async Task A_reservation_is_found_by_the_caller_s_own_reference()
    {
        var id = (await Reserve(Samples.NoGuests, 1, "ref-1"))["reservation_id"];
        await Reserve(Samples.NoGuests, 1, "ref-2");

        var heard = await Get("/v1/reservations?external_reference_id=ref-1");

        Assert.Equal(id, Assert.Single(heard.Body.GetProperty("reservations").EnumerateArray()).GetProperty("reservation_id").GetString());
    }

    [Fact]
    public async Task The_older_version_refuses_the_filter_by_reference()
    {
        Sandbox.Xs2Event.Options.KnowsExternalReference = false;

        Assert.Equal(HttpStatusCode.BadRequest, (await Get("/v1/reservations?external_reference_id=ref-1")).Status);
    }

    [Fact]
    public async Task Nobody_sees_another_distributor_s_reservations()
    {
        var id = await Reserved(Samples.NoGuests, 1);

        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Get, "/v1/reservations/" + id, by: OtherHttp)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Delete, "/v1/reservations/" + id, by: OtherHttp)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Post, "/v1/bookings", BookingOf(id), OtherHttp)).Status);
        Assert.Empty((await Send(HttpMethod.Get, "/v1/reservations", by: OtherHttp)).Body.GetProperty("reservations").EnumerateArray());
    }

    [Fact]
    public async Task An_extended_reservation_can_still_be_booked()
    {
        var id = await Reserved(Samples.NoGuests, 1);
        Sandbox.Xs2Event.Extend(id, TimeSpan.FromHours(1));
        Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("extended", (await Get("/v1/reservations/" + id))["status"]);
        Assert.Equal(HttpStatusCode.Created, (await Book(id)).Status);
    }

    [Fact]
    public async Task Refusals_can_be_had_with_the_status_that_the_provider_is_moving_to()
    {
        Sandbox.Xs2Event.Options.RefusalStatus = 400;

        Assert.Equal(HttpStatusCode.BadRequest, (await Reserve(Samples.LastTwo, 5)).Status);
    }
}
