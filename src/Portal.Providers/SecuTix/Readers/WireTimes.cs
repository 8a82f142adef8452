using System.Globalization;

namespace Portal.Providers.SecuTix.Readers;

/// <summary>The wire's instants: ISO 8601 with an offset, without one (then in the organisation's zone), or milliseconds since 1970.</summary>
internal static class WireTimes
{
    /// <summary>The instant in UTC; null when it is absent, unreadable, or without offset and the zone unknown.</summary>
    public static DateTime? Utc(string? text, string? zone) => Read(text, zone)?.UtcDateTime;

    /// <summary>The wall clock at a venue; where its zone is unknown, the wall clock that was sent.</summary>
    public static DateTime? Wall(string? text, string? venueZone, string? zone)
    {
        if (Read(text, zone ?? venueZone) is not { } instant)
            return null;
        return venueZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(venueZone, out var venue) ? TimeZoneInfo.ConvertTime(instant, venue).DateTime : instant.DateTime;
    }

    private static DateTimeOffset? Read(string? text, string? zone)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return null;
        if (time.Kind is not DateTimeKind.Unspecified)
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info) ? new DateTimeOffset(time, info.GetUtcOffset(time)) : null;
    }
}
