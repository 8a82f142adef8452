using Portal.Core.Providers;

namespace Portal.Tests.Providers;

/// <summary>What is ours is recognised by our own name alone, and expiry is read from a time that names no zone.</summary>
public sealed class Xs2EventLookUpTests : Xs2EventScripted
{
    private const string Ours = ""","external_reference_id":"portal-ours" """;
    private const string Colleagues = ""","external_reference_id":"portal-a-colleague" """;

    private static string List(params string[] reservations) => $$"""{ "reservations": [{{string.Join(',', reservations)}}], "pagination": { "next_page": null } }""";

    [Fact]
    public async Task A_filter_that_was_ignored_is_noticed_and_the_tickets_list_searched_instead()
    {
        // One and the same unfiltered list, whatever is asked: only a stranger on its first page.
        Server.On("GET /v1/reservations", 200, List(Reservation(more: Colleagues)));

        var found = (await Provider.LookUpHoldAsync(Call, Request, default)).Value!;

        Assert.Equal(HoldFound.Nothing, found.Found);
        Assert.Contains(Server.Asked, a => a.Contains("ticket_id=t1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_reference_is_not_kept_the_note_shows_what_is_ours()
    {
        Server.On("GET /v1/reservations", 200, List(Reservation(), Reservation().Replace("r1", "r2", StringComparison.Ordinal).Replace("}]}", "}],\"notes\":\"Ref portal-ours\"}", StringComparison.Ordinal)));

        var found = (await Provider.LookUpHoldAsync(Call, Request, default)).Value!;

        Assert.Equal(HoldFound.Alive, found.Found);
        Assert.Equal("r2", Assert.Single(found.Places!.References).Value);
    }

    [Fact]
    public async Task As_many_of_the_same_ticket_in_the_same_minute_are_not_taken_for_ours()
    {
        Server.On("GET /v1/reservations", 200, List(Reservation(more: ""","created":"2027-03-01T09:00:00" """)));

        Assert.Equal(HoldFound.Nothing, (await Provider.LookUpHoldAsync(Call, Request, default)).Value!.Found);
    }

    [Fact]
    public async Task Of_two_with_our_name_the_living_one_is_found()
    {
        Server.On("GET /v1/reservations", 200, List(Reservation("void", more: Ours), Reservation(more: Ours).Replace("r1", "r2", StringComparison.Ordinal)));

        var found = (await Provider.LookUpHoldAsync(Call, Request, default)).Value!;

        Assert.Equal((HoldFound.Alive, "r2"), (found.Found, found.Places!.References[0].Value));
    }

    [Fact]
    public async Task A_known_reservation_that_is_gone_is_over()
    {
        Assert.Equal(HoldFound.Over, (await Provider.LookUpHoldAsync(CallOfReservation, Request, default)).Value!.Found);
    }

    [Theory]
    [InlineData("2027-03-01T09:10:00", 600)]
    [InlineData("2027-03-01T09:07:30.1234567", 450)]
    [InlineData("2027-03-01T11:10:00+02:00", 600)]
    [InlineData("2027-03-01T09:09:59Z", 599)]
    [InlineData("2027-03-01T09:14:00", 600)]
    [InlineData("2027-03-01T11:10:00", 600)]
    [InlineData("2027-03-01T08:10:00", 600)]
    [InlineData("soon", 600)]
    public async Task A_new_holds_expiry_is_the_providers_where_it_makes_sense_and_never_beyond_ten_minutes(string validUntil, int seconds)
    {
        Server.On("POST /v1/reservations", 201, Reservation(validUntil: validUntil));

        var held = (await Provider.HoldAsync(Call, Request, default)).Value!;

        Assert.Equal(seconds, (int)(held.ExpiresAt - Bench.Clock.Now).TotalSeconds);
    }

    [Fact]
    public async Task What_the_providers_people_prolonged_is_believed_beyond_ten_minutes()
    {
        Server.On("GET /v1/reservations/r1", 200, Reservation("extended", "2027-03-01T10:00:00"));

        Assert.Equal(new DateTime(2027, 3, 1, 10, 0, 0, DateTimeKind.Utc), (await Provider.LookUpHoldAsync(CallOfReservation, Request, default)).Value!.Places!.ExpiresAt);
    }

    [Fact]
    public async Task A_change_in_a_zone_we_do_not_know_keeps_what_was_left()
    {
        Server.On("PUT /v1/reservations/r1", 200, Reservation(validUntil: "2027-03-01T12:10:00", more: ""","updated":"2027-03-01T12:06:00" """));

        var changed = (await Provider.ChangeHoldAsync(CallOfReservation, Request, default)).Value!;

        Assert.Equal(TimeSpan.FromMinutes(4), changed.ExpiresAt - Bench.Clock.Now);
    }

    [Fact]
    public async Task An_active_reservation_whose_ten_minutes_are_long_over_is_over()
    {
        var request = Request;
        Bench.Clock.Advance(TimeSpan.FromMinutes(11));
        Server.On("GET /v1/reservations", 200, List(Reservation(more: Ours)));

        Assert.Equal(HoldFound.Over, (await Provider.LookUpHoldAsync(Call, request, default)).Value!.Found);
    }

    [Fact]
    public async Task A_hold_answered_without_its_id_is_silence()
    {
        Server.On("POST /v1/reservations", 201, """{"status":"active"}""");

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.HoldAsync(Call, Request, default));
    }

    [Fact]
    public async Task Giving_back_a_booked_reservation_is_refused_and_a_void_one_is_done()
    {
        Server.On("DELETE /v1/reservations/r1", 422, "{}").On("GET /v1/reservations/r1", 200, Reservation("booked"));
        Assert.Equal(RefusalReason.NotAllowed, (await Provider.ReleaseAsync(CallOfReservation, default)).Refusal!.Reason);

        Server.On("GET /v1/reservations/r1", 200, Reservation("void"));
        Assert.True((await Provider.ReleaseAsync(CallOfReservation, default)).IsYes);
    }

    [Fact]
    public async Task Orders_and_tickets_of_strangers_are_left_out_though_a_list_holds_them()
    {
        Server.On("GET /v1/bookingorders/list", 200, """
            {"bookingorders":[{"bookingorder_id":"o1","booking_id":"b1","logistic_status":"processing","items":[{"orderitem_id":"i1","ticket_id":"t1"}]},
                              {"bookingorder_id":"o2","booking_id":"a-strangers","logistic_status":"processing","items":[{"orderitem_id":"i2","ticket_id":"t1"}]}]}
            """).On("GET /v1/tickets", 200, $$"""{"tickets":[{{Ticket()}},{{Ticket().Replace("e1", "e2", StringComparison.Ordinal).Replace("t1", "t2", StringComparison.Ordinal)}}] }""");
        var ours = new OrderKey(Guid.NewGuid(), [new("booking_id", "b1")]);

        Assert.Equal(ours.OrderId, Assert.Single((await Provider.ReadBackAsync(Call, [ours], default)).Value!).OrderId);
        Assert.Equal("t1", Assert.Single((await Provider.ReadOffersAsync(Call, Line.Session, default)).Value!).OfferRef);
        Assert.Contains(Server.Asked, a => a.Contains("booking_id=in:[b1]&compare_mode=AND", StringComparison.Ordinal));
    }
}
