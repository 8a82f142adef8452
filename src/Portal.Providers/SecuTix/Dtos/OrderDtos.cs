namespace Portal.Providers.SecuTix.Dtos;

/// <summary>createOrUpdateOrder and abandonMovements: what changed, not the whole (page 2.5). The data are nested or at top level.</summary>
internal sealed record OrderUpdateResultDto : ResultDto
{
    public OrderUpdateDto? OrderUpdateData { get; init; }
    public string? OrderId { get; init; }
    public IReadOnlyList<OperationDto>? OperationDataUpdates { get; init; }
    public IReadOnlyList<MovementDto>? MovementDataUpdates { get; init; }
    public IReadOnlyList<string>? RemoveOperationIds { get; init; }
    public IReadOnlyList<string>? RemoveMovementIds { get; init; }

    public OrderUpdateDto Update => OrderUpdateData ?? new OrderUpdateDto
    {
        OrderId = OrderId, OperationDataUpdates = OperationDataUpdates, MovementDataUpdates = MovementDataUpdates,
        RemoveOperationIds = RemoveOperationIds, RemoveMovementIds = RemoveMovementIds,
    };
}

internal sealed record OrderUpdateDto
{
    public string? OrderId { get; init; }
    public IReadOnlyList<OperationDto>? OperationDataUpdates { get; init; }
    public IReadOnlyList<MovementDto>? MovementDataUpdates { get; init; }
    public IReadOnlyList<string>? RemoveOperationIds { get; init; }
    public IReadOnlyList<string>? RemoveMovementIds { get; init; }
}

internal sealed record OperationDto
{
    public string? OperationId { get; init; }
    public string? FileId { get; init; }
    public string? ProductId { get; init; }
    public string? PerformanceId { get; init; }
    public string? SeatCategoryId { get; init; }
    public string? ItemId { get; init; }
    public string? AudienceSubCategoryId { get; init; }
    public int? Quantity { get; init; }
    public bool? IsNominative { get; init; }
    /// <summary>Thousandths.</summary>
    public decimal? UnitPrice { get; init; }
    public CurrencyDto? CatalogCurrency { get; init; }

    public string OfferRef => new SecuTixOffer(PerformanceId, SeatCategoryId, ItemId, AudienceSubCategoryId ?? "").Name;
}

internal sealed record MovementDto
{
    public string? MovementId { get; init; }
    public string? OperationId { get; init; }
    public string? SeatId { get; init; }
    public string? SeatCategory { get; init; }
    public string? Row { get; init; }
    public string? Number { get; init; }
    public string? Barcode { get; init; }
    public string? TicketId { get; init; }
    public bool? Resumed { get; init; }
    /// <summary>The movement that it carries on, where the wire tells.</summary>
    public string? ResumedMovementId { get; init; }
}

internal sealed record OrderDetailResultDto : ResultDto
{
    public OrderDetailsDto? OrderDetailsData { get; init; }
}

internal sealed record OrderDetailsDto
{
    public string? OrderId { get; init; }
    public string? OrderType { get; init; }
    public string? OrderState { get; init; }
    public string? ExpirationDate { get; init; }
    public IReadOnlyList<OperationDto>? OperationDatas { get; init; }
    public IReadOnlyList<MovementDto>? MovementDatas { get; init; }
    public decimal? SaleAmount { get; init; }
    public decimal? ReservationAmount { get; init; }
    public decimal? OptionAmount { get; init; }
    public CurrencyDto? CatalogCurrency { get; init; }
}

internal sealed record FileDetailResultDto : ResultDto
{
    public FileDetailsDto? FileDetailsData { get; init; }
    public IReadOnlyList<OrderDetailsDto>? OrderDetailsDatas { get; init; }
}

internal sealed record FileDetailsDto(string? FileId, string? FileState)
{
    public IReadOnlyList<FileAttachmentDto>? FileAttachments { get; init; }
}

internal sealed record FileAttachmentDto(string? FileAttachmentId, string? Name);

/// <summary>A paper of a file as getFileAttachment gives it.</summary>
internal sealed record FileAttachmentResultDto : ResultDto
{
    public PrintableAttachmentDto? FileAttachment { get; init; }
}

/// <param name="Data">Base64.</param>
internal sealed record PrintableAttachmentDto(string? Data, string? FileName, string? Mimetype);
