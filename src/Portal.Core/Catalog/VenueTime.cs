namespace Portal.Core.Catalog;

/// <summary>
/// Finds the zone of a venue and the instant of a local time. A country with several zones tells nothing: better 'local time'
/// on the page than a wrong instant in the database.
/// </summary>
public static class VenueTime
{
    // ISO 3166 alpha-3 of countries whose inhabited territory where events are held has one civil time.
    private static readonly Dictionary<string, string> OneZone = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AND"] = "Europe/Andorra", ["ARE"] = "Asia/Dubai", ["AUT"] = "Europe/Vienna", ["AZE"] = "Asia/Baku", ["BEL"] = "Europe/Brussels",
        ["BGR"] = "Europe/Sofia", ["BHR"] = "Asia/Bahrain", ["CHE"] = "Europe/Zurich", ["CHN"] = "Asia/Shanghai", ["CYP"] = "Asia/Nicosia",
        ["CZE"] = "Europe/Prague", ["DEU"] = "Europe/Berlin", ["DNK"] = "Europe/Copenhagen", ["EST"] = "Europe/Tallinn", ["FIN"] = "Europe/Helsinki",
        ["FRA"] = "Europe/Paris", ["GBR"] = "Europe/London", ["GRC"] = "Europe/Athens", ["HRV"] = "Europe/Zagreb", ["HUN"] = "Europe/Budapest",
        ["IND"] = "Asia/Kolkata", ["IRL"] = "Europe/Dublin", ["ISL"] = "Atlantic/Reykjavik", ["ISR"] = "Asia/Jerusalem", ["ITA"] = "Europe/Rome",
        ["JPN"] = "Asia/Tokyo", ["KOR"] = "Asia/Seoul", ["LTU"] = "Europe/Vilnius", ["LUX"] = "Europe/Luxembourg", ["LVA"] = "Europe/Riga",
        ["MAR"] = "Africa/Casablanca", ["MCO"] = "Europe/Monaco", ["MLT"] = "Europe/Malta", ["MYS"] = "Asia/Kuala_Lumpur", ["NLD"] = "Europe/Amsterdam",
        ["NOR"] = "Europe/Oslo", ["POL"] = "Europe/Warsaw", ["QAT"] = "Asia/Qatar", ["ROU"] = "Europe/Bucharest", ["SAU"] = "Asia/Riyadh",
        ["SGP"] = "Asia/Singapore", ["SMR"] = "Europe/San_Marino", ["SRB"] = "Europe/Belgrade", ["SVK"] = "Europe/Bratislava", ["SVN"] = "Europe/Ljubljana",
        ["SWE"] = "Europe/Stockholm", ["THA"] = "Asia/Bangkok", ["TUN"] = "Africa/Tunis", ["TUR"] = "Europe/Istanbul", ["ZAF"] = "Africa/Johannesburg",
    };

    /// <summary>The zone of a country that has only one, as IANA id; null otherwise.</summary>
    public static string? ZoneOfCountry(string? alpha3) => alpha3 is not null && OneZone.TryGetValue(alpha3, out var zone) ? zone : null;

    /// <summary>The day on a clock in that zone; UTC's where the zone is unknown.</summary>
    public static DateOnly Today(DateTime utc, string? zone) => DateOnly.FromDateTime(zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info)
        ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), info) : utc);

    /// <summary>The UTC instant of a wall-clock time; null when the zone is unknown to us or to this machine.</summary>
    /// <remarks>A time that a spring change skips is taken as if the clock had not yet been put forward.</remarks>
    public static DateTime? ToUtc(DateTime local, string? zone)
    {
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info))
            return null;
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return info.IsInvalidTime(wall)
            ? DateTime.SpecifyKind(wall - info.BaseUtcOffset, DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(wall, info);
    }
}
