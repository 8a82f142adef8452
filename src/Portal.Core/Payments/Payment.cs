namespace Portal.Core.Payments;

/// <summary>How a customer paid.</summary>
public enum PaymentMethod { Cash, Card, BankTransfer, Voucher, OnAccount }

/// <summary>Which way the money went.</summary>
public enum PaymentKind { Payment, Refund }

/// <summary>What a customer paid against a booking, or was paid back. Written once and never changed; a mistake is put right by a refund.</summary>
public sealed class Payment
{
    public Guid Id { get; init; }
    public Guid BookingId { get; init; }
    public Guid AgencyId { get; init; }
    public PaymentKind Kind { get; init; }
    /// <summary>With a refund: the payment it gives back, whole or in part.</summary>
    public Guid? RefundOf { get; init; }
    public PaymentMethod Method { get; init; }
    /// <summary>Major units, always positive.</summary>
    public decimal Amount { get; init; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    /// <summary>The agency's own words for it: a receipt's or transfer's number. Null without one.</summary>
    public string? Reference { get; init; }
    /// <summary>The day it was paid, on the agency's clock.</summary>
    public DateOnly PaidOn { get; init; }
    public DateTime RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
}
