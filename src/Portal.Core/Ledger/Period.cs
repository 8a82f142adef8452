using System.Globalization;
using Portal.Core.Catalog;

namespace Portal.Core.Ledger;

/// <summary>Days on an agency's clock.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
public sealed record Period(DateOnly From, DateOnly To)
{
    private const string Written = "yyyy-MM-dd";

    /// <summary>The calendar month that a day lies in.</summary>
    public static Period Month(DateOnly day) => new(day.AddDays(1 - day.Day), day.AddDays(1 - day.Day).AddMonths(1).AddDays(-1));

    /// <summary>What day it is on that clock.</summary>
    public static DateOnly DayOf(DateTime utc, string? zone) =>
        DateOnly.FromDateTime(zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTimeFromUtc(utc, known) : utc);

    public bool IsMonth => this == Month(From);

    /// <summary>The calendar month before or after the one it begins in.</summary>
    public Period Moved(int months) => Month(From.AddDays(1 - From.Day).AddMonths(months));

    /// <summary>Its first instant, and the first one after it; UTC.</summary>
    public (DateTime Since, DateTime Until) Instants(string? zone) => (Begin(From, zone), Begin(To.AddDays(1), zone));

    /// <summary>For an address: <c>from=2026-03-01&amp;to=2026-03-31</c>.</summary>
    public string ToQueryString() => $"from={Text(From)}&to={Text(To)}";

    /// <summary>For the name of a file: <c>2026-03</c>, or <c>2026-03-05 to 2026-03-09</c>.</summary>
    public string ToFileName() => IsMonth ? From.ToString("yyyy-MM", CultureInfo.InvariantCulture) : $"{Text(From)} to {Text(To)}";

    /// <summary><c>March 2026</c>, or its days where it is no whole month.</summary>
    public string ForPeople() => IsMonth
        ? From.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : From == To ? VenueWords.When(From.ToDateTime(TimeOnly.MinValue), dateOnly: true)
        : $"{VenueWords.When(From.ToDateTime(TimeOnly.MinValue), dateOnly: true)} to {VenueWords.When(To.ToDateTime(TimeOnly.MinValue), dateOnly: true)}";

    /// <summary>From what an address says; what is missing or nonsense is taken from <paramref name="otherwise"/>.</summary>
    public static Period Parse(string? from, string? to, Period otherwise)
    {
        var (first, last) = (Day(from), Day(to));
        // One end alone means its month; ends in the wrong order mean what was meant.
        return (first, last) switch
        {
            (null, null) => otherwise,
            ({ } begin, null) => new(begin, Month(begin).To),
            (null, { } end) => new(Month(end).From, end),
            ({ } begin, { } end) => begin <= end ? new(begin, end) : new(end, begin),
        };
    }

    public static string Text(DateOnly day) => day.ToString(Written, CultureInfo.InvariantCulture);

    // Years that a date box lets people type and no calendar of a portal needs would overflow further on.
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200 ? day : null;

    private static DateTime Begin(DateOnly day, string? zone) =>
        VenueTime.ToUtc(day.ToDateTime(TimeOnly.MinValue), zone) ?? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
