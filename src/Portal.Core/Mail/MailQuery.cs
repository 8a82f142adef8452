using System.Globalization;

namespace Portal.Core.Mail;

/// <summary>Which mails somebody looks for, by what became of them.</summary>
public enum MailFilter { All, Waiting, Sent, Failed }

/// <summary>Which mails somebody looks for. Round-trips to the query string of a URL.</summary>
public sealed record MailQuery
{
    public MailFilter Filter { get; init; }
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Without the question mark; empty when nothing is asked for.</summary>
    public string ToQueryString() => string.Join('&', new[]
    {
        Filter == MailFilter.All ? null : $"state={Filter.ToString().ToLowerInvariant()}",
        Page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"page={Page}"),
    }.OfType<string>());

    /// <summary>Reads a query string; what it cannot understand it leaves out, since people edit URLs.</summary>
    public static MailQuery Parse(string? queryString)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value])
                values[name] = Uri.UnescapeDataString(value);
        return new MailQuery
        {
            Filter = values.GetValueOrDefault("state") switch { "waiting" => MailFilter.Waiting, "sent" => MailFilter.Sent, "failed" => MailFilter.Failed, _ => MailFilter.All },
            Page = int.TryParse(values.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= 500 ? page : 1,
        };
    }
}
