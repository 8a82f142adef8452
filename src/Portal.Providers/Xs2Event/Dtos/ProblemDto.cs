using System.Text.Json.Serialization;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event.Dtos;

/// <summary>An error body in any of its forms (page 1.5). Every member may be missing.</summary>
internal sealed record ProblemDto
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    [JsonConverter(typeof(TextOrObject))]
    public string? Message { get; init; }
    [JsonConverter(typeof(TextOrObject))]
    public string? Detail { get; init; }
    [JsonConverter(typeof(TextOrObject))]
    public string? Errors { get; init; }
    public IReadOnlyList<ProblemItemDto>? Items { get; init; }

    /// <summary>What it says for people; null when it says nothing.</summary>
    public string? Said => new[] { Detail, Message, Errors, Title }.FirstOrDefault(s => !string.IsNullOrWhiteSpace(s));
}

internal sealed record ProblemItemDto
{
    public string? TicketId { get; init; }
    public int? Quantity { get; init; }
    public ItemFaultDto? Error { get; init; }
    public IReadOnlyList<GuestDto>? Guests { get; init; }
}

/// <summary>What is wrong with one item: how many are left, or what it costs now.</summary>
internal sealed record ItemFaultDto(string? Detail = null, long? Available = null, long? NetRate = null, string? CurrencyCode = null);
