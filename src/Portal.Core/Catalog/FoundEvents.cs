using Portal.Core.Enablement;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>One provider's part of a row: what it asked and had left when it last said so.</summary>
/// <param name="PricedAt">When price and stock were told, UTC; null when they never were.</param>
/// <param name="AgainstSelling">Every reason why it cannot be sold there; empty when it can.</param>
/// <param name="Terms">What its net becomes for the agency.</param>
public sealed record FoundSeller(
    Guid EventId, Guid SessionId, Guid ConnectionId, string Provider, OfferKind Kind, Money? FromPrice, int? StockHint, DateTime? PricedAt,
    IReadOnlyList<NotEnabled> AgainstSelling, Terms Terms)
{
    /// <summary>What the agency asks for the cheapest place, at a net that was told now or lately.</summary>
    /// <returns>Null when no net is known; a refusal when no exchange rate tells it.</returns>
    public Answer<Quote>? Quote(Money? net) => net is { } each ? Terms.Quote(each) : null;
}

/// <summary>One row of a list: a dated occurrence, or an event with open days, slots or products by its next date.</summary>
/// <param name="Until">The last day of what is open; null where the row is one date.</param>
/// <param name="Sellers">Who sells it, cheapest first; at least one.</param>
public sealed record FoundEvent(
    Guid EventId, Guid SessionId, string Name, OfferKind Kind, string Category, string? Competition, string? VenueName, string? City, string? Country,
    DateTime StartLocal, DateTime? Until, string? TimeZone, bool DateConfirmed, bool IsPopular, IReadOnlyList<FoundSeller> Sellers)
{
    /// <summary>True where no provider can sell it now.</summary>
    public bool IsBlocked => Sellers.All(s => s.AgainstSelling.Count > 0);
}

/// <summary>A page of a search.</summary>
/// <param name="Page">Which page it is, from 1; the last one when a later one was asked for.</param>
/// <param name="Total">How many there are; counting stops at <see cref="SearchEvents.CountedUpTo"/>.</param>
public sealed record FoundEvents(IReadOnlyList<FoundEvent> Rows, int Page, int Total, bool IsCapped);
