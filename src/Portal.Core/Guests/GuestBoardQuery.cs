using System.Globalization;
using Portal.Core.Deadlines;

namespace Portal.Core.Guests;

/// <summary>Which bookings with guest data an agent picks with one click.</summary>
public enum GuestBoardGroup
{
    /// <summary>Something is missing, cannot be right, or was refused.</summary>
    Missing,
    /// <summary>Of these, what is past its day.</summary>
    Late,
    /// <summary>Of these, where a provider refused what was sent.</summary>
    Refused,
    /// <summary>All is typed, not all of it accepted yet.</summary>
    Complete,
    Accepted,
    /// <summary>All whose event is still to come.</summary>
    All,
}

/// <summary>Which bookings somebody looks for on the board of guest data. Round-trips to the query string of a URL.</summary>
public sealed record GuestBoardQuery
{
    /// <summary>As far as the pages go.</summary>
    public const int LastPage = 500;

    public GuestBoardGroup Group { get; init; }
    /// <summary>How soon it is due, what is late included.</summary>
    public DeadlineSpan Within { get; init; }
    /// <summary>Only bookings that the reader made.</summary>
    public bool IsMine { get; init; }
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Without the question mark; empty when nothing is asked for.</summary>
    public string ToQueryString() => string.Join('&', new[]
    {
        Group == GuestBoardGroup.Missing ? null : $"is={Group.ToString().ToLowerInvariant()}", Within == DeadlineSpan.All ? null : $"within={Within.ToString().ToLowerInvariant()}",
        IsMine ? "whose=mine" : null, Page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"page={Page}"),
    }.OfType<string>());

    /// <summary>Reads a query string; what it cannot understand it leaves out, since people edit URLs.</summary>
    public static GuestBoardQuery Parse(string? queryString)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value])
                values[name] = Uri.UnescapeDataString(value);
        return new GuestBoardQuery
        {
            Group = Array.Find(Enum.GetValues<GuestBoardGroup>(), g => string.Equals(g.ToString(), values.GetValueOrDefault("is"), StringComparison.OrdinalIgnoreCase)),
            Within = values.GetValueOrDefault("within") switch { "day" => DeadlineSpan.Day, "week" => DeadlineSpan.Week, _ => DeadlineSpan.All },
            IsMine = values.GetValueOrDefault("whose") == "mine",
            Page = int.TryParse(values.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= LastPage ? page : 1,
        };
    }
}
