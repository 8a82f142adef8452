using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>Purchase: sold at once. Book: kept without payment until a deadline.</summary>
public enum SaleMode { Purchase, Book }

/// <summary>What the provider is told when a hold becomes an order.</summary>
/// <param name="OurReference">The booking's human reference with the order's number, e.g. <c>K7M4QX-1</c>; the same on every try.</param>
/// <param name="Key">Idempotency key, derived from the order and its attempt; the same on every replay.</param>
/// <param name="Mode">Sold or kept.</param>
/// <param name="Lines">What the order consists of.</param>
/// <param name="Total">What the provider is to be paid, delivery included; told as paid in full where the wire wants a payment.</param>
/// <param name="AskedAt">UTC instant of the first question.</param>
public sealed record CommitRequest(string OurReference, string Key, SaleMode Mode, IReadOnlyList<HoldLine> Lines, Money Total, DateTime AskedAt)
{
    /// <summary>Where the provider sends what it sends by e-mail: the agency's address for orders.</summary>
    public string? AgencyEmail { get; init; }

    /// <summary>Whom the sale is for.</summary>
    public Buyer Buyer { get; init; } = Buyer.Nobody;

    /// <summary>How the tickets shall come; its cost is part of <see cref="Total"/>. Null where the provider offers no choice.</summary>
    public DeliveryOption? Delivery { get; init; }

    /// <summary>The text composed before the first question (<see cref="IReplaysCommits"/>), unchanged on every replay; null for other wires.</summary>
    public string? Body { get; init; }
}

/// <summary>How far the provider has gone with an order it accepted.</summary>
public enum CommitOutcome { Purchased, Booked, InProgress }

/// <summary>A commit the provider accepted.</summary>
/// <param name="Outcome">Sold, kept, or accepted and still being worked on.</param>
/// <param name="References">The provider's names for the order.</param>
/// <param name="RawStatus">Its status word, unchanged.</param>
/// <param name="Lines">What was sold at which net price, where the answer tells.</param>
public sealed record CommittedOrder(CommitOutcome Outcome, IReadOnlyList<ProviderReference> References, string RawStatus, IReadOnlyList<HeldLine> Lines)
{
    /// <summary>Until when a booking is kept, UTC; null for a sale.</summary>
    public DateTime? KeptUntil { get; init; }
}

/// <summary>What a look-up of a commit found.</summary>
public enum OrderFound
{
    /// <summary>The order exists; <see cref="OrderFinding.Order"/> tells it.</summary>
    Made,
    /// <summary>No order, and the hold (or what was prepared) is still alive: asking again is safe.</summary>
    NotMadeHoldAlive,
    /// <summary>No order, and the hold is over: it cannot be made any more.</summary>
    NotMadeHoldOver,
    /// <summary>The provider contradicts itself (hold consumed, order not readable): keep looking.</summary>
    InDoubt,
}

/// <summary>The result of a look-up of a commit.</summary>
public sealed record OrderFinding(OrderFound Found, CommittedOrder? Order = null, string? RawStatus = null);

/// <summary>A committed order with the names its provider knows it by.</summary>
public sealed record OrderKey(Guid OrderId, IReadOnlyList<ProviderReference> References)
{
    public string? Find(string kind) => References.LastOrDefault(r => r.Kind == kind)?.Value;
}
