using Portal.Core.Pricing;

namespace Portal.Core.Ledger;

/// <summary>An agency's account over a period: what it owed at the beginning, what was added and taken, what it owed at the end.</summary>
/// <param name="AgencyName">Whose.</param>
/// <param name="Address">As it stands on documents.</param>
/// <param name="Zone">The agency's clock, on which the period's days are meant.</param>
/// <param name="Opening">Owed when the period began; below zero paid before.</param>
/// <param name="Closing">Owed when it ended.</param>
/// <param name="Total">How many lines the period has.</param>
/// <param name="Page">Which page of them this is, from 1.</param>
/// <param name="Lines">That page, oldest first.</param>
public sealed record Statement(Guid AgencyId, string AgencyName, string? Address, string Zone, Period Period, Money Opening, Money Closing, int Total, int Page, IReadOnlyList<StatementLine> Lines)
{
    /// <summary>What was added and what was taken in the period, each for itself.</summary>
    public required Money Charged { get; init; }
    public required Money Credited { get; init; }
}

/// <summary>One transaction of the ledger, as far as it moved the agency's account.</summary>
/// <param name="Reference">The booking's; null where it is about none.</param>
/// <param name="Amount">Above zero the agency owes more.</param>
/// <param name="Balance">Owed after it.</param>
public sealed record StatementLine(Guid TransactionId, DateTime At, LedgerKind Kind, string What, string? Reference, Money Amount, Money Balance);
