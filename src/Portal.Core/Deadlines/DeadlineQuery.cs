using System.Globalization;

namespace Portal.Core.Deadlines;

/// <summary>How far ahead somebody looks.</summary>
public enum DeadlineSpan { All, Week, Day }

/// <summary>Which deadlines somebody looks for. Round-trips to the query string of a URL.</summary>
public sealed record DeadlineQuery
{
    public DeadlineSpan Within { get; init; }
    /// <summary>Only bookings that the reader made.</summary>
    public bool IsMine { get; init; }
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Without the question mark; empty when nothing is asked for.</summary>
    public string ToQueryString() => string.Join('&', new[]
    {
        Within == DeadlineSpan.All ? null : $"within={Within.ToString().ToLowerInvariant()}", IsMine ? "whose=mine" : null,
        Page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"page={Page}"),
    }.OfType<string>());

    /// <summary>Reads a query string; what it cannot understand it leaves out, since people edit URLs.</summary>
    public static DeadlineQuery Parse(string? queryString)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value])
                values[name] = Uri.UnescapeDataString(value);
        return new DeadlineQuery
        {
            Within = values.GetValueOrDefault("within") switch { "day" => DeadlineSpan.Day, "week" => DeadlineSpan.Week, _ => DeadlineSpan.All },
            IsMine = values.GetValueOrDefault("whose") == "mine",
            Page = int.TryParse(values.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= 500 ? page : 1,
        };
    }
}
