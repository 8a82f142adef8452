using System.Net;
using System.Text.Json;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Sandbox;

public sealed class Xs2EventCatalogueTests : Xs2EventTest
{
    [Fact]
    public async Task The_catalogue_is_large_and_lies_ahead()
    {
        var events = await All("/v1/events", "events");
        var tickets = await All("/v1/tickets?include_youth=true", "tickets");

        Assert.True(events.Count >= 400, $"{events.Count} events");
        Assert.True(tickets.Count >= 2500, $"{tickets.Count} tickets");
        Assert.True(Distinct(events, "sport_type") >= 10);
        Assert.True(Distinct(events, "city") >= 40);
        Assert.Equal(events.Count, Distinct(events, "event_id"));
        Assert.Subset(Set(tickets, "currency_code"), new HashSet<string> { "EUR", "GBP", "USD", "CHF" });
        Assert.All(events.Where(e => e.GetProperty("event_status").GetString() == "notstarted"),
            e => Assert.True(e.GetProperty("date_start").GetDateTime() > Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task Every_rule_of_quantity_guests_and_delivery_occurs()
    {
        var tickets = await All("/v1/tickets?include_youth=true&show_deleted=true", "tickets");
        var flags = tickets.SelectMany(t => t.GetProperty("flags").EnumerateArray().Select(f => f.GetString()!)).ToHashSet();

        Assert.Subset(flags, new HashSet<string> { "pairs_only", "no_max_minus_1", "package_rate", "no_away_fans" });
        Assert.Contains(tickets, t => t.GetProperty("min_order").GetInt32() > 1);
        Assert.Subset(Set(tickets, "type_ticket"), new HashSet<string> { "eticket", "appticket", "paper-ticket", "collection-stadium", "other", "nfc-wristband" });
        Assert.Subset(Set(tickets, "category_type"), new HashSet<string> { "grandstand", "generaladmission", "carparking", "busparking", "camping", "transfer", "hospitality", "extras" });
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_catalogue()
    {
        await using var again = await Portal.Sandbox.SandboxServer.StartAsync(new Portal.Sandbox.SandboxOptions { Time = Clock });

        Assert.Equal(Samples.ByName.Values, again.Xs2Event.Samples.ByName.Values);
    }

    [Fact]
    public async Task A_list_ends_where_next_page_is_empty()
    {
        var first = await Get("/v1/events?page_size=200&sport_type=soccer");
        var pagination = first.Body.GetProperty("pagination");

        Assert.Equal(200, pagination.GetProperty("page_size").GetInt32());
        Assert.Equal(JsonValueKind.Null, pagination.GetProperty("next_page").ValueKind);
        Assert.Equal(pagination.GetProperty("total_size").GetInt32(), first.Body.GetProperty("events").GetArrayLength());

        var small = await Get("/v1/events?page_size=10&sport_type=soccer");
        Assert.Contains("page=2", small.Body.GetProperty("pagination").GetProperty("next_page").GetString(), StringComparison.Ordinal);
        Assert.Contains("sport_type=soccer", small.Body.GetProperty("pagination").GetProperty("next_page").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/events?colour=red")]
    [InlineData("/v1/events?sport_type=chess")]
    [InlineData("/v1/events?event_status=started")]
    [InlineData("/v1/events?date_start=ge:2027-05-01T00:00:00")]
    [InlineData("/v1/events?date_start=le:2027-05-01")]
    [InlineData("/v1/events?date_start=tomorrow")]
    [InlineData("/v1/events?tickets_available=gt:many")]
    [InlineData("/v1/events?city=gt:Paris")]
    [InlineData("/v1/events?event_id=in:a,b")]
    [InlineData("/v1/events?date_start=ge:2027-05-01&date_start=lt:2027-06-01")]
    [InlineData("/v1/events?page_size=201")]
    [InlineData("/v1/events?page=0")]
    [InlineData("/v1/events?popular_events=1")]
    [InlineData("/v1/tickets?ticket_status=sold")]
    [InlineData("/v1/tickets?include_youth=yes")]
    [InlineData("/v1/sports?name=soccer")]
    [InlineData("/v1/venues/x?accept_language=en")]
    [InlineData("/v1/reservations?status=open")]
    [InlineData("/v1/bookings?compare_mode=XOR")]
    [InlineData("/v1/bookings?nonsense=1")]
    public async Task A_query_that_the_documentation_does_not_know_is_refused(string path)
    {
        var heard = await Get(path);

        Assert.Equal(HttpStatusCode.BadRequest, heard.Status);
        Assert.Equal("/errors/validation", heard.ErrorType);
        Assert.NotEmpty(heard["detail"]);
    }

    [Fact]
    public async Task Filters_compare_and_choose()
    {
        var ids = $"{Samples.LastTwo.EventId},{Samples.HugeStock.EventId}";

        Assert.Equal(2, (await All($"/v1/events?event_id={Uri.EscapeDataString($"in:[{ids}]")}", "events")).Count);
        Assert.Equal(Samples.HugeStock.TicketId, Assert.Single(await All("/v1/tickets?stock=gt:4999", "tickets")).GetProperty("ticket_id").GetString());
        Assert.All(await All("/v1/tickets?stock=lt:3", "tickets"), t => Assert.True(t.GetProperty("stock").GetInt32() < 3));
        Assert.All(await All("/v1/events?city=amsterdam", "events"), e => Assert.Equal("Amsterdam", e.GetProperty("city").GetString()));
        Assert.All(await All("/v1/events?date_start=ge:2027-06-01&date_stop=lt:2027-07-01", "events"),
            e => Assert.StartsWith("2027-06", e.GetProperty("date_start").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_since_is_found_by_updated()
    {
        var since = Uri.EscapeDataString($"ge:{Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}");
        Assert.Empty(await All($"/v1/events?updated={since}", "events"));

        Sandbox.Xs2Event.SetEventStatus(Samples.NoGuests.EventId, "postponed");

        Assert.Equal(Samples.NoGuests.EventId, Assert.Single(await All($"/v1/events?updated={since}", "events")).GetProperty("event_id").GetString());
    }

    [Fact]
    public async Task Youth_and_deleted_tickets_are_listed_only_when_asked_for()
    {
        Assert.Empty(await All($"/v1/tickets?event_id={Samples.Youth.EventId}", "tickets"));
        Assert.Single(await All($"/v1/tickets?event_id={Samples.Youth.EventId}&include_youth=true", "tickets"));
        Assert.True((await All("/v1/tickets?show_deleted=true", "tickets")).Count > (await All("/v1/tickets", "tickets")).Count);
    }

    [Theory]
    [InlineData("sports")]
    [InlineData("tournaments")]
    [InlineData("venues")]
    [InlineData("teams")]
    [InlineData("categories")]
    [InlineData("countries")]
    [InlineData("cities")]
    public async Task Every_list_of_the_catalogue_answers(string name) => Assert.NotEmpty(await All("/v1/" + name, name));

    [Fact]
    public async Task One_thing_is_found_by_its_id()
    {
        var of = await Get($"/v1/events/{Samples.NoGuests.EventId}?accept_language=nl");

        Assert.Equal(HttpStatusCode.OK, of.Status);
        Assert.Equal(HttpStatusCode.OK, (await Get($"/v1/venues/{of["venue_id"]}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get($"/v1/teams/{of["hometeam_id"]}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get($"/v1/tournaments/{of["tournament_id"]}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get($"/v1/tickets/{Samples.NoGuests.TicketId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/v1/events/nothing_evt")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/v1/ticket/" + Samples.NoGuests.TicketId)).Status);
    }

    [Fact]
    public async Task A_caller_without_a_known_key_is_not_served()
    {
        using var stranger = ClientWith(Sandbox, "wrong");

        var heard = await Send(HttpMethod.Get, "/v1/events", by: stranger);

        Assert.Equal(HttpStatusCode.Unauthorized, heard.Status);
        Assert.Equal("/errors/unauthorized", heard.ErrorType);
    }

    [Fact]
    public async Task Requirements_are_flat_for_one_demand_and_nested_for_several()
    {
        var flat = await Get($"/v1/tickets/{Samples.AllPreCheckout.TicketId}/guestdata");
        var nested = await Get($"/v1/tickets/{Samples.MixedGuests.TicketId}/guestdata");
        var none = await Get($"/v1/tickets/{Samples.NoGuests.TicketId}/guestdata");

        Assert.Equal("""{"guest_data_requirements":["first_name","last_name","all_persons","pre_checkout"]}""", flat.Body.GetRawText());
        Assert.All(nested.Body.GetProperty("guest_data_requirements").EnumerateArray(), g => Assert.Equal(JsonValueKind.Array, g.ValueKind));
        Assert.Equal("""{"guest_data_requirements":[]}""", none.Body.GetRawText());
        Assert.Equal(HttpStatusCode.OK, (await Get($"/v1/events/{Samples.MixedGuests.EventId}/guestdata")).Status);
    }

    [Fact]
    public async Task Requirements_depend_on_the_country()
    {
        var path = $"/v1/tickets/{Samples.CountryHint.TicketId}/guestdata";

        Assert.DoesNotContain("passport_number", (await Get(path)).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("passport_number", (await Get(path + "?country_hint=NLD")).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Get(path + "?country_hint=nl")).Status);
    }

    private async Task<List<JsonElement>> All(string path, string name)
    {
        var all = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var heard = await Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page_size=200&page={page}");
            Assert.Equal(HttpStatusCode.OK, heard.Status);
            all.AddRange(heard.Body.GetProperty(name).EnumerateArray());
            if (heard.Body.GetProperty("pagination").GetProperty("next_page").ValueKind is JsonValueKind.Null) return all;
        }
    }

    private static HashSet<string> Set(IEnumerable<JsonElement> of, string member) => [.. of.Select(e => e.GetProperty(member).ToString())];

    private static int Distinct(IEnumerable<JsonElement> of, string member) => Set(of, member).Count;
}
