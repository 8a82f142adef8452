using Portal.Core.Ledger;
using Portal.Core.Pricing;

namespace Portal.Core.Reports;

/// <summary>Figures in one currency.</summary>
/// <param name="Sold">Tickets sold.</param>
/// <param name="Back">Tickets taken back.</param>
/// <param name="Sales">What customers owe for what was sold.</param>
/// <param name="Returned">What customers no longer owe for what was taken back.</param>
/// <param name="Owed">What the agency owes the portal for it, less what came back.</param>
public sealed record Figures(int Sold, int Back, decimal Sales, decimal Returned, decimal Owed)
{
    public static readonly Figures None = new(0, 0, 0, 0, 0);

    public int Tickets => Sold - Back;
    /// <summary>The agency's turnover.</summary>
    public decimal Turnover => Sales - Returned;
    /// <summary>What of it stays with the agency.</summary>
    public decimal Margin => Turnover - Owed;

    public static Figures operator +(Figures a, Figures b) => new(a.Sold + b.Sold, a.Back + b.Back, a.Sales + b.Sales, a.Returned + b.Returned, a.Owed + b.Owed);
    public static Figures operator -(Figures a, Figures b) => new(a.Sold - b.Sold, a.Back - b.Back, a.Sales - b.Sales, a.Returned - b.Returned, a.Owed - b.Owed);
}

/// <summary>One row of a report, in one currency.</summary>
/// <param name="Name">The provider, event, agent, agency or step of time.</param>
/// <param name="From">With a step of time: its first day.</param>
public sealed record ReportRow(string Name, string Currency, Figures Figures, DateOnly? From = null);

/// <summary>A booking that its customer has not paid in full.</summary>
public sealed record Outstanding(string Reference, string AgentName, DateTime MadeAt, Money Unpaid);

/// <summary>Booked places that are kept without payment, in one currency.</summary>
/// <param name="Next">When the first of them lapse, UTC.</param>
public sealed record DeadlinesAhead(int Tickets, Money Selling, DateTime Next);

/// <summary>What was sold in a period and what came of it. Every sum is the ledger's.</summary>
/// <param name="Zone">The clock on which the days are meant.</param>
/// <param name="Rows">By the chosen group, sorted.</param>
/// <param name="Steps">Over time, each step in order, those without a sale too; in the currency with the most sales.</param>
/// <param name="Totals">Per currency.</param>
public sealed record Report(Period Period, string Zone, IReadOnlyList<ReportRow> Rows, IReadOnlyList<ReportRow> Steps, IReadOnlyList<ReportRow> Totals)
{
    /// <summary>What customers have not paid of bookings with sales in the period: in all, and the largest of them.</summary>
    public required IReadOnlyList<Money> Unpaid { get; init; }
    public required IReadOnlyList<Outstanding> UnpaidBookings { get; init; }
    public required IReadOnlyList<DeadlinesAhead> Ahead { get; init; }
}
