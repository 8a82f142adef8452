using System.Text.Json.Serialization;
using Portal.Providers.Plumbing;

namespace Portal.Providers.SecuTix.Dtos;

/// <summary>What every method answers with (page 2.4). HTTP says nothing of how it went; <c>statusCode</c> does.</summary>
internal record ResultDto
{
    public string? StatusCode { get; init; }
    public string? StatusDetail { get; init; }
    public string? StatusMessage { get; init; }
    public string? RequestState { get; init; }

    /// <summary>The answer it was read from.</summary>
    [JsonIgnore]
    public WireReply? Reply { get; set; }
}

/// <summary>Names in several languages.</summary>
internal sealed record NameDto
{
    public IReadOnlyList<TranslationDto>? Translations { get; init; }

    public string? In(string locale) => (Translations?.FirstOrDefault(t => t.Locale?.StartsWith(locale, StringComparison.OrdinalIgnoreCase) is true) ?? (Translations is [var first, ..] ? first : null))?.Value;
}

internal sealed record TranslationDto(string? Locale, string? Value);

internal sealed record CurrencyDto(string? CurrencyCode);
