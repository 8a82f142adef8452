namespace Portal.Sandbox.OneboxDistribution.Model;

/// <summary>One evening: its times, what it sells, and its rules.</summary>
internal sealed class SessionRow
{
    public required long Id { get; init; }
    public required EventRow Event { get; init; }

    /// <summary>Wall clock at the house.</summary>
    public required DateTime Start { get; set; }
    public required DateTime SaleStart { get; init; }
    public DateTime SaleEnd => Start.AddMinutes(-30);

    /// <summary>UTC; outside of it nothing can be kept unpaid.</summary>
    public DateTime? BookingStart { get; init; }
    public DateTime? BookingEnd { get; init; }
    public bool StartUnconfirmed { get; init; }
    public bool ForSale { get; set; } = true;
    public int MaxPerOrder { get; init; } = 10;
    public required IReadOnlyList<Rate> Rates { get; init; }
    public IReadOnlyList<AttendeeField> Attendees { get; init; } = [];
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];

    /// <summary>The only channel it is assigned to; null for all.</summary>
    public long? OnlyChannel { get; init; }
    public List<PriceType> PriceTypes { get; } = [];
    public OrderedDictionary<long, Seat> Seats { get; } = [];
    public List<Sector> Sectors { get; } = [];

    /// <summary>What lists say is left, and since when: they are renewed only now and then.</summary>
    public (DateTime At, IReadOnlyDictionary<long, int> Available)? Listed { get; set; }

    public Rate DefaultRate => Rates.First(r => r.Default);

    public DateTime StartUtc => Utc(Start);

    public bool OnSale(DateTime utcNow) => ForSale && Utc(SaleStart) <= utcNow && utcNow <= Utc(SaleEnd);

    public bool CanBook(DateTime utcNow) => BookingStart <= utcNow && utcNow < BookingEnd;

    public DateTimeOffset AtVenue(DateTime local) => new(local, Event.Venue.Zone.GetUtcOffset(local));

    private DateTime Utc(DateTime local) => AtVenue(local).UtcDateTime;
}
