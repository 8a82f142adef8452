using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma.Dtos;

/// <summary>GET products (page 2.3). Everything may be missing: two revisions are about.</summary>
internal sealed record ProductsDto(string? CompanyName, string? Currency, IReadOnlyList<ProductDto>? Products);

/// <param name="SlotType"><c>day</c> or <c>time</c>.</param>
/// <param name="Categories">Empty: cannot be booked through the API.</param>
internal sealed record ProductDto(
    string? Id, string? Name, IReadOnlyDictionary<string, string?>? NameTranslations, string? Description, IReadOnlyDictionary<string, string?>? DescriptionTranslations,
    bool? IsActive, string? SlotType, IReadOnlyList<CategoryDto>? Categories)
{
    public bool IsDay => string.Equals(SlotType, "day", StringComparison.OrdinalIgnoreCase);

    /// <summary>The languages it can be booked in; empty when not told.</summary>
    public IReadOnlyList<string> Languages => [.. NameTranslations?.Keys ?? []];
}

/// <summary>A person category.</summary>
internal sealed record CategoryDto(string? Id, string? Name, IReadOnlyDictionary<string, string?>? NameTranslations, int? AgeFrom, int? AgeTo);

/// <summary>GET availabilities (page 2.3).</summary>
internal sealed record AvailabilitiesDto(string? CompanyName, string? Currency, IReadOnlyList<AvailabilityDto>? Availabilities);

/// <param name="StartsAt">The merchant's wall clock, kept as written: it is echoed in what follows.</param>
/// <param name="ClosingAt">The last moment to book; null where there is no cut-off.</param>
/// <param name="AvailabilityCount">Null is without limit, 0 sold out.</param>
internal sealed record AvailabilityDto(string? StartsAt, NaiveTime? ClosingAt, int? AvailabilityCount, IReadOnlyList<PriceDto>? Prices)
{
    public DateTime? Start => NaiveTime.Parse(StartsAt)?.Wall;
}

/// <param name="AllowZeroQuantity">False: the category must be among those taken.</param>
internal sealed record PriceDto(string? CategoryId, long? PriceInCents, int? MinQuantity, int? MaxQuantity, bool? AllowZeroQuantity);
