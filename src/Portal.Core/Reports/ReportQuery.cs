using System.Globalization;
using Portal.Core.Ledger;

namespace Portal.Core.Reports;

/// <summary>What a report's rows are.</summary>
public enum ReportGroup { Provider, Event, Agent, Agency, Time }

/// <summary>How long the steps of a report over time are.</summary>
public enum ReportStep { Day, Week, Month }

/// <summary>What a report's rows are sorted by.</summary>
public enum ReportSort { Name, Tickets, Sold, Returned, Sales, Margin }

/// <summary>Which report somebody wants. Round-trips to the query string of a URL, so that a report can be shared, kept and reloaded.</summary>
public sealed record ReportQuery
{
    public ReportGroup Group { get; init; }
    public ReportStep Step { get; init; }
    /// <summary>Days on the agency's clock, UTC over several agencies; null is the present month.</summary>
    public Period? Period { get; init; }
    /// <summary>Name of the connection.</summary>
    public string? Provider { get; init; }
    /// <summary>For managers and admins: one agent's.</summary>
    public Guid? AgentId { get; init; }
    /// <summary>For admins: one agency's.</summary>
    public Guid? AgencyId { get; init; }
    /// <summary>Names from their beginning, sums from the largest; null sorts as a reader expects it of these rows.</summary>
    public ReportSort? Sort { get; init; }
    /// <summary>The other way round.</summary>
    public bool IsTurned { get; init; }

    public ReportSort Sorted => Sort ?? (Group == ReportGroup.Time ? ReportSort.Name : ReportSort.Sales);
    public bool IsAscending => (Sorted == ReportSort.Name) != IsTurned;

    /// <summary>Without the question mark; empty when nothing is asked for.</summary>
    public string ToQueryString()
    {
        var parts = new List<string>();
        Put("by", Group == ReportGroup.Provider ? null : Group.ToString());
        Put("step", Step == ReportStep.Day ? null : Step.ToString());
        Put("from", Period is null ? null : Period.Text(Period.From));
        Put("to", Period is null ? null : Period.Text(Period.To));
        Put("at", Provider);
        Put("agent", AgentId?.ToString());
        Put("agency", AgencyId?.ToString());
        Put("sort", Sort?.ToString());
        Put("order", IsTurned ? "turned" : null);
        return string.Join('&', parts);

        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(name is "by" or "step" or "sort" ? value.ToLowerInvariant() : value)}");
        }
    }

    /// <summary>Reads a query string; what it cannot understand it leaves out, since people edit URLs.</summary>
    /// <param name="today">The reader's day, in which the present month lies.</param>
    public static ReportQuery Parse(string? queryString, DateOnly today)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.IndexOf('=') is > 0 and var at && Uri.UnescapeDataString(part[(at + 1)..].Replace('+', ' ')).Trim() is { Length: > 0 and <= 200 } value)
                values[part[..at]] = value;
        return new ReportQuery
        {
            Group = Choice<ReportGroup>("by") ?? ReportGroup.Provider, Step = Choice<ReportStep>("step") ?? ReportStep.Day, Sort = Choice<ReportSort>("sort"),
            Period = values.ContainsKey("from") || values.ContainsKey("to") ? Period.Parse(values.GetValueOrDefault("from"), values.GetValueOrDefault("to"), Period.Month(today)) : null,
            Provider = values.GetValueOrDefault("at"), AgentId = Id("agent"), AgencyId = Id("agency"), IsTurned = values.GetValueOrDefault("order") == "turned",
        };

        T? Choice<T>(string name) where T : struct, Enum =>
            values.GetValueOrDefault(name) is { } text && !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && Enum.TryParse<T>(text, true, out var known) ? known : null;

        Guid? Id(string name) => Guid.TryParse(values.GetValueOrDefault(name), out var id) ? id : null;
    }
}
