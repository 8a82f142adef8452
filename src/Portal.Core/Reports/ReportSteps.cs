using System.Globalization;
using Portal.Core.Catalog;
using Portal.Core.Ledger;

namespace Portal.Core.Reports;

/// <summary>Lays figures of moments into the days, weeks or months of a period. Pure.</summary>
public static class ReportSteps
{
    // A chart or a table of more steps tells nobody anything: longer ones are taken instead.
    private const int AtMost = 400;

    /// <summary>Every step of the period in order, those without a sale too.</summary>
    public static IReadOnlyList<ReportRow> Of(IEnumerable<(DateTime Instant, Figures Figures)> moments, string currency, Period period, ReportStep step, string zone)
    {
        while (step < ReportStep.Month && (period.To.DayNumber - period.From.DayNumber) / (step == ReportStep.Day ? 1 : 7) > AtMost)
            step++;
        var sums = moments.GroupBy(m => Begin(Period.DayOf(m.Instant, zone), step)).ToDictionary(g => g.Key, g => g.Select(m => m.Figures).Aggregate((a, b) => a + b));
        var rows = new List<ReportRow>();
        for (var at = Begin(period.From, step); at <= period.To; at = Next(at, step))
            rows.Add(new(Name(at, step), currency, sums.GetValueOrDefault(at, Figures.None), at));
        return rows;
    }

    private static DateOnly Begin(DateOnly day, ReportStep step) => step switch
    {
        ReportStep.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        ReportStep.Month => day.AddDays(1 - day.Day),
        _ => day,
    };

    private static DateOnly Next(DateOnly at, ReportStep step) => step switch { ReportStep.Week => at.AddDays(7), ReportStep.Month => at.AddMonths(1), _ => at.AddDays(1) };

    private static string Name(DateOnly at, ReportStep step) => step switch
    {
        ReportStep.Week => $"Week of {VenueWords.Day(at)}",
        ReportStep.Month => at.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => VenueWords.Day(at),
    };
}
