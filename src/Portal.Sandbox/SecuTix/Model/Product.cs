namespace Portal.Sandbox.SecuTix.Model;

/// <summary>Something an institution sells: an event with performances, or a pass, a service or goods with items.</summary>
internal sealed class Product
{
    public required long Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The product family's type: SINGLE_ENTRY, PASS, SERVICE, GOODS.</summary>
    public required string Family { get; init; }

    public string State { get; set; } = "RUNNING";

    /// <summary>Lower-case word: opera, concert, dance…</summary>
    public string Genre { get; init; } = "";

    /// <summary>Tickets bear the holder's name.</summary>
    public bool Nominative { get; init; }

    public House? House { get; init; }

    /// <summary>Thousandths of a percent.</summary>
    public int VatRate { get; init; } = 5500;

    /// <summary>Its own order expiry delay, where it has one.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Its own order maximum lifespan, where it has one.</summary>
    public TimeSpan? Lifespan { get; init; }

    public List<Performance> Performances { get; } = [];

    public List<Item> Items { get; } = [];
}

/// <summary>One dated occurrence, with the stock of each of its seat categories.</summary>
internal sealed class Performance(long id, Product product, DateTime start)
{
    public long Id { get; } = id;

    public Product Product { get; } = product;

    /// <summary>The house's wall clock.</summary>
    public DateTime Start { get; set; } = start;

    public int Minutes { get; init; } = 150;

    public string State { get; set; } = "RUNNING";

    /// <summary>By seat category.</summary>
    public SortedDictionary<long, Pool> Pools { get; } = [];
}

/// <summary>What is bought of a pass, a service or goods.</summary>
internal sealed record Item(long Id, string Name, Product Product, Pool Pool, int MinQty = 1, int MaxQty = 20);

/// <summary>A house and the seat categories of its plan.</summary>
internal sealed record House(long SiteId, string Code, string Name, string City, string Country, string TimeZone, long ConfigurationId, IReadOnlyList<SeatCategory> Categories);

/// <summary>A seat category: the same id at every performance of its house.</summary>
internal sealed record SeatCategory(long Id, string Code, string Name, bool Numbered, int Gauge, decimal Rate);

/// <summary>An audience sub-category.</summary>
/// <param name="Kind">FULL, REDUCED or FREE.</param>
/// <param name="Rate">Its part of the full price.</param>
internal sealed record Audience(long Id, string Code, string Name, string Kind, decimal Rate)
{
    public static readonly Audience Full = new(10_229_300_001, "PLEIN", "Full price", "FULL", 1m);
    public static readonly Audience Reduced = new(10_229_300_002, "REDUIT", "Reduced, under 26", "REDUCED", 0.6m);
    public static readonly Audience Free = new(10_229_300_003, "EXO", "Child under 6", "FREE", 0m);

    public static readonly IReadOnlyList<Audience> All = [Full, Reduced, Free];
}
