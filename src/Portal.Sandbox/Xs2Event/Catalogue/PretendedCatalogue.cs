using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Catalogue;

/// <summary>Everything that is on, found by id.</summary>
internal sealed class PretendedCatalogue
{
    public OrderedDictionary<string, EventRow> Events { get; } = [];
    public OrderedDictionary<string, TicketRow> Tickets { get; } = [];
    public OrderedDictionary<string, Venue> Venues { get; } = [];
    public OrderedDictionary<string, Team> Teams { get; } = [];
    public OrderedDictionary<string, Tournament> Tournaments { get; } = [];
    public OrderedDictionary<string, Category> Categories { get; } = [];

    public static IReadOnlyList<Supplier> Suppliers { get; } =
    [
        new(Ids.Of("supplier own", "_spp"), "organiser", IsXs2Event: true),
        new(Ids.Of("supplier market", "_spp"), "reseller", IsXs2Event: false),
        new(Ids.Of("supplier club", "_spp"), "organiser", IsXs2Event: false),
    ];

    /// <param name="namePatterns">Several, separated by bars; each city has its own.</param>
    public Venue VenueAt(City city, string kind, string namePatterns) =>
        GetOrAdd(Venues, $"{kind} {city.Name}", "_vnx", id => new Venue(
            id, NameIn(city, namePatterns.Split('|')), city, kind,
            kind switch { "stadium" => 42_000, "circuit" => 90_000, "arena" => 12_500, "court" => 8_000, _ => 20_000 }));

    public Team TeamAt(Venue home, string sport, string nickname) =>
        GetOrAdd(Teams, $"{sport} {home.City.Name} {nickname}", "_tms", id => new Team(id, $"{home.City.Name} {nickname}", sport, home));

    public Tournament TournamentOf(string name, string type, string sport, string season, string region) =>
        GetOrAdd(Tournaments, $"{name} {season}", "_trn", id => new Tournament(id, name, type, sport, season, region));

    public Category CategoryIn(Venue venue, SeatPlan seat) =>
        GetOrAdd(Categories, $"{venue.Id} {seat.Name}", "_ctg", id => new Category(id, seat.Name, seat.Type, venue));

    public EventRow Add(EventRow added) => Events[added.Id] = added;

    public TicketRow Add(TicketRow added)
    {
        added.Event.Tickets.Add(added);
        return Tickets[added.Id] = added;
    }

    private static string NameIn(City city, string[] patterns) =>
        patterns[city.Name.Sum(letter => letter) % patterns.Length].Replace("{city}", city.Name, StringComparison.Ordinal);

    private static T GetOrAdd<T>(OrderedDictionary<string, T> all, string name, string suffix, Func<string, T> make)
    {
        var id = Ids.Of(typeof(T).Name + " " + name, suffix);
        return all.TryGetValue(id, out var known) ? known : all[id] = make(id);
    }
}
