using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution.Catalogue;

/// <summary>Everything that is on, found by id.</summary>
internal sealed class DistributionCatalogue
{
    private readonly Dictionary<string, Venue> _venues = [];
    private readonly Dictionary<string, Entity> _entities = [];

    public OrderedDictionary<long, EventRow> Events { get; } = [];
    public OrderedDictionary<long, SessionRow> Sessions { get; } = [];
    public Dictionary<long, Seat> Seats { get; } = [];
    public Dictionary<long, PriceType> PriceTypes { get; } = [];

    public Entity EntityOf(string name) =>
        _entities.TryGetValue(name, out var known) ? known : _entities[name] = new Entity(4100 + _entities.Count, name);

    public Venue VenueOf(Stage stage, string kind)
    {
        if (_venues.TryGetValue(stage.Name, out var known)) return known;
        var number = _venues.Count;
        var (countryName, postal) = stage.Country switch { "ES" => ("España", 8001), "FR" => ("Francia", 69000), "CH" => ("Suiza", 8002), "PT" => ("Portugal", 1100), _ => ("—", 1000) };
        return _venues[stage.Name] = new Venue(5200 + number, stage.Name, kind, $"Calle del Puerto {3 + number * 4}", stage.City, stage.Country, countryName, $"{postal + number * 3:00000}", stage.TimeZone);
    }

    public EventRow Add(EventRow added) => Events[added.Id] = added;

    public SessionRow Add(SessionRow added)
    {
        added.Event.Sessions.Add(added);
        return Sessions[added.Id] = added;
    }

    public PriceType Add(PriceType added)
    {
        added.Session.PriceTypes.Add(added);
        return PriceTypes[added.Id] = added;
    }

    public void Add(Seat added)
    {
        added.PriceType.Seats.Add(added);
        added.PriceType.Session.Seats[added.Id] = added;
        Seats[added.Id] = added;
    }
}
