using Portal.Core.Pricing;

namespace Portal.Core.Catalog;

/// <summary>What a ticket is on arrival.</summary>
public enum DeliveryKind { ETicket, AppTicket, PaperTicket, Collection, Other }

/// <summary>
/// The thing one can buy for a session at this moment. Live from the provider; the portal keeps at most the last reading with its age.
/// </summary>
/// <param name="OfferRef">The adapter's opaque name (XS2Event: ticket id).</param>
/// <param name="Name">For people, as the provider names it.</param>
/// <param name="NetEach">Provider net per ticket: what we pay.</param>
/// <param name="Rule">How many may be bought at once.</param>
public sealed record Offer(string OfferRef, string Name, Money NetEach, QuantityRule Rule)
{
    /// <summary>Block or stand the offer belongs to.</summary>
    public string? Category { get; init; }
    /// <summary>Kind of place, in the provider's lower-case word, e.g. <c>hospitality</c>.</summary>
    public string? CategoryType { get; init; }
    /// <summary>Price printed on the ticket; null when not told.</summary>
    public Money? FaceValue { get; init; }
    /// <summary>Tickets left; null means unlimited or not told.</summary>
    public int? Stock { get; init; }
    public bool IsSellable { get; init; } = true;
    /// <summary>Why it cannot be sold, when it cannot.</summary>
    public string? WhyNot { get; init; }
    public DeliveryKind Delivery { get; init; } = DeliveryKind.Other;
    /// <summary>Which days it is valid for, in words; null for the whole session.</summary>
    public string? Validity { get; init; }
    /// <summary>Facts worth a small label: covered seat, video wall, restricted to home fans.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
