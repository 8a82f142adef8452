using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution.Dtos;

internal sealed record SessionsDto(ListMetadataDto? Metadata, IReadOnlyList<SessionDto>? Data);

internal sealed record ListMetadataDto(int? Limit, int? Total, int? Offset);

/// <summary>One evening as the Catalog API lists it (page 1b.8). Its availability is coarse and old; the availability call knows better.</summary>
internal sealed record SessionDto
{
    public long? Id { get; init; }
    public string? Name { get; init; }
    public CatalogEventDto? Event { get; init; }
    public VenueDto? Venue { get; init; }
    public SessionDateDto? Date { get; init; }
    public SessionPriceDto? Price { get; init; }
    public AvailabilityDto? Availability { get; init; }
    public bool? ForSale { get; init; }
    public bool? OnSale { get; init; }
    public bool? SoldOut { get; init; }
}

internal sealed record CatalogEventDto(long? Id, string? Name, string? Type, EntityDto? Entity, EventTextsDto? Texts, string? DefaultLanguage);

internal sealed record EntityDto(long? Id, string? Name);

/// <summary>Texts by locale: <c>es-ES</c> here, while <c>default_language</c> says <c>es_ES</c>.</summary>
internal sealed record EventTextsDto(Dictionary<string, string>? Title, Dictionary<string, string>? Subtitle, Dictionary<string, string>? DescriptionShort);

internal sealed record VenueDto(long? Id, string? Name, LocationDto? Location, bool? Graphic);

internal sealed record LocationDto(string? City, CountryDto? Country, string? TimeZone);

internal sealed record CountryDto(string? Code, string? Name);

/// <summary>Sale dates carry the venue's offset, booking dates are UTC.</summary>
internal sealed record SessionDateDto
{
    public NaiveTime? Start { get; init; }
    public NaiveTime? End { get; init; }
    public NaiveTime? SaleStart { get; init; }
    public NaiveTime? SaleEnd { get; init; }
    public bool? StartUnconfirmed { get; init; }
}

internal sealed record SessionPriceDto(AmountDto? Min, AmountDto? MinFinal, string? Currency);

/// <summary>Tax-included value; surcharges come on top (page 1b.9).</summary>
internal sealed record AmountDto(decimal? Value, SurchargeDto? Surcharge)
{
    public decimal Charges => (Surcharge?.Promoter ?? 0) + (Surcharge?.Channel ?? 0);
}

internal sealed record SurchargeDto(decimal? Promoter, decimal? Channel);

/// <summary>What is left of a session, by price type, and in which sectors the numbered ones lie.</summary>
internal sealed record AvailabilityDto(CountDto? Availability, IReadOnlyList<PriceTypeDto>? PriceTypes, IReadOnlyList<SectorDto>? Sectors)
{
    /// <summary>Places left of all price types; null as soon as one of them does not say.</summary>
    public int? Left => PriceTypes is { Count: > 0 } types && types.All(t => t.Availability?.Left is not null) ? types.Sum(t => t.Availability!.Left) : null;
}

internal sealed record CountDto(string? Type, int? Total, int? Available)
{
    /// <summary>Null where the type is another than BOUNDED: then nothing is counted.</summary>
    public int? Left => string.Equals(Type, "BOUNDED", StringComparison.OrdinalIgnoreCase) ? Available : null;
}

internal sealed record PriceTypeDto(long? Id, string? Name, string? Code, CountDto? Availability);

internal sealed record SectorDto(long? Id, string? Name, string? Code, IReadOnlyList<PriceTypeDto>? PriceTypes);

/// <summary>A price of one price type at one rate; the documentation has no sample, so the shape is assumed.</summary>
internal sealed record PriceEntryDto(NamedDto? PriceType, RateDto? Rate, AmountDto? Price, string? Currency);

internal sealed record NamedDto(long? Id, string? Name);

internal sealed record RateDto(long? Id, string? Name, bool? Default);

internal sealed record SeatDto(long? Id, long? SectorId, string? Row, string? Name, long? PriceTypeId, string? Status);
