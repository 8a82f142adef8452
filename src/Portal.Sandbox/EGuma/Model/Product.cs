namespace Portal.Sandbox.EGuma.Model;

/// <summary>A house or company that sells its own tickets through e-guma.</summary>
/// <param name="Language">Its default language, two letters.</param>
internal sealed record Merchant(string Id, string CompanyName, string Currency, string TimeZone, string Language);

/// <summary>A person category of one product.</summary>
internal sealed class Category
{
    public required string Id { get; init; }
    public required IReadOnlyDictionary<string, string> Names { get; init; }
    public int? AgeFrom { get; init; }
    public int? AgeTo { get; init; }
    public int MinQuantity { get; init; } = 1;
    public int MaxQuantity { get; init; } = 20;
    public bool AllowZero { get; init; } = true;

    /// <summary>On a working day; the weekend may cost more.</summary>
    public required long PriceInCents { get; set; }
}

/// <summary>Something to visit: open by the day, or entered at slots.</summary>
internal sealed class Product
{
    public required string Id { get; init; }
    public required Merchant Merchant { get; init; }

    /// <summary>By language; the first is the default one. The only languages a booking may be made in.</summary>
    public required OrderedDictionary<string, string> Names { get; init; }
    public required OrderedDictionary<string, string> Descriptions { get; init; }
    public required OpeningHours Hours { get; init; }
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Places in one slot or day; null is without limit.</summary>
    public int? Capacity { get; init; }
    public long WeekendExtraInCents { get; init; }

    /// <summary>Nobody else has bought anything: for offers that tests rely on.</summary>
    public bool Untouched { get; init; }

    /// <summary>The users its sales channel lists; null is everybody of the merchant.</summary>
    public IReadOnlyList<string>? EnabledFor { get; init; }

    /// <summary>False: its set-up cannot be sold by this API, or somebody took the sales channel off. It is missing without a word.</summary>
    public bool Listed { get; set; } = true;
    public bool Active { get; set; } = true;
    public required DateTime Updated { get; set; }

    public string SlotType => Hours.ByDay ? "day" : "time";

    /// <summary>The slot that starts then; null where there is none.</summary>
    public Slot? SlotAt(DateTime startsAt) => Hours.SlotsOf(this, DateOnly.FromDateTime(startsAt)).FirstOrDefault(s => s.StartsAt == startsAt);

    public long PriceOf(Category category, DateTime startsAt) =>
        category.PriceInCents + (category.PriceInCents > 0 && startsAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WeekendExtraInCents : 0);
}
