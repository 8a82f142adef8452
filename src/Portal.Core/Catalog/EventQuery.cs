using System.Globalization;

namespace Portal.Core.Catalog;

/// <summary>By what a list of events is sorted.</summary>
public enum EventSort { Date, Price, Name, Popularity }

/// <summary>What somebody looks for. Round-trips to the query string of a URL, so that a search can be shared and reloaded.</summary>
public sealed record EventQuery
{
    public string? Text { get; init; }
    /// <summary>What can be bought: seats, zones, days, slots, products.</summary>
    public OfferKind? Kind { get; init; }
    /// <summary>Sport, genre or kind of house; as listed.</summary>
    public string? Category { get; init; }
    public string? City { get; init; }
    /// <summary>ISO 3166 alpha-3.</summary>
    public string? Country { get; init; }
    /// <summary>First and last day at the venue, both included.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    /// <summary>Bounds of the listed from-price, in its own currency.</summary>
    public decimal? PriceFrom { get; init; }
    public decimal? PriceTo { get; init; }
    /// <summary>How many tickets are wanted: listings known to have fewer are left out.</summary>
    public int? Seats { get; init; }
    /// <summary>False also lists what cannot be sold, with the reason.</summary>
    public bool OnlySellable { get; init; } = true;
    public EventSort Sort { get; init; }
    public bool Descending { get; init; }
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The filters that narrow the list, in words and each with the query without it: what an empty result offers to drop.</summary>
    public IEnumerable<(string Said, EventQuery Without)> Filters()
    {
        if (Text is not null) yield return ($"“{Text}”", this with { Text = null, Page = 1 });
        if (Kind is { } kind) yield return (kind.Name(), this with { Kind = null, Page = 1 });
        if (Category is not null) yield return (Category, this with { Category = null, Page = 1 });
        if (City is not null) yield return (City, this with { City = null, Page = 1 });
        if (Country is not null) yield return (Country, this with { Country = null, Page = 1 });
        if (From is { } from) yield return ($"from {from.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}", this with { From = null, Page = 1 });
        if (To is { } to) yield return ($"until {to.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}", this with { To = null, Page = 1 });
        if (PriceFrom is { } low) yield return (string.Create(CultureInfo.InvariantCulture, $"at least {low:0.##}"), this with { PriceFrom = null, Page = 1 });
        if (PriceTo is { } high) yield return (string.Create(CultureInfo.InvariantCulture, $"at most {high:0.##}"), this with { PriceTo = null, Page = 1 });
        if (Seats is { } seats) yield return ($"{seats} tickets", this with { Seats = null, Page = 1 });
        if (OnlySellable) yield return ("only sellable", this with { OnlySellable = false, Page = 1 });
    }

    /// <summary>Without the question mark; empty when nothing is asked for.</summary>
    public string ToQueryString()
    {
        var parts = new List<string>();
        Put("q", Text);
        Put("kind", Kind?.ToString().ToLowerInvariant());
        Put("category", Category);
        Put("city", City);
        Put("country", Country);
        Put("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put("min", PriceFrom?.ToString(CultureInfo.InvariantCulture));
        Put("max", PriceTo?.ToString(CultureInfo.InvariantCulture));
        Put("seats", Seats?.ToString(CultureInfo.InvariantCulture));
        Put("all", OnlySellable ? null : "1");
        Put("sort", Sort == EventSort.Date ? null : Sort.ToString().ToLowerInvariant());
        Put("desc", Descending ? "1" : null);
        Put("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
        return string.Join('&', parts);

        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    /// <summary>Reads a query string; what it cannot understand it leaves out, since people edit URLs.</summary>
    public static EventQuery Parse(string? queryString)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.IndexOf('=') is > 0 and var at && Uri.UnescapeDataString(part[(at + 1)..].Replace('+', ' ')).Trim() is { Length: > 0 and <= 200 } value)
                values[part[..at]] = value;
        return new EventQuery
        {
            Text = values.GetValueOrDefault("q"), Kind = Word<OfferKind>("kind"), Category = values.GetValueOrDefault("category"), City = values.GetValueOrDefault("city"),
            Country = values.GetValueOrDefault("country"), From = Day("from"), To = Day("to"), PriceFrom = Amount("min"), PriceTo = Amount("max"),
            Seats = Number("seats"), OnlySellable = !values.ContainsKey("all"), Descending = values.ContainsKey("desc"), Page = Number("page") ?? 1,
            Sort = Word<EventSort>("sort") ?? EventSort.Date,
        };

        T? Word<T>(string name) where T : struct, Enum => Enum.TryParse<T>(values.GetValueOrDefault(name), ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(values.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        decimal? Amount(string name) => decimal.TryParse(values.GetValueOrDefault(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
        int? Number(string name) => int.TryParse(values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10_000 ? number : null;
    }
}
