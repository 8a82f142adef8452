using Portal.Core.Pricing;

namespace Portal.Core.Catalog;

/// <summary>What a ticket is on arrival.</summary>
public enum DeliveryKind { ETicket, AppTicket, PaperTicket, Collection, Other }

/// <summary>
/// The thing one can buy for a session at this moment. Live from the provider; the portal keeps at most the last reading with its age.
/// </summary>
/// <param name="OfferRef">The adapter's opaque name (XS2Event: ticket id); unique within the connection, so a session's id is part of it where needed.</param>
/// <param name="Name">For people, as the provider names it.</param>
/// <param name="NetEach">Provider net per ticket: what we pay, the provider's own charges included.</param>
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
    /// <summary>Which part of <see cref="NetEach"/> is charges of promoter or channel (Onebox surcharges); null when not told apart.</summary>
    public Money? ChargesEach { get; init; }
    /// <summary>Null takes the event's kind.</summary>
    public OfferKind? Kind { get; init; }
    /// <summary>Whom the price is for: adult, child, member (e-guma category, Onebox rate or activity ticket type, SecuTix audience); null when for everybody.</summary>
    public string? PersonCategory { get; init; }
    /// <summary>The zone the seats of this offer lie in, as <see cref="Providers.SeatPlace.ZoneRef"/> names it; several offers (one per rate) may share one.</summary>
    public string? ZoneRef { get; init; }
    /// <summary>True when seats may be chosen one by one on a map (<see cref="Providers.IDrawsSeats"/>).</summary>
    public bool CanPickSeats { get; init; }
    /// <summary>True when the provider can be asked for places side by side and says whether they are.</summary>
    public bool CanAskTogether { get; init; }
    /// <summary>Why the provider does not let this be booked without paying, in words; null when it does. Only matters where <see cref="Providers.ProviderTraits.CanBook"/>.</summary>
    public string? NoBooking { get; init; }
}
