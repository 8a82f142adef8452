using System.Net;
using System.Text.Json;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Sandbox;

public sealed class Xs2EventGuestTests : Xs2EventTest
{
    private static readonly object Ada = new { first_name = "Ada", last_name = "Byron", contact_email = "ada@example.org", lead_guest = true };

    [Fact]
    public async Task Slots_that_nobody_filled_are_returned_too()
    {
        var id = await Reserved(Samples.AllPreCheckout, 4);

        var heard = await Get($"/v1/reservations/{id}/guestdata?include_conditions=true");

        var guests = heard.Body.GetProperty("items")[0].GetProperty("guests");
        Assert.Equal(4, guests.GetArrayLength());
        Assert.Equal("""{"value":null,"condition":"pre_checkout","error":null}""", guests[3].GetProperty("first_name").GetRawText());
        Assert.Equal(JsonValueKind.Null, guests[0].GetProperty("passport_number").ValueKind);
        Assert.True(guests[0].GetProperty("lead_guest").GetBoolean());
        Assert.False(guests[1].GetProperty("lead_guest").GetBoolean());
    }

    [Theory]
    [InlineData(nameof(Xs2EventSamples.OneGuestPerGroup), 6, 2)]
    [InlineData(nameof(Xs2EventSamples.SingleGuest), 6, 1)]
    [InlineData(nameof(Xs2EventSamples.AllPreDownload), 6, 6)]
    public async Task How_many_guests_are_asked_for_is_the_supplier_s_choice(string sample, int quantity, int entries)
    {
        var id = await Reserved(Samples.ByName[sample], quantity);

        var heard = await Get($"/v1/reservations/{id}/guestdata");

        Assert.Equal(entries, heard.Body.GetProperty("items")[0].GetProperty("guests").GetArrayLength());
    }

    [Fact]
    public async Task Missing_fields_come_back_next_to_their_guest()
    {
        var id = await Reserved(Samples.AllPreCheckout, 2);

        var heard = await WriteGuests(id, Samples.AllPreCheckout, new { first_name = "Ada", last_name = "Byron", lead_guest = true }, new { first_name = "Bo" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/invalid-guest-data"), (heard.Status, heard.ErrorType));
        Assert.Equal(["type", "title", "message", "detail", "items"], Names(heard.Body));
        var guests = heard.Body.GetProperty("items")[0].GetProperty("guests");
        Assert.Equal("""{"value":"Ada","condition":"pre_checkout","error":null}""", guests[0].GetProperty("first_name").GetRawText());
        Assert.Equal("""{"value":null,"condition":"pre_checkout","error":"required"}""", guests[1].GetProperty("last_name").GetRawText());
    }

    [Fact]
    public async Task A_corrected_write_is_echoed_flat_and_kept()
    {
        var id = await Reserved(Samples.LeadPreCheckout, 2);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WriteGuests(id, Samples.LeadPreCheckout, new { first_name = "Ada" })).Status);

        var heard = await WriteGuests(id, Samples.LeadPreCheckout, Ada);

        Assert.Equal(HttpStatusCode.OK, heard.Status);
        Assert.Equal("Ada", heard.Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("first_name").GetString());
        var kept = await Get($"/v1/reservations/{id}/guestdata");
        Assert.Equal("Byron", kept.Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("last_name").GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("contact_email", "ada at example")]
    [InlineData("contact_phone", "0612345678")]
    [InlineData("date_of_birth", "1-2-1980")]
    [InlineData("country_of_residence", "nl")]
    public async Task A_value_that_cannot_be_is_refused(string field, string value)
    {
        var id = await Reserved(Samples.LeadPreCheckout, 1);

        var heard = await WriteGuests(id, Samples.LeadPreCheckout, new Dictionary<string, string>
        {
            ["first_name"] = "Ada", ["last_name"] = "Byron", ["contact_email"] = "ada@example.org", [field] = value,
        });

        Assert.Equal("/errors/invalid-guest-data", heard.ErrorType);
        Assert.Equal("invalid", heard.Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty(field).GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_guest_of_a_country_with_rules_of_its_own_must_tell_more()
    {
        var id = await Reserved(Samples.CountryHint, 1);

        var far = await WriteGuests(id, Samples.CountryHint, new { first_name = "Ada", last_name = "Byron", country_of_residence = "GBR" });
        var near = await WriteGuests(id, Samples.CountryHint, new { first_name = "Ada", last_name = "Byron", country_of_residence = "NLD" });

        Assert.Equal(HttpStatusCode.OK, far.Status);
        Assert.Equal("required", near.Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("passport_number").GetProperty("error").GetString());
    }

    [Fact]
    public async Task Wrong_tickets_numbers_and_leads_are_refused()
    {
        var id = await Reserved(Samples.NoGuests, 2);

        Assert.Equal("/errors/unknown-ticket", (await WriteGuests(id, Samples.Pounds, Ada)).ErrorType);
        Assert.Equal("/errors/validation", (await WriteGuests(id, Samples.NoGuests, Ada, Ada)).ErrorType);
        Assert.Equal("/errors/validation", (await WriteGuests(id, Samples.NoGuests, new { }, new { }, new { })).ErrorType);
    }

    [Fact]
    public async Task One_guest_can_be_read_and_written_alone()
    {
        var id = await Reserved(Samples.LeadPreCheckout, 2);
        var all = await Get($"/v1/reservations/{id}/guestdata");
        var path = $"/v1/reservations/{id}/guestdata/{all.Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("guest_id").GetString()}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Put(path, new { first_name = "Ada" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Put(path, Ada)).Status);
        Assert.Equal("Ada", (await Get(path))["first_name"]);
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"/v1/reservations/{id}/guestdata/none_gst")).Status);
    }

    [Fact]
    public async Task Guests_can_be_sent_without_grouping()
    {
        var id = await Reserved(Samples.LeadPreCheckout, 1);

        var heard = await Post($"/v1/reservations/{id}/guests", new { guests = new[] { Ada } });

        var guest = Assert.Single(heard.Body.GetProperty("guests").EnumerateArray());
        Assert.Equal((id, Samples.LeadPreCheckout.TicketId), (guest.GetProperty("reservation_id").GetString(), guest.GetProperty("ticket_id").GetString()));
    }

    [Fact]
    public async Task A_replacement_keeps_the_guests_there_is_room_for()
    {
        var id = await Reserved(Samples.LeadPreCheckout, 1);
        await WriteGuests(id, Samples.LeadPreCheckout, Ada);

        await Put("/v1/reservations/" + id, new { items = new[] { Item(Samples.LeadPreCheckout, 3) } });

        var guests = (await Get($"/v1/reservations/{id}/guestdata")).Body.GetProperty("items")[0].GetProperty("guests");
        Assert.Equal(3, guests.GetArrayLength());
        Assert.Equal("Ada", guests[0].GetProperty("first_name").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Without_what_is_wanted_before_checkout_nothing_is_booked()
    {
        var id = await Reserved(Samples.LeadPreCheckout, 2);

        var refused = await Book(id);
        await WriteGuests(id, Samples.LeadPreCheckout, Ada);
        var booked = await Book(id);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/invalid-guest-data"), (refused.Status, refused.ErrorType));
        Assert.Equal("required", refused.Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("contact_email").GetProperty("error").GetString());
        Assert.Equal(HttpStatusCode.Created, booked.Status);
    }

    private Task<Heard> WriteGuests(string reservation, TicketSample of, params object[] guests) =>
        Post($"/v1/reservations/{reservation}/guestdata", new { items = new[] { new { ticket_id = of.TicketId, guests } } });
}
