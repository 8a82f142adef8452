using Portal.Core.Enablement;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>An offer with what this agency pays and asks for it.</summary>
public sealed record QuotedOffer(Offer Offer, Quote Quote);

/// <summary>One date of the event, as it stands in its calendar.</summary>
/// <param name="From">What the agency asks for the cheapest place as last told; null when not known.</param>
/// <param name="Stock">Places left as last told; 0 is sold out, null unlimited or not told.</param>
/// <param name="IsOffered">False once the provider's list no longer names it.</param>
public sealed record SessionDate(Guid SessionId, DateTime StartLocal, Money? From, int? Stock, bool IsOffered);

/// <summary>The same thing at one provider, for comparing.</summary>
/// <param name="From">What the agency asks for the cheapest place as last told.</param>
/// <param name="Delivery">How tickets come, as far as its offers were ever read; empty when they were not.</param>
public sealed record SessionSeller(
    Guid EventId, Guid SessionId, Guid ConnectionId, string Provider, string Name, OfferKind Kind, Money? From, int? Stock, DateTime? PricedAt,
    IReadOnlyList<DeliveryKind> Delivery, EnablementDecision Decision);

/// <summary>A session with its offers as they stand.</summary>
/// <param name="Dates">All dates of the event from today on, and this one, by their start.</param>
/// <param name="Sellers">Who sells the same thing, this one first; one alone where nobody else does.</param>
/// <param name="Decision">Whether this agency may sell and book it, and every reason why not.</param>
/// <param name="DrawsSeats">Whether the provider has a plan of seats.</param>
/// <param name="Offers">Cheapest first within their order by category; stored ones when <paramref name="Trouble"/> is set. Without those that no exchange rate prices.</param>
/// <param name="ReadAt">When the offers were read from the provider, UTC; null when they never were.</param>
/// <param name="Trouble">Why the offers are not from this moment; null when they are.</param>
public sealed record SessionView(
    Guid EventId, Guid SessionId, string Name, OfferKind Kind, string Category, string? Competition, string? Description, string? VenueName, string? City, string? Country,
    DateTime StartLocal, DateTime EndLocal, string? TimeZone, bool DateConfirmed, EventStatus Status, Guid ConnectionId, string Provider,
    IReadOnlyList<SessionDate> Dates, IReadOnlyList<SessionSeller> Sellers, EnablementDecision Decision, bool DrawsSeats,
    IReadOnlyList<QuotedOffer> Offers, DateTime? ReadAt, RefusalSentences? Trouble)
{
    /// <summary>Why some offers are not shown: no exchange rate tells what they cost. Each reason once.</summary>
    public IReadOnlyList<RefusalSentences> Unpriced { get; init; } = [];
}
