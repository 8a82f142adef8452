using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>What can be read without having bought anything.</summary>
internal sealed class CatalogueOperations(Xs2EventState state)
{
    private static readonly FilterSet<object> NoFilters = new();

    private static readonly FilterSet<EventRow> EventFilters = new FilterSet<EventRow>()
        .OneOf("sport_type", Words.SportType, e => e.Sport)
        .OneOf("tournament_type", Words.TournamentType, e => e.Tournament.Type)
        .OneOf("event_status", Words.EventStatus, e => e.Status)
        .Date("date_start", e => e.Start).Date("date_stop", e => e.Stop)
        .Date("updated", e => e.Updated).Date("created", e => e.Created)
        .Text("venue_id", e => e.Venue.Id).Text("event_id", e => e.Id).Text("tournament_id", e => e.Tournament.Id)
        .Text("location_id", e => e.Venue.City.LocationId).Text("country", e => e.Venue.City.Country).Text("season", e => e.Tournament.Season)
        .Text("hometeam_id", e => e.Home?.Id).Text("visitingteam_id", e => e.Visitor?.Id)
        .By("team_id", (f, e) => f.Text(e.Home?.Id) || f.Text(e.Visitor?.Id))
        .AnyCase("city", e => e.Venue.City.Name)
        .Contained("event_name", e => e.Name).Contained("tournament_name", e => e.Tournament.Name)
        .Text("slug", e => CatalogueShapes.Slug(e.Name))
        .Number("tickets_available", e => e.Available)
        .By("ticket_price_eur", (f, e) => new[] { e.LowestEuro, e.HighestEuro }.Any(euro => euro is { } price && f.Number(price)))
        .Flag("popular_events", e => e.Popular)
        .Flag("booked", _ => false)
        .Option("accept_language");

    private static readonly FilterSet<Tournament> TournamentFilters = new FilterSet<Tournament>()
        .OneOf("sport_type", Words.SportType, t => t.Sport).OneOf("tournament_type", Words.TournamentType, t => t.Type)
        .Text("tournament_id", t => t.Id).Text("season", t => t.Season).Text("region", t => t.Region);

    private static readonly FilterSet<Venue> VenueFilters = new FilterSet<Venue>()
        .Text("venue_id", v => v.Id).AnyCase("city", v => v.City.Name).Text("country", v => v.City.Country);

    private static readonly FilterSet<Team> TeamFilters = new FilterSet<Team>()
        .Text("team_id", t => t.Id).OneOf("sport_type", Words.SportType, t => t.Sport);

    private static readonly FilterSet<Category> CategoryFilters = new FilterSet<Category>()
        .Text("category_id", c => c.Id).Text("venue_id", c => c.Venue.Id).OneOf("category_type", Words.CategoryType, c => c.Type);

    public Reply Sports(Call call)
    {
        var sports = state.Catalogue.Events.Values.Select(e => e.Sport).Distinct().Order(StringComparer.Ordinal);
        return Paging.List(call, "sports", NoFilters.Apply(call.Query, sports), s => new { sport_id = s });
    }

    public Reply Events(Call call) =>
        Paging.List(call, "events", EventFilters.Apply(call.Query, state.Catalogue.Events.Values, state.Catalogue.Events.GetAt(0).Value), CatalogueShapes.Of);

    public Reply Event(Call call)
    {
        call.AllowOnly("accept_language");
        return Reply.Json(200, CatalogueShapes.Of(Find(state.Catalogue.Events, call, "event")));
    }

    public Reply Tournaments(Call call) =>
        Paging.List(call, "tournaments", TournamentFilters.Apply(call.Query, state.Catalogue.Tournaments.Values), Shape);

    public Reply Tournament(Call call) => Reply.Json(200, Shape(Find(state.Catalogue.Tournaments, call.AllowOnly(), "tournament")));

    public Reply Venues(Call call) =>
        Paging.List(call, "venues", VenueFilters.Apply(call.Query, state.Catalogue.Venues.Values), CatalogueShapes.Of);

    public Reply Venue(Call call) => Reply.Json(200, CatalogueShapes.Of(Find(state.Catalogue.Venues, call.AllowOnly(), "venue")));

    public Reply Teams(Call call) =>
        Paging.List(call, "teams", TeamFilters.Apply(call.Query, state.Catalogue.Teams.Values), CatalogueShapes.Of);

    public Reply Team(Call call) => Reply.Json(200, CatalogueShapes.Of(Find(state.Catalogue.Teams, call.AllowOnly(), "team")));

    public Reply Categories(Call call) =>
        Paging.List(call, "categories", CategoryFilters.Apply(call.Query, state.Catalogue.Categories.Values), CatalogueShapes.Of);

    public Reply Category(Call call) => Reply.Json(200, CatalogueShapes.Of(Find(state.Catalogue.Categories, call.AllowOnly(), "category")));

    public Reply Countries(Call call)
    {
        var countries = state.Catalogue.Venues.Values.Select(v => v.City.Country).Distinct().Order(StringComparer.Ordinal);
        return Paging.List(call, "countries", NoFilters.Apply(call.Query, countries), c => new { country = c });
    }

    public Reply Cities(Call call)
    {
        var cities = state.Catalogue.Venues.Values.Select(v => v.City).Distinct().OrderBy(c => c.Name, StringComparer.Ordinal);
        return Paging.List(call, "cities", new FilterSet<City>().Text("country", c => c.Country).Apply(call.Query, cities),
            c => new { city = c.Name, country = c.Country, location_id = c.LocationId });
    }

    private object Shape(Tournament of) =>
        CatalogueShapes.Of(of, [.. state.Catalogue.Events.Values.Where(e => e.Tournament == of)]);

    private static T Find<T>(OrderedDictionary<string, T> all, Call call, string what) =>
        all.TryGetValue(call.Part("id"), out var found) ? found : throw Problems.NotFound($"This {what}");
}
