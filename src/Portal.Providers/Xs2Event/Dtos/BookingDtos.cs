using Portal.Providers.Plumbing;

namespace Portal.Providers.Xs2Event.Dtos;

/// <summary>What a booking is asked with (page 1.4).</summary>
internal sealed record BookingWriteDto(string ReservationId, string BookingEmail, string PaymentMethod, string BookingReference)
{
    public bool? IsTestBooking { get; init; }
}

/// <summary>A booking (page 1.3). It does not name its booking orders.</summary>
internal sealed record BookingDto
{
    public string? BookingId { get; init; }
    public string? ReservationId { get; init; }
    public string? BookingCode { get; init; }
    public string? BookingReference { get; init; }
    public string? LogisticStatus { get; init; }
    public IReadOnlyList<SoldItemDto>? Items { get; init; }
}

internal sealed record BookingOrdersDto(IReadOnlyList<BookingOrderDto>? Bookingorders, PaginationDto? Pagination);

/// <summary>The part of a booking that one supplier delivers for one event (page 1.3).</summary>
internal sealed record BookingOrderDto
{
    public string? BookingorderId { get; init; }
    public string? BookingId { get; init; }
    public string? EventId { get; init; }
    public string? LogisticStatus { get; init; }
    public string? GuestdataStatus { get; init; }
    public string? ZipSha { get; init; }
    public NaiveTime? EventStartdate { get; init; }
    public IReadOnlyList<string>? Invoices { get; init; }
    public IReadOnlyList<OrderItemDto>? Items { get; init; }
}

/// <summary>One ticket of a booking order.</summary>
internal sealed record OrderItemDto
{
    public string? OrderitemId { get; init; }
    public string? TicketId { get; init; }
    public int? Quantity { get; init; }
    public string? TicketStatus { get; init; }
    public string? Section { get; init; }
    public string? Row { get; init; }
    public string? Seat { get; init; }
    public string? DistributionChannel { get; init; }
    public string? DownloadLink { get; init; }
    public string? ExternalActivationLink { get; init; }
    public string? TicketSha { get; init; }
    public IReadOnlyList<DownloadItemDto>? DownloadItems { get; init; }
}

internal sealed record DownloadItemDto(string? Label, string? DownloadLink, string? ExternalActivationLink, string? TicketSha);
