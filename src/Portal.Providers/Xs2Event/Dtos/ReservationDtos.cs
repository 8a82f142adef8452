using System.Text.Json.Serialization;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event.Dtos;

internal sealed record ReservationsDto(IReadOnlyList<ReservationDto>? Reservations, PaginationDto? Pagination);

/// <summary>A reservation, this wire's hold (page 1.3).</summary>
internal sealed record ReservationDto
{
    public string? ReservationId { get; init; }
    public string? Status { get; init; }
    public string? Notes { get; init; }
    public NaiveTime? ValidUntil { get; init; }
    public NaiveTime? Created { get; init; }
    public NaiveTime? Updated { get; init; }
    public string? ExternalReferenceId { get; init; }
    public IReadOnlyList<SoldItemDto>? Items { get; init; }
}

/// <summary>A line of a reservation or booking as it is answered: <c>currency</c>, where requests say <c>currency_code</c>.</summary>
internal sealed record SoldItemDto
{
    public string? TicketId { get; init; }
    public int? Quantity { get; init; }
    public long? NetRate { get; init; }
    public string? Currency { get; init; }
    public string? CurrencyCode { get; init; }
}

/// <summary>What a reservation is asked with; the complete content also when it is replaced (page 1.4).</summary>
internal sealed record ReservationWriteDto(IReadOnlyList<ReservationItemWriteDto> Items, string ExternalReferenceId)
{
    public string? BookingEmail { get; init; }
    public string? Notes { get; init; }
}

internal sealed record ReservationItemWriteDto(string TicketId, int Quantity, long NetRate, string CurrencyCode);

/// <summary>The guest lists of a reservation or booking order (pages 1.3, 1.4).</summary>
internal sealed record GuestListsDto(IReadOnlyList<GuestListDto>? Items);

internal sealed record GuestListDto(string? TicketId, int? Quantity, IReadOnlyList<GuestDto>? Guests);

/// <summary>A guest as read; see <see cref="GuestReader"/>.</summary>
[JsonConverter(typeof(GuestReader))]
internal sealed record GuestDto(string? GuestId, bool IsLead, IReadOnlyDictionary<string, GuestFieldDto> Fields);

internal sealed record GuestFieldDto(string? Value = null, string? Condition = null, string? Error = null);

internal sealed record GuestListsWriteDto(IReadOnlyList<GuestListWriteDto> Items);

/// <summary>Guests are written flat: field → value beside <c>lead_guest</c> and <c>guest_id</c>.</summary>
internal sealed record GuestListWriteDto(string TicketId, int? Quantity, IReadOnlyList<IReadOnlyDictionary<string, object>> Guests);
