using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Providers.SecuTix;

/// <summary>
/// What an offer stands for: a seat category of a performance, or an item of a pass, service or goods, at the price of one audience. Its
/// name carries all that a hold must say, so that holding needs no catalogue.
/// </summary>
internal sealed record SecuTixOffer(string? PerformanceId, string? SeatCategoryId, string? ItemId, string AudienceId)
{
    public string Name => ItemId is null ? $"performance:{PerformanceId}:{SeatCategoryId}:{AudienceId}" : $"item:{ItemId}:{AudienceId}";

    /// <summary>Null when the name is none of ours.</summary>
    public static SecuTixOffer? Of(string name) => name.Split(':') switch
    {
        ["performance", var performance, var category, var audience] => new(performance, category, null, audience),
        ["item", var item, var audience] => new(null, null, item, audience),
        _ => null,
    };

    /// <summary>An id as the wire takes it: a number where it is one, for JSON tells them apart.</summary>
    public static JsonNode Id(string id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(id);
}
