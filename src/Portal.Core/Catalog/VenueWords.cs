using System.Globalization;

namespace Portal.Core.Catalog;

/// <summary>Times as people read them.</summary>
public static class VenueWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary><c>Sat 14 Mar 2026, 20:45</c>.</summary>
    public static string When(DateTime local, bool dateOnly = false) => local.ToString(dateOnly ? "ddd d MMM yyyy" : "ddd d MMM yyyy, HH:mm", English);

    /// <summary><c>Sat 14 Mar</c>, where the year goes without saying.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM", English);

    /// <summary>Names the venue's zone where the reader's clock shows another time at that moment; null where both agree.</summary>
    public static string? ZoneIfOther(DateTime local, string? venueZone, string? readerZone)
    {
        if (venueZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(venueZone, out var venue))
            return "local time";
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return readerZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(readerZone, out var reader)
            && VenueTime.ToUtc(wall, venueZone) is { } instant && reader.GetUtcOffset(instant) == venue.GetUtcOffset(instant)
                ? null
                : $"{Place(venueZone)} time";
    }

    /// <summary>The time of day of an instant on the reader's clock: <c>14:32</c>, with the day when it is not today's is left to the page.</summary>
    public static string Clock(DateTime utc, string? readerZone) =>
        readerZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(readerZone, out var reader)
            ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), reader).ToString("HH:mm", English)
            : utc.ToString("HH:mm", English) + " UTC";

    /// <summary>An instant on the reader's clock with its day: <c>Sat 14 Mar 2026, 14:32</c>.</summary>
    public static string Moment(DateTime utc, string? readerZone) =>
        readerZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(readerZone, out var reader)
            ? When(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), reader))
            : When(utc) + " UTC";

    /// <summary>How old something is: <c>just now</c>, <c>4 min ago</c>, <c>3 h ago</c>, <c>2 days ago</c>.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 60 } => "just now",
        { TotalMinutes: < 60 } => $"{(int)age.TotalMinutes} min ago",
        { TotalHours: < 48 } => $"{(int)age.TotalHours} h ago",
        _ => $"{(int)age.TotalDays} days ago",
    };

    private static string Place(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
