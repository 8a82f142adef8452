using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>The closed list of reasons for a no. A page, a job and a test decide on these, never on a provider's text.</summary>
public enum RefusalReason
{
    /// <summary>Fewer places than asked for; <see cref="Refusal.Shortfalls"/> says how many are left where the provider told.</summary>
    SoldOut,
    /// <summary>The price is no longer the one that was quoted; <see cref="Refusal.PriceMoves"/> holds was and now.</summary>
    PriceChanged,
    /// <summary>The quantity breaks a rule of the offer (pairs, minimum, not leaving one).</summary>
    QuantityNotAllowed,
    /// <summary>The provider's time-limited reservation is over. Nothing is kept, nothing was sold.</summary>
    HoldExpired,
    /// <summary>Guest data are missing or not accepted; <see cref="Refusal.FieldFaults"/> names person and field.</summary>
    GuestDataMissing,
    /// <summary>Buyer data are missing or not accepted; <see cref="Refusal.BuyerFaults"/> names the fields.</summary>
    BuyerDataMissing,
    /// <summary>Places side by side were asked for and cannot be had. Nothing is kept.</summary>
    NotTogether,
    /// <summary>Promoter, channel, event or agency does not allow it (design: Enablement).</summary>
    NotEnabled,
    /// <summary>The provider or our own rules forbid this act in this state or to this account.</summary>
    NotAllowed,
    /// <summary>No such thing at the provider, or not visible to whoever asks.</summary>
    NotFound,
    /// <summary>What was sent is malformed or contradicts itself.</summary>
    Invalid,
    /// <summary>The provider asks us to slow down. Nothing was done; the same may be asked again later.</summary>
    Throttled,
    /// <summary>The provider could not be reached: the request never left, so nothing was done.</summary>
    Unreachable,
    /// <summary>The connection's key is missing, wrong or withdrawn.</summary>
    NotAuthorised,
    /// <summary>The agency would owe more than its credit limit, or has not paid in so much.</summary>
    CreditExceeded,
    /// <summary>No exchange rate from the provider's currency to the agency's has been entered.</summary>
    NoExchangeRate,
    /// <summary>Somebody else is changing the same thing at this moment.</summary>
    Busy,
}

/// <summary>A definite no: the thing asked for was not done, and here is why.</summary>
/// <param name="Reason">Why, from the closed list.</param>
/// <param name="Detail">The provider's or our own plain words, for the timeline. Free of personal data and secrets.</param>
public sealed record Refusal(RefusalReason Reason, string Detail)
{
    /// <summary>The longest detail that is kept: a provider's essay must not keep its no from being written down.</summary>
    private const int LongestDetail = 1000;

    public string Detail { get; init; } = Detail.Length <= LongestDetail ? Detail : Detail[..LongestDetail];

    /// <summary>Per offer that fell short: how many were asked for and how many are left (null: not told).</summary>
    public IReadOnlyList<Shortfall> Shortfalls { get; init; } = [];

    /// <summary>Per offer whose net price moved: what was quoted and what is asked now.</summary>
    public IReadOnlyList<PriceMove> PriceMoves { get; init; } = [];

    /// <summary>With a price that rose since a booking: what all of it costs now, where the provider told.</summary>
    public Money? TotalNow { get; init; }

    /// <summary>Per person and field: what the provider did not accept.</summary>
    public IReadOnlyList<FieldFault> FieldFaults { get; init; } = [];

    /// <summary>Per buyer field: what the provider did not accept.</summary>
    public IReadOnlyList<BuyerFault> BuyerFaults { get; init; } = [];

    /// <summary>How long the provider asks us to wait, when it said so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>An offer of which fewer are left than were asked for.</summary>
public sealed record Shortfall(string OfferRef, int Asked, int? Left);

/// <summary>An offer whose net price per ticket moved between quote and request.</summary>
public sealed record PriceMove(string OfferRef, Money Was, Money? Now);

/// <summary>One field of one person that the provider did not accept.</summary>
/// <param name="OfferRef">The offer whose places the person belongs to.</param>
/// <param name="Slot">Zero-based place of the person within that offer's guest list.</param>
/// <param name="Field">Field name as in <see cref="Guests.GuestFields"/>.</param>
/// <param name="Fault">The provider's word for it (<c>required</c> is the only one documented by XS2Event).</param>
public sealed record FieldFault(string OfferRef, int Slot, string Field, string Fault);
