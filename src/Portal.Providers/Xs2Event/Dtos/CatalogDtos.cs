using System.Text.Json.Serialization;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event.Dtos;

/// <summary>Where one is in a list (page 1.3). Only whether there is a next page is believed.</summary>
internal sealed record PaginationDto(int? TotalSize = null, int? PageSize = null, int? PageNumber = null, string? NextPage = null);

internal sealed record EventsDto(IReadOnlyList<EventDto>? Events, PaginationDto? Pagination);

/// <summary>An event (page 1.3). Prices are whole euros here, unlike everywhere else.</summary>
internal sealed record EventDto
{
    public string? EventId { get; init; }
    public string? EventName { get; init; }
    public NaiveTime? DateStart { get; init; }
    public NaiveTime? DateStop { get; init; }
    public string? EventStatus { get; init; }
    public string? TournamentName { get; init; }
    public string? VenueName { get; init; }
    public string? City { get; init; }
    public string? IsoCountry { get; init; }
    public string? SportType { get; init; }
    public bool? DateConfirmed { get; init; }
    public NaiveTime? Updated { get; init; }
    public string? EventDescription { get; init; }
    public decimal? MinTicketPriceEur { get; init; }
    public int? NumberOfTickets { get; init; }
    public bool? IsPopular { get; init; }
}

internal sealed record TicketsDto(IReadOnlyList<TicketDto>? Tickets, PaginationDto? Pagination);

/// <summary>A ticket: something that can be bought of one event, not a seat (page 1.3). Amounts in minor units.</summary>
internal sealed record TicketDto
{
    public string? TicketId { get; init; }
    public string? EventId { get; init; }
    public string? CategoryName { get; init; }
    public string? TicketTitle { get; init; }
    public string? SubCategory { get; init; }
    public string? CategoryType { get; init; }
    public string? TypeTicket { get; init; }
    public string? TicketStatus { get; init; }
    public string? TicketValidity { get; init; }
    public long? NetRate { get; init; }
    public long? FaceValue { get; init; }
    public string? CurrencyCode { get; init; }
    public int? Stock { get; init; }
    public int? MinOrder { get; init; }
    public TicketOptionsDto? Options { get; init; }
    public IReadOnlyList<string>? Flags { get; init; }

    public bool HasFlag(string flag) => Flags?.Contains(flag, StringComparer.OrdinalIgnoreCase) ?? false;
}

internal sealed record TicketOptionsDto(bool? PairsOnly, [property: JsonPropertyName("videowall")] bool? VideoWall, bool? CoveredSeat, bool? NumberedSeat);

/// <summary>What is wanted of the guests of a ticket (page 1.8).</summary>
internal sealed record RequirementsDto(
    [property: JsonConverter(typeof(RequirementGroups))] IReadOnlyList<IReadOnlyList<string>>? GuestDataRequirements);
