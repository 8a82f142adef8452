namespace Portal.Providers.SecuTix.Dtos;

internal sealed record PosConfigResultDto : ResultDto
{
    public PosConfigDto? PosConfigData { get; init; }
}

/// <summary>The point of sale's settings (page 2.6).</summary>
internal sealed record PosConfigDto
{
    public string? PosId { get; init; }
    public string? OrganizationId { get; init; }
    public string? OrganizationCode { get; init; }
    public string? OrganizationTimeZone { get; init; }
    public string? CurrencyCode { get; init; }
    public CurrencyDto? InstitutionCurrency { get; init; }
    /// <summary>Minutes, as far as is known.</summary>
    public int? OrderAbandonDelay { get; init; }
    public int? MaxSeatsPerPerformance { get; init; }
    public IReadOnlyList<PaymentMethodDto>? PaymentMethods { get; init; }
    public IReadOnlyList<ProductFamilyDto>? ProductFamilies { get; init; }
}

internal sealed record PaymentMethodDto(string? Id, string? Code, string? PaymentType, bool? ForPayment, int? Rank);

internal sealed record ProductFamilyDto(string? ProductFamilyType, bool? ContactRequired, string? Reservable, string? DirectOption);

internal sealed record EventAvailabilityResultDto : ResultDto
{
    public EventAvailabilityDto? EventAvailabilityData { get; init; }
}

internal sealed record EventAvailabilityDto(IReadOnlyList<PerformanceAvailabilityDto>? PerformanceAvailabilities);

internal sealed record PerformanceAvailabilityDto(string? PerformanceId, string? SeatCategoryId, int? AvailableQuantity);

internal sealed record ProductAvailabilityResultDto : ResultDto
{
    public ProductAvailabilityDto? ProductAvailabilityData { get; init; }
}

internal sealed record ProductAvailabilityDto(IReadOnlyList<ItemAvailabilityDto>? ItemAvailabilities);

internal sealed record ItemAvailabilityDto(string? ProductId, string? ItemId, int? AvailableQuantity);
