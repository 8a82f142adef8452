using System.Text.Json;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution.Dtos;

/// <summary>The order that nearly every call answers with (page 1b.4).</summary>
internal sealed record OrderDto
{
    public string? Id { get; init; }
    /// <summary>From PRE_CONFIRM on; the order's name once it is confirmed.</summary>
    public string? Code { get; init; }
    public OrderStatusDto? Status { get; init; }
    public IReadOnlyList<ItemDto>? Items { get; init; }
    public Dictionary<string, JsonElement>? BuyerData { get; init; }
    public OrderPriceDto? Price { get; init; }
}

internal sealed record OrderStatusDto(string? Type, ExpiryDto? ExpiresIn);

/// <summary>The date goes first: the unit of the value is not documented.</summary>
internal sealed record ExpiryDto(int? Value, string? TimeUnit, NaiveTime? Date);

internal sealed record ItemDto
{
    public long? Id { get; init; }
    public BarcodeDto? Barcode { get; init; }
    public ItemStateDto? State { get; init; }
    public AllocationDto? Allocation { get; init; }
    public RateDto? Rate { get; init; }
    public IReadOnlyList<AttendeeFieldDto>? Attendee { get; init; }
    public OrderPriceDto? Price { get; init; }
    public IReadOnlyList<string>? ItemWarnings { get; init; }
}

internal sealed record BarcodeDto(string? Mode, string? Code);

internal sealed record ItemStateDto(string? Type, LinkedOrderDto? NextOrder);

internal sealed record LinkedOrderDto(string? Code);

internal sealed record AttendeeFieldDto(string? Key, string? Type, bool? Required, string? Value);

internal sealed record AllocationDto(
    NamedDto? Event, AllocatedSessionDto? Session, NamedDto? Sector, NamedDto? Row, NamedDto? Seat, NamedDto? PriceType, NamedDto? Nnz, NamedDto? View);

internal sealed record AllocatedSessionDto(long? Id, string? Name, SessionDateDto? Date);

/// <summary>Major units; <c>final</c> is what must be paid and goes before any sum of ours.</summary>
internal sealed record OrderPriceDto(decimal? Base, decimal? Final, decimal? Delivery, string? Currency);

internal sealed record ProblemDto(string? Code, string? Message);

internal sealed record SeatsWriteDto(IReadOnlyList<SeatWriteDto> Seats);

internal sealed record SeatWriteDto(long Id, long SessionId, long RateId);

internal sealed record SeatsAutoWriteDto(long SessionId, int Quantity, long PriceTypeId, long RateId);

internal sealed record AttendeesWriteDto(IReadOnlyList<AttendeeWriteDto> Attendees);

internal sealed record AttendeeWriteDto(long ItemId, IReadOnlyDictionary<string, string> Field);

internal sealed record DeliveryWriteDto(string Type, decimal Cost);

internal sealed record PromotionWriteDto(long Id, CollectiveWriteDto? Collective);

internal sealed record CollectiveWriteDto(string Code, string? Pin);

internal sealed record ConfirmWriteDto(IReadOnlyList<PaymentWriteDto> Payments, string ExternalCode);

internal sealed record PaymentWriteDto(string Type, decimal Value, string Reference);

internal sealed record RefundWriteDto(IReadOnlyList<RefundItemWriteDto> Items, string Type, bool IncludeSurcharges, bool IncludeDelivery, bool IncludeInsurance);

internal sealed record RefundItemWriteDto(long Id);
