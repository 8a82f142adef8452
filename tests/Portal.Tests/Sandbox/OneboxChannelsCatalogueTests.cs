using System.Net;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

public sealed class OneboxChannelsCatalogueTests : OneboxChannelsTest
{
    [Fact]
    public async Task A_search_without_a_type_finds_no_activities()
    {
        var events = Good(await Get("/events/search")).All("event-search-info");
        var all = Good(await Get("/events/search", ("eventType", "EVENT"), ("eventType", "ACTIVITY"))).All("event-search-info");

        Assert.True(events.Count >= 40);
        Assert.True(all.Count > events.Count + 5);
        Assert.All(Programme.From(Clock.GetUtcNow().UtcDateTime).Where(e => e.IsSoldBy(Seller.OneboxChannels)), evening =>
            Assert.Contains(events, e => e.Value.Contains(evening.Title, StringComparison.Ordinal) && e.Value.Contains($"{evening.Start:yyyy-MM-ddTHH:mm:ss}", StringComparison.Ordinal)));
        Refused("1008", HttpStatusCode.BadRequest, await Get("/events/search", ("city", "Madrid")));
        Refused("1003", HttpStatusCode.BadRequest, await Get("/events/search", ("eventType", "OPERA")));
    }

    [Fact]
    public async Task What_another_channel_sells_does_not_exist_here()
    {
        var of = Samples.OtherChannelOnly;

        Refused("1030", HttpStatusCode.NotFound, await Get($"/event/{of.EventId}/info"));
        Refused("1040", HttpStatusCode.NotFound, await Get($"/session/{of.SessionId}/info"));
    }

    [Fact]
    public async Task A_session_tells_zones_rates_or_ticket_types_with_charges_on_top()
    {
        var theatre = Good(await Get($"/session/{Samples.Theatre.SessionId}/info"));
        var museum = Good(await Get($"/session/{Samples.Museum.SessionId}/info"));

        Assert.Equal(3, theatre.All("price-zone-availability").Count);
        Assert.Equal("true", theatre.All("sessionRate").Single(r => r.Attribute("default")!.Value == "true").Attribute("default")!.Value);
        Assert.Equal($"{Samples.Theatre.Left}", theatre.All("available")[0].Value);
        Assert.Equal(3, museum.All("activity-ticket-type-availability").Count);
        Assert.Equal("false", museum.Value("bestSeatsOperationSupported"));
    }

    [Fact]
    public async Task A_map_leads_from_its_root_to_seats_that_carry_a_status()
    {
        var root = Good(await Get($"/session/{Samples.GrandHouse.SessionId}/seatMap/rootView"));
        Assert.Empty(root.All("seat"));
        var floor = root.All("link")[0].Attribute("targetViewId")!.Value;

        var view = Good(await Get($"/session/{Samples.GrandHouse.SessionId}/seatMap/{floor}"));
        var status = Good(await Get($"/session/{Samples.GrandHouse.SessionId}/seatMap/{floor}/status"));

        Assert.Equal(view.All("seat").Select(s => s.Attribute("id")!.Value).Order(), status.All("seatStatus").Select(s => s.Attribute("id")!.Value).Order());
        Refused("1045", HttpStatusCode.Conflict, await Get($"/session/{Samples.Arena.SessionId}/seatMap/rootView"));
        Refused("1046", HttpStatusCode.NotFound, await Get($"/session/{Samples.Theatre.SessionId}/seatMap/999/status"));
    }
}
