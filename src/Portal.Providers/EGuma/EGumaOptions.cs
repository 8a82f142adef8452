using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Providers.EGuma;

/// <summary>The contract facts of one connection: what the wire does not say of its merchant.</summary>
/// <param name="CatalogDays">How many days ahead the catalogue is read, today included.</param>
/// <param name="Language">In which language products are shown where they have it, two letters.</param>
/// <param name="Zone">IANA zone of the merchant's wall clock (page 2.12: Europe/Zurich unless set).</param>
/// <param name="Currency">Where the answer names none (older revision).</param>
/// <param name="City">Where the merchant is; null shows none.</param>
/// <param name="Country">ISO 3166 alpha-3.</param>
internal sealed record EGumaOptions(int CatalogDays, string Language, string Zone, string Currency, string? City, string Country)
{
    public static EGumaOptions Of(ConnectionFacts connection) => new(
        int.TryParse(connection.Find("CatalogDays"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, 1, 365) : 60,
        connection.Find("Language")?.ToLowerInvariant() ?? "en",
        connection.Find("MerchantTimeZone") is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : "Europe/Zurich",
        connection.Find("Currency")?.ToUpperInvariant() ?? "CHF",
        connection.Find("City"),
        connection.Find("Country")?.ToUpperInvariant() ?? "CHE");
}
