using System.Globalization;

namespace Portal.Sandbox.EGuma.Wire;

/// <summary>Date-times without a zone, as the provider reads and writes them.</summary>
internal static class Times
{
    public static string Written(this DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>With seven fractional digits.</summary>
    public static string WrittenFully(this DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static bool TryTime(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>A <c>starts_at</c>: a time, or a date alone.</summary>
    public static bool TryStart(string? text, out DateTime start)
    {
        if (TryTime(text, out start)) return true;
        var isDay = TryDay(text, out var day);
        start = day.ToDateTime(TimeOnly.MinValue);
        return isDay;
    }
}
