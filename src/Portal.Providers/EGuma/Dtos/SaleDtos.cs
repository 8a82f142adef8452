using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma.Dtos;

internal sealed record ItemWriteDto(string CategoryId, int Quantity);

internal sealed record ReservationWriteDto(string ProductId, string StartsAt, IReadOnlyList<ItemWriteDto> Items);

internal sealed record ReservationDto(string? ReservationId, NaiveTime? ExpiresAt);

internal sealed record ReservationIdDto(string ReservationId);

/// <summary>The members stand in the order in which they are written: the text is kept and replayed byte by byte (page 2.10).</summary>
internal sealed record BookingWriteDto(
    string ReservationId, string ProductId, string StartsAt, IReadOnlyList<ItemWriteDto> Items, CustomerWriteDto Customer, string? Language);

internal sealed record CustomerWriteDto(string FirstName, string LastName, string Email);

/// <summary>A confirmed sale. Only ids and ticket numbers are documented; the rest may be missing (page 2.3).</summary>
internal sealed record BookingDto(string? BookingId, string? BookingReference, string? Language, IReadOnlyList<TicketDto>? Tickets);

internal sealed record TicketDto(string? TicketNumber, string? CategoryId, long? PriceInCents, string? PdfUrl, string? AppleWalletUrl);

internal sealed record BookingIdDto(string BookingId);

internal sealed record CancelledBookingDto(string? BookingId, IReadOnlyList<TicketDto>? CancelledTickets);

/// <summary>A row of <c>orders.json</c> (page 2.4): its number is a booking's reference, its id the booking's.</summary>
internal sealed record OrderDto(string? Id, string? OrderNumber, string? Status, string? Currency, long? GrandTotalInCents);

/// <summary>An error as the newer pages have it; the older overview says plain text.</summary>
internal sealed record ErrorDto(string? ErrorCode, string? Message);
