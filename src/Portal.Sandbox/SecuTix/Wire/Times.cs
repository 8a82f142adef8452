using System.Globalization;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>ISO 8601 with the offset of the organisation, or of the house where something plays.</summary>
internal static class Times
{
    public const string OrganisationZone = "Europe/Paris";

    public static string Written(DateTime utc)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(OrganisationZone);
        return Written(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), zone);
    }

    public static string? Written(DateTime? utc) => utc is { } given ? Written(given) : null;

    public static string WrittenIn(string zone, DateTime local) => Written(local, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static string Written(DateTime local, TimeZoneInfo zone) =>
        new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
