namespace Portal.Sandbox.SecuTix;

/// <summary>An offer that tests may rely on: a seat category of a performance, or an item, for one audience.</summary>
/// <param name="Price">Thousandths, at the start.</param>
/// <param name="Stock">At the start; null is as many as one likes.</param>
public sealed record SecuTixSample(long ProductId, long? PerformanceId, long? SeatCategoryId, long? ItemId, long AudienceId, long Price, int? Stock);

/// <summary>Offers that are the same in every sandbox, one for each rule of the page, with plenty of stock unless their name says otherwise.</summary>
public sealed class SecuTixSamples
{
    private readonly Dictionary<string, SecuTixSample> _byName;

    internal SecuTixSamples(Dictionary<string, SecuTixSample> byName) => _byName = byName;

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, SecuTixSample> ByName => _byName;

    /// <summary>An opera, numbered seats, full price.</summary>
    public SecuTixSample Opera => _byName[nameof(Opera)];

    /// <summary>The same evening and category, reduced.</summary>
    public SecuTixSample OperaReduced => _byName[nameof(OperaReduced)];

    /// <summary>The same evening and category, free.</summary>
    public SecuTixSample OperaFree => _byName[nameof(OperaFree)];

    /// <summary>The same evening, a category without numbers.</summary>
    public SecuTixSample OperaGallery => _byName[nameof(OperaGallery)];

    /// <summary>Another evening of the same opera.</summary>
    public SecuTixSample OperaOtherEvening => _byName[nameof(OperaOtherEvening)];

    /// <summary>A concert's floor, not numbered.</summary>
    public SecuTixSample Concert => _byName[nameof(Concert)];

    /// <summary>Two left.</summary>
    public SecuTixSample LastTwo => _byName[nameof(LastTwo)];

    /// <summary>None left.</summary>
    public SecuTixSample SoldOut => _byName[nameof(SoldOut)];

    /// <summary>Its holders must be named, for which no call is documented.</summary>
    public SecuTixSample Nominative => _byName[nameof(Nominative)];

    /// <summary>Its product is shown, but suspended.</summary>
    public SecuTixSample Suspended => _byName[nameof(Suspended)];

    /// <summary>Its product has its own delay: 5 minutes.</summary>
    public SecuTixSample ShortDelay => _byName[nameof(ShortDelay)];

    /// <summary>Its product has its own delay, 30 minutes, and its own lifespan, 60.</summary>
    public SecuTixSample LongDelay => _byName[nameof(LongDelay)];

    /// <summary>A museum's pass: the purchaser must be named; may be reserved, not taken as an option.</summary>
    public SecuTixSample Museum => _byName[nameof(Museum)];

    /// <summary>A service with a quota; may be neither reserved nor taken as an option.</summary>
    public SecuTixSample Service => _byName[nameof(Service)];

    /// <summary>Goods without a quota.</summary>
    public SecuTixSample Goods => _byName[nameof(Goods)];
}
