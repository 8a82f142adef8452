namespace Portal.Core.Ledger;

/// <summary>
/// One thing that happened to the money, as entries that sum to zero in each currency. Written once and never changed; what was wrong is
/// put right by another.
/// </summary>
public sealed class LedgerTransaction
{
    public Guid Id { get; init; }
    /// <summary>What it is for, so that it is posted once, whoever tells of it: at most 100 characters.</summary>
    public required string Key { get; init; }
    public LedgerKind Kind { get; init; }
    public Guid AgencyId { get; init; }
    public Guid? BookingId { get; init; }
    public Guid? OrderId { get; init; }
    public Guid? OperationId { get; init; }
    public Guid? PaymentId { get; init; }
    public DateTime At { get; init; }
    public required string By { get; init; }
    /// <summary>In words for people: what a statement's line says.</summary>
    public required string Said { get; init; }

    public List<LedgerEntry> Entries { get; init; } = [];
}

/// <summary>An amount on one account.</summary>
public sealed class LedgerEntry
{
    public long Id { get; init; }
    public Guid TransactionId { get; init; }
    public LedgerTransaction? Transaction { get; init; }
    public LedgerAccount Account { get; init; }
    /// <summary>Whose account at a provider; null elsewhere.</summary>
    public Guid? ConnectionId { get; init; }
    /// <summary>Major units; a debit is positive.</summary>
    public decimal Amount { get; init; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
}
