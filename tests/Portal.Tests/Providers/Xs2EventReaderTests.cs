using System.Text.Json;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event;
using Portal.Providers.Xs2Event.Dtos;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Tests.Providers;

/// <summary>Every shape of the provider's page is read, and so is what the page warns of: nulls, missing and unknown members, odd types.</summary>
public sealed class Xs2EventReaderTests
{
    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Xs2EventJson.Options)!;

    [Fact]
    public void An_event_with_all_its_members_is_read()
    {
        var list = Read<EventsDto>("""
            {"events":[{"event_id":"e1_gnr","event_name":"FC Köln – Ajax","date_start":"2027-05-01T20:45:00","date_stop":"2027-05-01T23:00:00",
            "event_status":"notstarted","tournament_id":"x_trn","tournament_name":"Cup","venue_id":"v_vnx","venue_name":"Stadium","location_id":"l_ddr","city":"Köln",
            "iso_country":"DEU","latitude":"50.93","longitude":6.87,"sport_type":"soccer","season":"26/27","tournament_type":"cup","date_confirmed":true,
            "date_start_main_event":"2027-05-01T20:45:00+00:00","date_stop_main_event":null,"hometeam_id":"h_tms","hometeam_name":"FC Köln","visiting_id":null,
            "visiting_name":null,"created":"2026-01-01T00:00:00","updated":"2026-02-01T12:00:00.5","event_description":null,"min_ticket_price_eur":95,
            "max_ticket_price_eur":410,"slug":"fc-koeln-ajax","number_of_tickets":12,"sales_periods":[{"date_start":"x","date_stop":"y","label":"z"}],"is_popular":true,"new_member":{}}],
            "pagination":{"total_size":101,"page_size":100,"page_number":1,"next_page":"https://testapi.xs2event.com/v1/events?page=2","previous_page":null}}
            """);

        var e = Xs2EventMapping.Event(list.Events![0])!;
        Assert.Equal(("FC Köln – Ajax", "Europe/Berlin", 95m, 12), (e.Name, e.TimeZone, e.FromPrice!.Value.Amount, e.StockHint));
        Assert.Equal(new DateTime(2027, 5, 1, 20, 45, 0), e.Sessions[0].StartLocal);
        Assert.NotNull(list.Pagination!.NextPage);
    }

    [Fact]
    public void An_event_of_which_little_is_told_is_read_and_one_without_id_is_left_out()
    {
        var bare = Xs2EventMapping.Event(Read<EventDto>("""{"event_id":12345,"event_name":"X","date_start":"2027-05-01T20:45:00","min_ticket_price_eur":null,"is_popular":null,"date_stop":"never"}"""))!;

        Assert.Equal(("12345", null, "other"), (bare.EventRef, bare.FromPrice, bare.Category));
        Assert.Equal(bare.Sessions[0].StartLocal, bare.Sessions[0].EndLocal);
        Assert.Null(Xs2EventMapping.Event(Read<EventDto>("""{"event_name":"X"}""")));
    }

    [Fact]
    public void A_ticket_with_all_its_members_is_read()
    {
        var offer = Xs2EventMapping.Offer(Read<TicketDto>("""
            {"ticket_id":"t1_spt","event_id":"e1","category_id":"c_ctg","category_name":"Cat 1","ticket_title":"Cat 1 long side","ticket_targetgroup":"adult","sub_category":"regular",
            "category_type":"grandstand","type_ticket":"eticket","ticket_status":"available","ticket_validity":"weekend","ticket_validfrom":"2027-05-01","ticket_validuntil":null,
            "net_rate":41100,"face_value":38000,"sales_price":null,"currency_code":"GBP","stock":8,"min_order":2,"supplier_id":"s_spp","supplier_role":"x","is_xs2event_supplier":true,
            "external_ticket_id":null,"category_information_available":false,"description_supplier":null,"information_shipping":null,"supplier_terms":null,"eventdays":null,
            "options":{"pairs_only":true,"videowall":false,"covered_seat":true,"numbered_seat":null,"customer_details_required":"lead"},"sales_periods":[],
            "local_rates":{"face_value_eur":44000,"net_rate_eur":47000},"vat_category":"high","flags":["no_max_minus_1","no_away_fans","moonlit"],"created":"x","updated":"y"}
            """))!;

        Assert.Equal((411m, "GBP", 380m), (offer.NetEach.Amount, offer.NetEach.Currency, offer.FaceValue!.Value.Amount));
        Assert.Equal((2, 2, true, false), (offer.Rule.Min, offer.Rule.Step, offer.Rule.NotLeaveOne, offer.Rule.CountsPackages));
        Assert.Equal("Weekend", offer.Validity);
        Assert.Equal(["Covered seat", "No away fans"], offer.Notes);
    }

    [Theory]
    [InlineData("2027-03-01T09:00:00", 0, null)]
    [InlineData("2027-03-01T09:00:00.0000000", 0, null)]
    [InlineData("2027-03-01T09:00:00.1", 1000000, null)]
    [InlineData("2027-03-01T09:00:00.123456789", 1234567, null)]
    [InlineData("2027-03-01 09:00:00", 0, null)]
    [InlineData("2027-03-01T09:00:00Z", 0, 0)]
    [InlineData("2027-03-01T09:00:00+00:00", 0, 0)]
    [InlineData("2027-03-01T09:00:00.5-0430", 5000000, -270)]
    public void Times_are_read_with_any_decimals_and_any_offset(string text, long ticks, int? minutes)
    {
        var time = NaiveTime.Parse(text)!.Value;

        Assert.Equal(new DateTime(2027, 3, 1, 9, 0, 0).AddTicks(ticks), time.Wall);
        Assert.Equal(minutes, (int?)time.Offset?.TotalMinutes);
        Assert.Equal(DateTimeKind.Utc, time.AsUtc.Kind);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("soon"), InlineData("2027-13-01T09:00:00"), InlineData("01.03.2027"), InlineData("2027-03-01T25:00:00")]
    public void What_is_no_time_is_read_as_absent(string? text) => Assert.Null(NaiveTime.Parse(text));

    [Fact]
    public void A_date_alone_is_no_start()
    {
        var order = Read<BookingOrderDto>("""{"bookingorder_id":"o1","event_startdate":"2027-05-01"}""");

        Assert.Null(Xs2EventFiles.Report(Guid.Empty, order, order, "o1").StartLocal);
    }

    [Fact]
    public void A_reservation_with_all_its_members_is_read()
    {
        var reservation = Read<ReservationDto>("""
            {"reservation_id":"r_rsv","client_id":"c_cln","status":"ACTIVE","notify_client":null,"notes":null,"valid_until":"2027-03-01T09:10:00","created":"2027-03-01T09:00:00",
            "updated":"2027-03-01T09:00:00","parent_allocation_id":null,"external_reference_id":"our-order-77",
            "items":[{"ticket_id":"t1","quantity":2,"salesprice":5000,"net_rate":4500,"currency":"EUR","ticket_name":"Cat 1","event_name":"X"}]}
            """);

        Assert.Equal(ReservationState.Active, Xs2EventWords.Reservation(reservation.Status));
        Assert.Equal(new HeldLine("t1", 2, new(45m, "EUR")), Assert.Single(Xs2EventMapping.Lines(reservation.Items)));
    }

    [Fact]
    public void Guests_are_read_flat_as_objects_as_nulls_and_with_a_map_of_conditions()
    {
        var lists = Read<GuestListsDto>("""
            {"bookingorder_id":"o1","items":[{"ticket_id":"t1","quantity":3,"guests":[
              {"guest_id":"g1","first_name":{"value":"Ada","condition":"pre_checkout","error":null},"last_name":{"value":null,"condition":"pre_download","error":"required"},"gender":null,"lead_guest":true},
              {"guest_id":null,"first_name":"Grace","shoe_size":42,"lead_guest":false,"conditions":{"first_name":"pre_checkout","passport_number":"pre_download","x":null}},
              {"first_name":null}]}]}
            """);

        var slots = Assert.Single(Xs2EventGuests.Sheets(lists)).Slots;
        Assert.Equal(("g1", true), (slots[0].GuestRef, slots[0].IsLead));
        Assert.Equal("Ada", Assert.Single(slots[0].Values).Value);
        Assert.Equal((GuestDue.BeforeCheckout, GuestDue.BeforeDownload), (slots[0].Due["first_name"], slots[0].Due["last_name"]));
        Assert.Equal(("Grace", "42"), (slots[1].Values["first_name"], slots[1].Values["shoe_size"]));
        Assert.Equal(GuestDue.BeforeDownload, slots[1].Due["passport_number"]);
        Assert.Empty(slots[2].Values);
    }

    [Fact]
    public void Guests_are_written_flat_with_one_lead_and_their_own_ids()
    {
        GuestSlot Slot(string? id, bool lead, string name) => new(id, lead, new Dictionary<string, string> { ["first_name"] = name, ["city"] = " " }, new Dictionary<string, GuestDue>());
        var written = JsonSerializer.Serialize(Xs2EventGuests.Write([new("t1", [Slot(null, false, "Ada "), Slot("g2", false, "Zoë")])], new Dictionary<string, int> { ["t1"] = 4 }), Xs2EventJson.Options);

        Assert.Equal("""{"items":[{"ticket_id":"t1","quantity":4,"guests":[{"lead_guest":true,"first_name":"Ada"},{"lead_guest":false,"guest_id":"g2","first_name":"Zoë"}]}]}""", written);
    }

    [Theory]
    [InlineData("""["first_name","lead_guest","pre_checkout"]""", GuestScope.LeadGuest, GuestDue.BeforeCheckout)]
    [InlineData("""["first_name","all_persons","pre_checkout"]""", GuestScope.AllPersons, GuestDue.BeforeCheckout)]
    [InlineData("""["first_name","lead_guest","pre_download"]""", GuestScope.LeadGuest, GuestDue.BeforeDownload)]
    [InlineData("""[["all_persons","pre_download","first_name"]]""", GuestScope.AllPersons, GuestDue.BeforeDownload)]
    [InlineData("""[["first_name","lead_guest","pre_checkout"],["first_name","all_persons","pre_download"]]""", GuestScope.AllPersons, GuestDue.BeforeCheckout)]
    [InlineData("""["first_name"]""", GuestScope.AllPersons, GuestDue.BeforeCheckout)]
    public void Requirements_are_read_flat_and_nested(string list, GuestScope scope, GuestDue due)
    {
        var wanted = Xs2EventGuests.Requirements(Read<RequirementsDto>($$"""{"guest_data_requirements":{{list}}}"""));

        Assert.Equal(new GuestRequirement("first_name", scope, due), Assert.Single(wanted));
    }

    [Theory]
    [InlineData("""{"guest_data_requirements":[]}"""), InlineData("""{"guest_data_requirements":null}"""), InlineData("""{"guest_data_requirements":[[]]}"""), InlineData("{}")]
    public void No_requirements_are_none(string json) => Assert.Empty(Xs2EventGuests.Requirements(Read<RequirementsDto>(json)));

    [Fact]
    public void A_booking_and_its_order_with_all_their_members_are_read_in_either_case()
    {
        var booking = Read<BookingDto>("""
            {"booking_id":"b_bkn","reservation_id":"r","booking_code":"K7M4QX","created":"x","updated":"x","client_id":"c","booking_email":"a@b.example","payment_method":"invoice",
            "payment_reference":null,"booking_reference":"our-order-77","distributorfinancial_status":"OPEN","logistic_status":"COMPLETED","deleted":null,
            "items":[{"quantity":2,"salesprice":5000,"net_rate":4500,"currency":"EUR","ticket_id":"t1","ticket_name":"n","event_id":"e","event_name":"E","event_season":"s","tournament_name":"t"}]}
            """);
        var order = Read<BookingOrderDto>("""
            {"booking_id":"b_bkn","bookingorder_id":"o_bor","event_id":"e1","created":"x","distributor_id":"d","accepted_gt":true,"marketing_optin":false,"mass_booking_allowed":false,"api_booking":true,
            "offline_booking":false,"booking_code":"K7M4QX","zip_sha":"AB12","guestdata_status":"waitingtosendtosupplier","max_pdfs_per_ticket":3,"distributorfinancial_status":"open","logistic_status":"completed",
            "event_name":"E","payment_method":"card","parent_id":null,"is_test_booking":false,"invoices":["n1_inv","n2_inv"],"event_startdate":"2027-05-01T20:45:00","items":[
             {"orderitem_id":"i1","ticket_id":"t1","quantity":1,"row":"4","section":"B","seat":12,"ticket_status":"available","distribution_channel":"xs2event","download_link":"https://cdn.example/a/ticket-1.pdf?x=1","ticket_sha":"CD34","guest":{"first_name":"Ada"},"download_items":[]},
             {"orderitem_id":"i2","ticket_id":"t1","quantity":1,"row":null,"distribution_channel":"xs2event","download_link":"","download_items":[{"downloaditem_id":"d1","label":"Friday","download_link":"fri.pdf","ticket_sha":"EF56","activated":null}]},
             {"orderitem_id":"i3","ticket_id":"t1","quantity":1,"distribution_channel":"EXTERNAL","external_activation_link":"https://organiser.example/x","download_link":"no.pdf"}]}
            """);

        Assert.Equal("COMPLETED", booking.LogisticStatus);
        var report = Xs2EventFiles.Report(Guid.Empty, order, order, "o_bor");
        Assert.Equal((FulfilmentStatus.Completed, GuestDataStatus.InProgress), (report.Status, report.GuestData));
        Assert.Equal(new TicketLink("o_bor", null, "ab12"), report.Bundle);
        Assert.Equal(["o_bor/n1_inv", "o_bor/n2_inv"], report.Invoices);
        Assert.Equal(("B", "4", "12"), (report.Items[0].Section, report.Items[0].Row, report.Items[0].Seat));
        Assert.Equal(new TicketLink("o_bor/i1/ticket-1.pdf", null, "cd34"), Assert.Single(report.Items[0].Tickets));
        Assert.Equal(new TicketLink("o_bor/i2/fri.pdf", "Friday", "ef56"), Assert.Single(report.Items[1].Tickets));
        Assert.Empty(report.Items[2].Tickets);
        Assert.EndsWith("https://organiser.example/x", report.Items[2].DeliveredElsewhere, StringComparison.Ordinal);
    }
}
