using System.Globalization;

namespace Portal.Core.Bookings;

/// <summary>Groups of bookings that an agent picks with one click.</summary>
public enum BookingGroup
{
    /// <summary>Something of it is not settled, open answers included.</summary>
    Open,
    /// <summary>An answer of a provider is missing.</summary>
    Unknown,
    Purchased,
    /// <summary>Kept, not paid.</summary>
    Booked,
    /// <summary>Something of it came to nothing.</summary>
    Failed,
    /// <summary>Guest data are missing, cannot be right, or were refused.</summary>
    Guests,
}

/// <summary>Which bookings somebody looks for. Round-trips to the query string of a URL, so that a list can be shared and reloaded.</summary>
public sealed record BookingQuery
{
    /// <summary>Our reference, a provider's code, words of a guest's name or of an event.</summary>
    public string? Text { get; init; }
    /// <summary>All of them must fit.</summary>
    public IReadOnlyList<BookingGroup> Groups { get; init; } = [];
    /// <summary>First and last day on which it was made, both included, on the reader's clock.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    /// <summary>Name of the connection.</summary>
    public string? Provider { get; init; }
    public bool OldestFirst { get; init; }
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public BookingQuery Toggle(BookingGroup group) =>
        this with { Groups = Groups.Contains(group) ? [.. Groups.Where(g => g != group)] : [.. Groups, group], Page = 1 };

    /// <summary>Without the question mark; empty when nothing is asked for.</summary>
    public string ToQueryString()
    {
        var parts = new List<string>();
        Put("q", Text);
        Put("is", Groups.Count == 0 ? null : string.Join(',', Groups.Order()).ToLowerInvariant());
        Put("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put("at", Provider);
        Put("sort", OldestFirst ? "oldest" : null);
        Put("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
        return string.Join('&', parts);

        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    /// <summary>Reads a query string; what it cannot understand it leaves out, since people edit URLs.</summary>
    public static BookingQuery Parse(string? queryString)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.IndexOf('=') is > 0 and var at && Uri.UnescapeDataString(part[(at + 1)..].Replace('+', ' ')).Trim() is { Length: > 0 and <= 200 } value)
                values[part[..at]] = value;
        return new BookingQuery
        {
            Text = values.GetValueOrDefault("q"), From = Day("from"), To = Day("to"), Provider = values.GetValueOrDefault("at"),
            Groups = [.. values.GetValueOrDefault("is", "").Split(',').Where(g => Enum.TryParse<BookingGroup>(g, true, out var known) && Enum.IsDefined(known))
                .Select(g => Enum.Parse<BookingGroup>(g, true)).Distinct()],
            OldestFirst = values.GetValueOrDefault("sort") == "oldest",
            Page = int.TryParse(values.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= 200 ? page : 1,
        };

        DateOnly? Day(string name) => DateOnly.TryParseExact(values.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
