using System.Text.Json.Serialization;

namespace Portal.Providers.SecuTix.Dtos;

internal sealed record CatalogResultDto : ResultDto
{
    public CatalogDto? CatalogData { get; init; }
}

/// <summary>What the operator's sales channel sells: by season in one shape that was seen, directly in another (page 2.6).</summary>
internal sealed record CatalogDto
{
    public IReadOnlyList<SeasonDto>? Seasons { get; init; }
    public IReadOnlyList<ProductDto>? Products { get; init; }
    public IReadOnlyList<PhysicalConfigurationDto>? PhysicalConfigurations { get; init; }
    public IReadOnlyList<SiteDto>? Sites { get; init; }
    public IReadOnlyList<AudienceDto>? AudienceSubCategories { get; init; }

    [JsonIgnore]
    public IEnumerable<ProductDto> AllProducts => (Seasons ?? []).SelectMany(s => s.Products ?? []).Concat(Products ?? []);
}

internal sealed record SeasonDto(string? Code, IReadOnlyList<ProductDto>? Products);

internal sealed record ProductDto
{
    public string? Id { get; init; }
    public string? Code { get; init; }
    public NameDto? ExternalName { get; init; }
    public string? ProductFamilyType { get; init; }
    public string? State { get; init; }
    public bool? IsNominative { get; init; }
    public EventDto? Event { get; init; }
    public ItemsDto? Pass { get; init; }
    public ItemsDto? Service { get; init; }
    public ItemsDto? Goods { get; init; }

    [JsonIgnore]
    public ItemsDto? Simple => Pass ?? Service ?? Goods;
}

internal sealed record EventDto(string? Genre, IReadOnlyList<PerformanceDto>? Performances);

internal sealed record PerformanceDto
{
    public string? Id { get; init; }
    public string? State { get; init; }
    public string? Start { get; init; }
    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }
    public string? PhysicalConfigurationId { get; init; }
    public IReadOnlyList<SeatCategoryDto>? SeatCategories { get; init; }
    public IReadOnlyList<PriceDto>? Prices { get; init; }
}

internal sealed record SeatCategoryDto(string? Id, string? Code, NameDto? ExternalName, bool? Numbered);

internal sealed record PriceDto(string? SeatCatId, string? AudSubCatId, decimal? Amount);

internal sealed record ItemsDto(string? SiteId, IReadOnlyList<ItemDto>? Items);

internal sealed record ItemDto(string? ItemId, NameDto? ExternalName, IReadOnlyList<ItemPriceDto>? ItemPrices);

internal sealed record ItemPriceDto(decimal? Amount, string? AudSubCatId, int? MinQty, int? MaxQty, int? Quota);

internal sealed record PhysicalConfigurationDto(string? Id, string? SiteId, string? SiteCode);

internal sealed record SiteDto(string? Id, string? Code, NameDto? ExternalName, string? TimeZone, SiteAddressDto? SiteAddress);

internal sealed record SiteAddressDto(string? CountryCode, string? Locality);

internal sealed record AudienceDto(string? Id, string? Code, NameDto? ExternalName);
