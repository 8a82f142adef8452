using System.Net;
using System.Text.Json;

namespace Portal.Tests.Sandbox;

/// <summary>Each sample and each list of members of the provider's page: taken as written there, given as written there.</summary>
public sealed class Xs2EventDocumentTests : Xs2EventTest
{
    private const string EventMembers =
        "event_id, event_name, date_start, date_stop, event_status, tournament_id, tournament_name, venue_id, venue_name, location_id, city, iso_country, "
        + "latitude, longitude, sport_type, season, tournament_type, date_confirmed, date_start_main_event, date_stop_main_event, "
        + "hometeam_id, hometeam_name, visiting_id, visiting_name, created, updated, event_description, min_ticket_price_eur, max_ticket_price_eur, "
        + "slug, number_of_tickets, sales_periods, is_popular";

    private const string TicketMembers =
        "ticket_id, event_id, category_id, category_name, ticket_title, ticket_targetgroup, sub_category, category_type, type_ticket, ticket_status, "
        + "ticket_validity, ticket_validfrom, ticket_validuntil, net_rate, face_value, sales_price, currency_code, stock, min_order, supplier_id, "
        + "supplier_role, is_xs2event_supplier, external_ticket_id, category_information_available, description_supplier, information_shipping, "
        + "supplier_terms, eventdays, options, sales_periods, local_rates, vat_category, flags, created, updated";

    private const string ReservationMembers =
        "reservation_id, client_id, status, notify_client, notes, valid_until, created, updated, parent_allocation_id, external_reference_id, items";

    private const string BookingMembers =
        "booking_id, reservation_id, booking_code, created, updated, client_id, booking_email, payment_method, payment_reference, booking_reference, "
        + "distributorfinancial_status, logistic_status, deleted, items";

    private const string OrderMembers =
        "booking_id, bookingorder_id, event_id, created, distributor_id, accepted_gt, marketing_optin, mass_booking_allowed, api_booking, offline_booking, "
        + "booking_code, zip_sha, guestdata_status, max_pdfs_per_ticket, distributorfinancial_status, logistic_status, event_name, payment_method, "
        + "payment_reference, booking_reference, parent_id, client_id, booking_email, notify_client_status, invoices, is_test_booking, bookingorder_source, items";

    private const string ListedOrderMembers = OrderMembers
        + ", event_startdate, event_stopdate, booking_group, supplier_id, deleted, external_payment_reference, financial_status, general_terms_url, "
        + "onbehalfclient_id, marketplace_logistic_purchaseorder_id";

    private const string OrderItemMembers =
        "orderitem_id, ticket_id, ticket_name, category_id, category_name, quantity, net_rate, salesprice, currency, ticket_currency, face_value, "
        + "face_value_eur, face_value_local, sales_price_eur, sales_price_local, type_ticket, ticket_status, ticket_startdate, ticket_stopdate, ticket_validity, sub_category, "
        + "row, section, seat, distribution_channel, download_link, external_activation_link, ticket_sha, number_of_pdfs, activated, guest, download_items";

    [Fact]
    public async Task An_event_has_the_documented_members()
    {
        var heard = await Get("/v1/events/" + Samples.NoGuests.EventId);

        AssertMembers(EventMembers, heard.Body);
        Assert.Equal(JsonValueKind.String, heard.Body.GetProperty("latitude").ValueKind);
        Assert.Equal(45, heard.Body.GetProperty("min_ticket_price_eur").GetInt32());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", heard["date_start"]);
        Assert.EndsWith("+00:00", heard["date_start_main_event"], StringComparison.Ordinal);
        AssertMembers("date_start, date_stop, label", heard.Body.GetProperty("sales_periods")[0]);
    }

    [Fact]
    public async Task A_ticket_has_the_documented_members()
    {
        var heard = await Get("/v1/tickets/" + Samples.PairsOnly.TicketId);

        AssertMembers(TicketMembers, heard.Body);
        AssertMembers("pairs_only, videowall, covered_seat, numbered_seat, customer_details_required", heard.Body.GetProperty("options"));
        AssertMembers("face_value_eur, net_rate_eur", heard.Body.GetProperty("local_rates"));
        Assert.Equal("pairs_only", heard.Body.GetProperty("flags")[0].GetString());
    }

    [Theory]
    [InlineData("sports", "sport_id")]
    [InlineData("tournaments", "tournament_id, official_name, season, tournament_type, region, sport_type, date_start, date_stop, created, updated, slug, number_events")]
    public async Task Short_lists_have_the_documented_members(string name, string members)
    {
        var heard = await Get("/v1/" + name);

        AssertMembers(name + ", pagination", heard.Body);
        AssertMembers("total_size, page_size, page_number, next_page, previous_page", heard.Body.GetProperty("pagination"));
        AssertMembers(members, heard.Body.GetProperty(name)[0]);
    }

    [Fact]
    public async Task The_reservation_sample_is_taken_and_answered_as_documented()
    {
        var heard = await Post("/v1/reservations", Sample($$"""
            { "items":[{"ticket_id":"{{Samples.NoGuests.TicketId}}","quantity":2,"net_rate":4500,"currency_code":"EUR"}],
              "booking_email":"ops@example.org", "notify_client":null, "notify_me":true, "notes":"…",
              "external_reference_id":"our-order-77", "target_currency":"EUR" }
            """));

        Assert.Equal(HttpStatusCode.Created, heard.Status);
        AssertMembers(ReservationMembers, heard.Body);
        AssertMembers("ticket_id, quantity, salesprice, net_rate, currency, ticket_name, event_name", heard.Body.GetProperty("items")[0]);
        Assert.Equal(JsonValueKind.Null, heard.Body.GetProperty("notify_client").ValueKind);
        Assert.Equal(HttpStatusCode.OK, (await Put("/v1/reservations/" + heard["reservation_id"], Sample($$"""
            { "items":[{"ticket_id":"{{Samples.NoGuests.TicketId}}","quantity":1,"net_rate":4500,"currency_code":"EUR","sales_price":5000}],
              "local_currency":"EUR", "valid_until":"2027-03-01T12:00:00", "notify_me":false, "external_reference_id":"our-order-78" }
            """))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Patch, "/v1/reservations/" + heard["reservation_id"], Sample("""{"notify_me":true}"""))).Status);
    }

    [Fact]
    public async Task The_guest_data_sample_is_taken_and_its_refusal_has_the_documented_body()
    {
        var id = await Reserved(Samples.AllPreCheckout, 2);
        var sample = Sample($$"""
            { "items":[{"ticket_id":"{{Samples.AllPreCheckout.TicketId}}","quantity":2,
                        "guests":[{"first_name":"Ada","last_name":"Byron","lead_guest":true}]}] }
            """);

        var refused = await Post($"/v1/reservations/{id}/guestdata", sample);

        AssertMembers("type, title, message, detail, items", refused.Body);
        Assert.Equal("/errors/invalid-guest-data", refused.ErrorType);
        var item = refused.Body.GetProperty("items")[0];
        AssertMembers("ticket_id, quantity, guests", item);
        AssertMembers("value, condition, error", item.GetProperty("guests")[0].GetProperty("first_name"));
        Assert.Equal(JsonValueKind.True, item.GetProperty("guests")[0].GetProperty("lead_guest").ValueKind);
        Assert.Equal("required", item.GetProperty("guests")[1].GetProperty("first_name").GetProperty("error").GetString());

        var lead = await Reserved(Samples.LeadPreDownload, 2);
        Assert.Equal(HttpStatusCode.OK, (await Post($"/v1/reservations/{lead}/guestdata", Sample($$"""
            { "items":[{"ticket_id":"{{Samples.LeadPreDownload.TicketId}}","quantity":2,
                        "guests":[{"first_name":"Ada","last_name":"Byron","lead_guest":true}]}] }
            """))).Status);
    }

    [Fact]
    public async Task The_out_of_stock_body_is_as_documented()
    {
        var heard = await Reserve(Samples.LastTwo, 5);

        var item = heard.Body.GetProperty("items")[0];
        AssertMembers("ticket_id, quantity, error", item);
        Assert.Equal("""{"detail":"We do not have enough tickets in stock","available":2,"quantity":5}""", item.GetProperty("error").GetRawText());
    }

    [Fact]
    public async Task The_booking_sample_is_taken_and_answered_as_documented()
    {
        var id = await Reserved(Samples.NoGuests, 2);

        var heard = await Post("/v1/bookings", Sample($$"""
            { "reservation_id":"{{id}}", "booking_email":"ops@example.org", "payment_method":"invoice",
              "invoice_reference":"INV-77", "booking_reference":"our-order-77", "payment_reference":"…", "is_test_booking":false }
            """));

        Assert.Equal(HttpStatusCode.Created, heard.Status);
        AssertMembers(BookingMembers, heard.Body);
        AssertMembers(
            "quantity, salesprice, net_rate, currency, ticket_id, ticket_name, event_id, event_name, event_season, tournament_name",
            heard.Body.GetProperty("items")[0]);
        Assert.Matches("^[A-Z0-9]{6}$", heard["booking_code"]);
    }

    [Fact]
    public async Task Booking_orders_have_the_documented_members_in_detail_and_in_the_list()
    {
        var booking = await Booked(Samples.MultiPdf, 1);
        Clock.Advance(TimeSpan.FromMinutes(1));

        var listed = (await Get($"/v1/bookingorders/list?booking_id={booking["booking_id"]}")).Body.GetProperty("bookingorders")[0];
        var detail = (await OnlyOrderOf(booking)).Body;

        AssertMembers(OrderMembers, detail);
        AssertMembers(OrderItemMembers, detail.GetProperty("items")[0]);
        AssertMembers("downloaditem_id, label, download_link, external_activation_link, ticket_sha, activated", detail.GetProperty("items")[0].GetProperty("download_items")[0]);
        AssertMembers(ListedOrderMembers, listed);
        AssertMembers(
            "orderitem_id, quantity, ticket_id, ticket_name, type_ticket, ticket_status, distribution_channel, ticket_sha, download_link, download_items",
            listed.GetProperty("items")[0]);
    }

    [Fact]
    public async Task Late_guest_data_is_taken_without_quantity_and_answered_under_its_order()
    {
        var order = await OnlyOrderOf(await Booked(Samples.LeadPreDownload, 1));

        var heard = await Put($"/v1/bookingorders/{order["bookingorder_id"]}/guestdata", Sample($$"""
            { "items":[{"ticket_id":"{{Samples.LeadPreDownload.TicketId}}","guests":[{"first_name":"Ada","last_name":"Byron","contact_email":"ada@example.org"}]}] }
            """));

        AssertMembers("bookingorder_id, items", heard.Body);
        AssertMembers("ticket_id, quantity, guests", heard.Body.GetProperty("items")[0]);
        Assert.Equal("Ada", heard.Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("first_name").GetString());
    }

    private static JsonElement Sample(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static void AssertMembers(string expected, JsonElement of) =>
        Assert.Equal(expected.Split(", ").Order(StringComparer.Ordinal), Names(of).Order(StringComparer.Ordinal));
}
