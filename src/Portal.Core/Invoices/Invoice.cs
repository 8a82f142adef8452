namespace Portal.Core.Invoices;

/// <summary>What a document is.</summary>
public enum InvoiceKind { Invoice, CreditNote }

/// <summary>
/// A document from the portal to an agency over what it bought, or got back, in a period. Its lines are ledger transactions, each on one
/// document at most. Never changed once issued.
/// </summary>
public sealed class Invoice
{
    public Guid Id { get; init; }
    public InvoiceKind Kind { get; init; }
    /// <summary>Without gaps within its series; unique.</summary>
    public required string Number { get; init; }
    public Guid AgencyId { get; init; }
    /// <summary>Name and address as they were on that day.</summary>
    public required string AgencyName { get; init; }
    public string? AgencyAddress { get; init; }
    /// <summary>First and last day, both included, on the agency's clock.</summary>
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public DateTime IssuedAt { get; init; }
    public required string IssuedBy { get; init; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    /// <summary>Major units; positive on both kinds.</summary>
    public decimal Total { get; init; }

    public List<InvoiceLine> Lines { get; init; } = [];

    /// <summary>As it stands in a list.</summary>
    public InvoiceRow Row => new(Number, Kind, AgencyName, IssuedAt, new Ledger.Period(From, To), new Pricing.Money(Total, Currency));
}

/// <summary>One ledger transaction on a document. Amounts in the document's currency, except where named.</summary>
public sealed class InvoiceLine
{
    public long Id { get; init; }
    public Guid InvoiceId { get; init; }
    /// <summary>Unique: nothing is billed twice.</summary>
    public Guid TransactionId { get; init; }
    public int Position { get; init; }
    public DateTime At { get; init; }
    public required string Text { get; init; }
    public string? BookingReference { get; init; }
    public int Tickets { get; init; }
    /// <summary>Net and charges, in the provider's currency.</summary>
    public decimal Net { get; init; }
    /// <summary>Fees per ticket, in the provider's currency.</summary>
    public decimal Fee { get; init; }
    /// <summary>ISO 4217; the provider's.</summary>
    public required string NetCurrency { get; init; }
    public decimal Commission { get; init; }
    /// <summary>What is owed or given back.</summary>
    public decimal Amount { get; init; }
}

/// <summary>The last number given out in a series. Raised in the transaction that writes the document, so that no number is missing or given twice.</summary>
public sealed class InvoiceSeries
{
    public required string Name { get; init; }
    public int Last { get; set; }
}
