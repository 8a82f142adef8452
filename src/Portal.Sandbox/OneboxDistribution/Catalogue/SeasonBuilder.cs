using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution.Catalogue;

/// <summary>Makes the season: the same for the same seed, always ahead of the day the sandbox first started.</summary>
internal sealed class SeasonBuilder(DistributionCatalogue catalogue, LayoutBuilder layout, int seed, DateTime anchor)
{
    private readonly Random _dice = new(seed);

    /// <summary>Four weeks back is early enough for everything to be on sale.</summary>
    private DateTime SaleStart => anchor.Date.AddDays(-28).AddHours(10);

    public void Build()
    {
        AddProgramme();
        var number = 0;
        foreach (var tour in Acts.Tours)
            for (var leg = 0; leg < 4; leg++, number++)
            {
                var (stage, kind, entity) = Acts.Houses[(number * 3 + leg) % Acts.Houses.Count];
                var made = AddEvent(number, tour.Title, tour.Kind, entity, catalogue.VenueOf(stage, kind));
                var first = anchor.Date.AddDays(6 + (_dice.Next(150) + number * 5) % 170).AddHours(tour.Kind == "comedy" ? 22 : 18 + number % 4).AddMinutes(number % 2 * 30);
                var nights = kind == "theatre" ? 3 : number % 3 == 0 ? 2 : 1;
                for (var night = 0; night < nights; night++)
                    layout.Fill(AddSession(made, first.AddDays(night), Rules(number, night)), tour.Price, _dice.NextDouble() * 0.8);
            }
    }

    public EventRow AddEvent(int number, string title, string kind, string entity, Venue venue) =>
        catalogue.Add(new EventRow(28_000 + catalogue.Events.Count * 7 + number % 3, title, kind, catalogue.EntityOf(entity), venue));

    /// <param name="rules">Sets what is not as usual.</param>
    public SessionRow AddSession(EventRow of, DateTime start, SessionRules rules)
    {
        var id = 480_000L + catalogue.Sessions.Count * 13;
        return catalogue.Add(new SessionRow
        {
            Id = id,
            Event = of,
            Start = start,
            SaleStart = rules.SaleStart ?? SaleStart,
            BookingStart = rules.BookableFor is null ? null : DateTime.SpecifyKind(anchor, DateTimeKind.Utc).AddDays(-10),
            BookingEnd = rules.BookableFor is { } until ? DateTime.SpecifyKind(anchor, DateTimeKind.Utc) + until : null,
            StartUnconfirmed = rules.StartUnconfirmed,
            ForSale = rules.ForSale,
            MaxPerOrder = rules.MaxPerOrder,
            Attendees = rules.Attendees,
            Promotions = rules.Promotions,
            OnlyChannel = rules.OnlyChannel,
            Rates = [new(id * 10 + 1, "General", true, 1m), new(id * 10 + 2, "Reducida", false, 0.8m), new(id * 10 + 3, "Joven", false, 0.65m)],
        });
    }

    /// <summary>Evenings that other systems sell too, one event per tour.</summary>
    private void AddProgramme()
    {
        foreach (var tour in Programme.From(anchor).Where(e => e.IsSoldBy(Seller.OneboxDistribution)).GroupBy(e => (e.Title, e.Stage)))
        {
            var kind = tour.First().Kind switch { "concert" => "arena", "comedy" => "club", _ => "theatre" };
            var made = AddEvent(tour.First().Number, tour.First().SpeltBy(Seller.OneboxDistribution), tour.First().Kind, $"Promotora {tour.Key.Stage.City}", catalogue.VenueOf(tour.Key.Stage, kind));
            foreach (var evening in tour) layout.Fill(AddSession(made, evening.Start, new SessionRules()), 24 + evening.Number % 5 * 6, 0.3);
        }
    }

    private static SessionRules Rules(int number, int night) => new()
    {
        StartUnconfirmed = number % 19 == 7,
        Attendees = number % 8 == 3 ? Acts.NamesOnly : [],
        BookableFor = number % 2 == 0 ? TimeSpan.FromDays(20 + night) : null,
        Promotions = number % 5 == 0 ? Acts.Promotions : [],
        MaxPerOrder = number % 9 == 4 ? 6 : 10,
    };
}

/// <summary>What may be special about a session.</summary>
internal sealed record SessionRules
{
    public DateTime? SaleStart { get; init; }

    /// <summary>How long from the anchor on it may be booked without paying; null for never.</summary>
    public TimeSpan? BookableFor { get; init; }
    public bool StartUnconfirmed { get; init; }
    public bool ForSale { get; init; } = true;
    public int MaxPerOrder { get; init; } = 10;
    public IReadOnlyList<AttendeeField> Attendees { get; init; } = [];
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];
    public long? OnlyChannel { get; init; }
}
