using System.Globalization;
using System.Text.Json;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

public sealed class DistributionCatalogueTests : DistributionTest
{
    [Fact]
    public async Task The_list_comes_in_pages_of_a_hundred_and_lies_ahead()
    {
        var first = await Get("/catalog-api/v1/sessions");
        var second = await Get("/catalog-api/v1/sessions?limit=100&offset=100");
        var total = first.Body.GetProperty("metadata").GetProperty("total").GetInt32();

        Assert.InRange(total, 80, 200);
        Assert.Equal(100, Data(first).Length);
        Assert.Equal(total - 100, Data(second).Length);
        Assert.All(Data(first), s => Assert.True(DateTimeOffset.Parse(s.GetProperty("date").GetProperty("start").GetString()!, CultureInfo.InvariantCulture) > Clock.GetUtcNow()));
        Assert.Equal(("es_ES", true), (Data(first)[0].GetProperty("event").GetProperty("default_language").GetString(), Data(first)[0].GetProperty("event").GetProperty("texts").GetProperty("title").TryGetProperty("es-ES", out _)));
        Refused(await Get("/catalog-api/v1/sessions?limit=101"), 400, "DIST0001");
        Refused(await Get("/catalog-api/v1/sessions?page=2"), 400, "DIST0001");
    }

    [Fact]
    public async Task At_least_forty_events_of_its_own_and_the_shared_evenings_are_listed()
    {
        var sessions = Data(await Get("/catalog-api/v1/sessions")).Concat(Data(await Get("/catalog-api/v1/sessions?offset=100"))).ToList();
        var shared = Programme.From(Clock.GetUtcNow().UtcDateTime).Where(e => e.IsSoldBy(Seller.OneboxDistribution)).ToList();

        Assert.All(shared, e => Assert.Single(sessions, s =>
            s.GetProperty("venue").GetProperty("name").GetString() == e.Stage.Name && s.GetProperty("date").GetProperty("start").GetString()!.StartsWith($"{e.Start:yyyy-MM-ddTHH:mm:ss}", StringComparison.Ordinal)
            && string.Equals(s.GetProperty("name").GetString(), e.Title, StringComparison.OrdinalIgnoreCase)));
        Assert.True(sessions.Select(s => s.GetProperty("event").GetProperty("id").GetInt64()).Distinct().Count() >= 40 + 12);
    }

    [Fact]
    public async Task The_list_lags_behind_the_availability_call()
    {
        await Get($"/catalog-api/v1/sessions/{Samples.Zone.SessionId}");
        await Held(Samples.Zone, 5);

        var listed = await Get($"/catalog-api/v1/sessions/{Samples.Zone.SessionId}");
        var live = await Get($"/catalog-api/v1/sessions/{Samples.Zone.SessionId}/availability");
        Assert.Equal((300, 295), (Available(listed.Body.GetProperty("availability")), Available(live.Body)));

        Clock.Advance(Sandbox.OneboxDistribution.Options.ListsLagBehind);
        await Held(Samples.Zone, 1);
        Assert.Equal(299, Available((await Get($"/catalog-api/v1/sessions/{Samples.Zone.SessionId}")).Body.GetProperty("availability")));

        int Available(JsonElement of) => of.GetProperty("price_types").EnumerateArray().Single(p => p.GetProperty("id").GetInt64() == Samples.Zone.PriceTypeId).GetProperty("availability").GetProperty("available").GetInt32();
    }

    [Fact]
    public async Task Prices_are_told_per_price_type_and_rate_with_their_surcharges()
    {
        var prices = (await Get($"/catalog-api/v1/sessions/{Samples.Zone.SessionId}/prices")).Body.EnumerateArray().ToList();

        Assert.Equal(6, prices.Count);
        var reduced = prices.Single(p => p.GetProperty("price_type").GetProperty("id").GetInt64() == Samples.ZoneReduced.PriceTypeId && p.GetProperty("rate").GetProperty("id").GetInt64() == Samples.ZoneReduced.RateId).GetProperty("price");
        var surcharge = reduced.GetProperty("surcharge");
        Assert.Equal(25.6m, reduced.GetProperty("value").GetDecimal());
        Assert.Equal(Samples.ZoneReduced.Price, 25.6m + surcharge.GetProperty("promoter").GetDecimal() + surcharge.GetProperty("channel").GetDecimal());
    }

    [Fact]
    public async Task Seats_tell_their_state_and_other_channels_sessions_do_not_exist()
    {
        var order = await Created();
        await Seats(order, Samples.Numbered, Samples.Numbered.Seats[0]);

        var seats = (await Get($"/catalog-api/v1/sessions/{Samples.Numbered.SessionId}/seats")).Body.EnumerateArray().ToList();
        Assert.Equal("HELD", seats.Single(s => s.GetProperty("id").GetInt64() == Samples.Numbered.Seats[0]).GetProperty("status").GetString());
        Assert.Equal(83, seats.Count(s => s.GetProperty("status").GetString() == "FREE"));
        var map = (await Get($"/catalog-api/v1/sessions/{Samples.Numbered.SessionId}/venue-map")).Body;
        var view = map.GetProperty("views")[0].GetProperty("id").GetInt64();
        Assert.Equal(84, (await Get($"/catalog-api/v1/sessions/{Samples.Numbered.SessionId}/seats?view_id={view}")).Body.GetArrayLength());
        Refused(await Get($"/catalog-api/v1/sessions/{Samples.OtherChannels.SessionId}"), 404, "SESSION_NOT_FOUND");
    }

    private static JsonElement[] Data(Heard list) => [.. list.Body.GetProperty("data").EnumerateArray()];
}
