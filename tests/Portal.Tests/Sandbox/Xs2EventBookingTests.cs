using System.Net;
using System.Text;
using System.Text.Json;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Sandbox;

public sealed class Xs2EventBookingTests : Xs2EventTest
{
    [Fact]
    public async Task A_reservation_becomes_a_booking_and_its_stock_stays_sold()
    {
        var id = await Reserved(Samples.NoGuests, 2);

        var heard = await Book(id);
        Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Created, heard.Status);
        Assert.Equal("booked", (await Get("/v1/reservations/" + id))["status"]);
        Assert.Equal(38, Stock(Samples.NoGuests));
        Assert.Equal(heard["booking_id"], (await Get("/v1/bookings/reservation/" + id))["booking_id"]);
        Assert.Equal("our-order-77", (await Get("/v1/bookings/" + heard["booking_id"]))["booking_reference"]);
    }

    [Fact]
    public async Task A_reservation_is_booked_once()
    {
        var id = await Reserved(Samples.NoGuests, 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Book(id)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Single(Sandbox.Ledger.Made("xs2event", "booking"));
    }

    [Fact]
    public async Task What_contract_and_form_do_not_allow_is_refused()
    {
        var id = await Reserved(Samples.NoGuests, 1);

        Assert.Equal("/errors/invalid-payment-method", (await Post("/v1/bookings", BookingOf(id, method: "card"))).ErrorType);
        Assert.Equal("/errors/invalid-booking-email", (await Post("/v1/bookings", BookingOf(id, email: "nobody"))).ErrorType);
        Assert.Equal("/errors/validation", (await Post("/v1/bookings", new { booking_email = "ops@example.org", payment_method = "invoice" })).ErrorType);
        Assert.Equal(HttpStatusCode.NotFound, (await Book("0000_rsr")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/v1/bookings/reservation/" + id)).Status);
        Assert.Equal("active", Sandbox.Xs2Event.ReservationStatus(id));
    }

    [Fact]
    public async Task Another_distributor_s_contract_allows_what_its_own_says()
    {
        var item = new { items = new[] { Item(Samples.NoGuests, 1) } };
        var reserved = await Send(HttpMethod.Post, "/v1/reservations", item, OtherHttp);

        var booked = await Send(HttpMethod.Post, "/v1/bookings", BookingOf(reserved["reservation_id"], method: "card"), OtherHttp);

        Assert.Equal(HttpStatusCode.Created, booked.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/v1/bookings/" + booked["booking_id"])).Status);
        Assert.Empty((await Get("/v1/bookingorders")).Body.GetProperty("bookingorders").EnumerateArray());
    }

    [Fact]
    public async Task No_route_cancels_a_booking()
    {
        var booking = await Booked(Samples.NoGuests, 1);

        var status = (await Send(HttpMethod.Delete, "/v1/bookings/" + booking["booking_id"])).Status;

        Assert.Contains(status, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
    }

    [Fact]
    public async Task Statuses_are_in_capitals_on_bookings_and_small_on_orders()
    {
        var booking = await Booked(Samples.NoGuests, 1);
        var order = await OnlyOrderOf(booking);

        Assert.Equal(("OPEN", "PROCESSING"), (booking["distributorfinancial_status"], booking["logistic_status"]));
        Assert.Equal(("open", "processing"), (order["distributorfinancial_status"], order["logistic_status"]));
    }

    [Fact]
    public async Task A_mixed_basket_becomes_one_order_for_each_event_and_supplier()
    {
        var reserved = await Post("/v1/reservations", new { items = Samples.MixedBasket.Select(s => Item(s, 2)) });
        var booking = await Book(reserved["reservation_id"]);

        var orders = (await Get($"/v1/bookingorders?booking_id={Uri.EscapeDataString($"in:[{booking["booking_id"]}]")}")).Body.GetProperty("bookingorders");

        Assert.Equal(3, orders.GetArrayLength());
        Assert.All(orders.EnumerateArray(), o => Assert.Equal(2, o.GetProperty("items").GetArrayLength()));
    }

    [Fact]
    public async Task Several_filters_are_joined_with_or_unless_told_otherwise()
    {
        var one = await Booked(Samples.NoGuests, 1);
        var two = await Booked(Samples.Pounds, 1);
        var query = $"/v1/bookings?booking_id={one["booking_id"]}&booking_code={two["booking_code"]}";

        Assert.Equal(2, (await Get(query)).Body.GetProperty("bookings").GetArrayLength());
        Assert.Equal(0, (await Get(query + "&compare_mode=AND")).Body.GetProperty("bookings").GetArrayLength());
    }

    [Fact]
    public async Task Tickets_exist_once_the_order_completes_by_itself()
    {
        var order = await OnlyOrderOf(await Booked(Samples.NoGuests, 2));
        var item = order.Body.GetProperty("items")[0];
        var path = $"/v1/etickets/download/{order["bookingorder_id"]}/{item.GetProperty("orderitem_id").GetString()}/url/";
        Assert.Equal(JsonValueKind.Null, item.GetProperty("download_link").ValueKind);
        Assert.Equal(HttpStatusCode.BadRequest, (await Get(path + "ticket.pdf")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Get("/v1/etickets/download/zip/" + order["bookingorder_id"])).Status);

        Clock.Advance(TimeSpan.FromSeconds(20));

        var done = await Get("/v1/bookingorders/" + order["bookingorder_id"]);
        Assert.Equal("completed", done["logistic_status"]);
        foreach (var ticket in done.Body.GetProperty("items").EnumerateArray())
        {
            using var pdf = await Http.GetAsync($"/v1/etickets/download/{order["bookingorder_id"]}/{ticket.GetProperty("orderitem_id").GetString()}/url/{ticket.GetProperty("download_link").GetString()}");
            var bytes = await pdf.Content.ReadAsByteArrayAsync();
            Assert.Equal("attachment", pdf.Content.Headers.ContentDisposition!.DispositionType);
            Assert.StartsWith("%PDF-1.4", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
            Assert.Equal(ticket.GetProperty("ticket_sha").GetString(), Sha(bytes));
        }
    }

    [Fact]
    public async Task Several_files_of_one_ticket_stand_in_its_download_items()
    {
        var order = await OnlyOrderOf(await Booked(Samples.MultiPdf, 1));
        Clock.Advance(TimeSpan.FromSeconds(20));

        var done = await Get("/v1/bookingorders/" + order["bookingorder_id"]);

        var item = done.Body.GetProperty("items")[0];
        Assert.Equal("", item.GetProperty("download_link").GetString());
        Assert.Equal(3, item.GetProperty("download_items").GetArrayLength());
        Assert.Equal(3, item.GetProperty("number_of_pdfs").GetInt32());
        foreach (var file in item.GetProperty("download_items").EnumerateArray())
        {
            var bytes = await Http.GetByteArrayAsync($"/v1/etickets/download/{order["bookingorder_id"]}/{item.GetProperty("orderitem_id").GetString()}/url/{file.GetProperty("download_link").GetString()}");
            Assert.Equal(file.GetProperty("ticket_sha").GetString(), Sha(bytes));
        }
    }

    [Fact]
    public async Task The_zip_is_a_link_in_a_bare_string_that_works_for_five_minutes_without_a_key()
    {
        var order = await OnlyOrderOf(await Booked(Samples.NoGuests, 3));
        Clock.Advance(TimeSpan.FromSeconds(20));
        var done = await Get("/v1/bookingorders/" + order["bookingorder_id"]);

        var link = (await Get("/v1/etickets/download/zip/" + order["bookingorder_id"])).Body.GetString()!;

        using var anybody = new HttpClient();
        var bytes = await anybody.GetByteArrayAsync(link);
        Assert.Equal(done["zip_sha"], Sha(bytes));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        Assert.Equal(3, zip.Entries.Count);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData(nameof(Xs2EventSamples.AppTicket), "external")]
    [InlineData(nameof(Xs2EventSamples.PaperTicket), "external_end_client")]
    [InlineData(nameof(Xs2EventSamples.Collection), "external_end_client")]
    public async Task What_is_handed_over_elsewhere_has_no_file(string sample, string channel)
    {
        var order = await OnlyOrderOf(await Booked(Samples.ByName[sample], 1));
        Clock.Advance(TimeSpan.FromSeconds(20));

        var done = await Get("/v1/bookingorders/" + order["bookingorder_id"]);

        Assert.Equal("completed", done["logistic_status"]);
        Assert.Equal(channel, done.Body.GetProperty("items")[0].GetProperty("distribution_channel").GetString());
        Assert.Equal(JsonValueKind.Null, done.Body.GetProperty("items")[0].GetProperty("download_link").ValueKind);
    }

    [Fact]
    public async Task Guest_data_wanted_before_download_may_come_late_and_goes_on_to_the_supplier()
    {
        var booking = await Booked(Samples.AllPreDownload, 2);
        var order = await OnlyOrderOf(booking);
        var path = $"/v1/bookingorders/{order["bookingorder_id"]}";
        Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(("completed", "waitingfordistributor"), ((await Get(path))["logistic_status"], (await Get(path))["guestdata_status"]));
        Assert.Equal(JsonValueKind.Null, (await Get(path)).Body.GetProperty("items")[0].GetProperty("download_link").ValueKind);

        var slots = (await Get(path + "/guestdata?include_conditions=true")).Body.GetProperty("items")[0].GetProperty("guests");
        Assert.Equal("pre_download", slots[1].GetProperty("conditions").GetProperty("date_of_birth").GetString());
        var ids = slots.EnumerateArray().Select(s => s.GetProperty("guest_id").GetString()).ToArray();
        await WriteLate(path, new { guest_id = ids[1], first_name = "Bo", last_name = "Dal", date_of_birth = "1990-01-31" });
        Assert.Equal("waitingfordistributor", (await Get(path))["guestdata_status"]);
        var written = await WriteLate(path, new { guest_id = ids[0], first_name = "Ada", last_name = "Byron", date_of_birth = "1980-12-10" });

        Assert.Equal("Bo", written.Body.GetProperty("items")[0].GetProperty("guests")[1].GetProperty("first_name").GetString());
        Assert.Equal("waitingforprocessing", (await Get(path))["guestdata_status"]);
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("waitingtosendtosupplier", (await Get(path))["guestdata_status"]);
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("completed", (await Get(path))["guestdata_status"]);
        Assert.EndsWith(".pdf", (await Get(path)).Body.GetProperty("items")[0].GetProperty("download_link").GetString(), StringComparison.Ordinal);

        Task<Heard> WriteLate(string order, object guest) =>
            Put(order + "/guestdata", new { items = new[] { new { ticket_id = Samples.AllPreDownload.TicketId, guests = new[] { guest } } } });
    }

    [Fact]
    public async Task One_late_guest_can_be_written_alone()
    {
        var order = await OnlyOrderOf(await Booked(Samples.LeadPreDownload, 1));
        var path = $"/v1/bookingorders/{order["bookingorder_id"]}/guestdata";
        var id = (await Get(path)).Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("guest_id").GetString();

        var refused = await Put($"{path}/{id}", new { contact_email = "no" });
        var kept = await Put($"{path}/{id}", new { first_name = "Ada", last_name = "Byron", contact_email = "ada@example.org" });

        Assert.Equal("/errors/invalid-guest-data", refused.ErrorType);
        Assert.Equal("Ada", kept["first_name"]);
        Assert.Equal("Ada", (await Get($"{path}/{id}"))["first_name"]);
    }

    [Fact]
    public async Task The_provider_s_staff_moves_postpones_cancels_and_credits()
    {
        var booking = await Booked(Samples.NoGuests, 1);
        var id = Assert.Single(Sandbox.Xs2Event.OrdersOf(booking["booking_id"]));
        var path = "/v1/bookingorders/" + id;

        Sandbox.Xs2Event.Postpone(id);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("postponed", (await Get(path))["logistic_status"]);
        Assert.Equal("postponed", (await Get("/v1/events/" + Samples.NoGuests.EventId))["event_status"]);

        Sandbox.Xs2Event.MoveEvent(Samples.NoGuests.EventId, new DateTime(2027, 9, 9, 20, 0, 0));
        Sandbox.Xs2Event.Complete(id);
        Assert.Equal("completed", (await Get(path))["logistic_status"]);
        Assert.Equal("2027-09-09", (await Get(path)).Body.GetProperty("items")[0].GetProperty("ticket_startdate").GetString());

        Sandbox.Xs2Event.Cancel(id);
        Sandbox.Xs2Event.Credit(id);
        var cancelled = await Get(path);
        Assert.Equal("cancelled", cancelled["logistic_status"]);
        Assert.Equal(2, cancelled.Body.GetProperty("invoices").GetArrayLength());
        var credit = await Http.GetByteArrayAsync($"{path}/invoice/{cancelled.Body.GetProperty("invoices")[1].GetString()}");
        Assert.Contains("Credit note", Encoding.Latin1.GetString(credit), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(path + "/invoice/none_inv")).Status);
    }

    [Fact]
    public async Task A_test_booking_is_marked_as_one()
    {
        var id = await Reserved(Samples.NoGuests, 1);
        var booking = await Post("/v1/bookings", new { reservation_id = id, booking_email = "ops@example.org", payment_method = "invoice", is_test_booking = true });

        Assert.True((await OnlyOrderOf(booking)).Body.GetProperty("is_test_booking").GetBoolean());
    }

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
