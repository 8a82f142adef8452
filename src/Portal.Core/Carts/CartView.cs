using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Lifecycles;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>A cart as its agent reads it, as of one moment.</summary>
/// <param name="Id">The cart.</param>
/// <param name="Name">What the agent calls it.</param>
/// <param name="IsCurrent">Whether 'add' goes into it.</param>
/// <param name="Cards">One per hold, the weakest clock first; then what is not held; then what is in checkout.</param>
/// <param name="Totals">In the agency's currency, over what is not in checkout; empty when nothing is.</param>
/// <param name="CommitBy">The weakest clock of what is held, UTC; null when nothing is.</param>
/// <param name="Content">Mark of what a checkout would book now (<see cref="CartContent"/>).</param>
/// <param name="Version">Counts checkouts and returns from them.</param>
/// <param name="Others">The agent's other open carts.</param>
public sealed record CartView(
    Guid Id, string Name, bool IsCurrent, IReadOnlyList<CartCard> Cards, IReadOnlyList<CartTotal> Totals, DateTime? CommitBy, string Content, long Version,
    IReadOnlyList<NamedCart> Others)
{
    public IEnumerable<CartLineView> Lines => Cards.SelectMany(c => c.Lines);

    /// <summary>Lines that the agent still works with.</summary>
    public IEnumerable<CartLineView> OpenLines => Lines.Where(l => !l.IsLeaving && l.State != LineState.InCheckout);

    /// <summary>References of bookings whose checkout has lines of this cart and is not settled.</summary>
    public IEnumerable<string> InCheckout => Cards.Select(c => c.BookingReference).OfType<string>().Distinct();

    /// <summary>Every line is held and may be sold, and nothing waits for a choice.</summary>
    public bool CanCheckOut => OpenLines.Any() && OpenLines.All(l => l is { State: LineState.Held, Problem: null, Against.Count: 0 });

    /// <summary>Something changes by itself soon: a provider is asked, a look-up runs, a clock runs.</summary>
    public bool IsMoving => Lines.Any(l => l.State is LineState.Checking or LineState.Unknown or LineState.InCheckout);
}

/// <summary>Lines that stand and fall together: those of one hold, or of one connection without a hold.</summary>
/// <param name="HoldId">The hold; null where nothing is or was held.</param>
/// <param name="Provider">Its provider's name for people.</param>
/// <param name="State">How the hold stands.</param>
/// <param name="CommitBy">Until when a checkout may start, UTC.</param>
/// <param name="ExpiresAt">The provider's own expiry, UTC.</param>
public sealed record CartCard(Guid? HoldId, Guid ConnectionId, string Provider, LineState State, DateTime? CommitBy, DateTime? ExpiresAt, IReadOnlyList<CartLineView> Lines)
{
    /// <summary>The open question, while there is one.</summary>
    public Asked Asked { get; init; }
    /// <summary>With Unknown: until when the places may be kept without our knowing, UTC.</summary>
    public DateTime? MayBeHeldUntil { get; init; }
    /// <summary>With Unknown: by when the look-up should know, UTC; null once that has passed.</summary>
    public DateTime? KnownBy { get; init; }
    public HoldClock Clock { get; init; }
    public bool CanRelease { get; init; }
    /// <summary>How a change is done, and so what it may cost.</summary>
    public HoldChange Change { get; init; }
    /// <summary>It was stepped into its longer, frozen stage: nothing in it can be changed or let go.</summary>
    public bool IsFrozen { get; init; }
    /// <summary>It can be stepped into a longer, frozen stage on the agent's click.</summary>
    public bool CanStep { get; init; }
    /// <summary>A promotion code can be entered while it is held.</summary>
    public bool TakesPromotions { get; init; }
    /// <summary>What the provider wants people to know about the places.</summary>
    public string? Warning { get; init; }
    /// <summary>With InCheckout: the booking that has it.</summary>
    public string? BookingReference { get; init; }
}

/// <summary>One line of a cart.</summary>
public sealed record CartLineView(Guid Id, LineState State, EventAndTime What, string OfferName, int Quantity, SaleMode Mode, Quote Quote)
{
    public Guid SessionId { get; init; }
    public int HeldQuantity { get; init; }
    public DeliveryKind Delivery { get; init; }
    public DateTime AddedAt { get; init; }
    /// <summary>What waits for the agent's choice; null when nothing does.</summary>
    public LineProblem? Problem { get; init; }
    /// <summary>Every reason why it may not be sold, or booked, as things stand now; empty when it may.</summary>
    public IReadOnlyList<NotEnabled> Against { get; init; } = [];
    /// <summary>The very places, where the provider named them and still keeps them.</summary>
    public IReadOnlyList<HeldSeat> Places { get; init; } = [];
    /// <summary>The seats were chosen one by one.</summary>
    public bool HasChosenSeats { get; init; }
    /// <summary>Something will be asked of the guests.</summary>
    public bool WantsGuests { get; init; }
    /// <summary>Taken out; shown until its provider has let go of it.</summary>
    public bool IsLeaving { get; init; }

    public Money Selling => Quote.SellingEach * Quantity;
    /// <summary>What the provider asks, in its own currency.</summary>
    public Money Net => Quote.NetEach * Quantity;
}

/// <summary>Which occurrence of which event.</summary>
public sealed record EventAndTime(Guid EventId, string Name, DateTime StartLocal, string? TimeZone, bool DateConfirmed, string? Venue, string? City);

/// <summary>What stands between a line and its hold.</summary>
/// <param name="Refusal">The no in words for <see cref="RefusalWords"/>.</param>
/// <param name="Left">How many could be had instead; null when that is not known or none.</param>
/// <param name="Now">Today's quote, when the price moved.</param>
public sealed record LineProblem(Refusal Refusal, int? Left, Quote? Now);

/// <summary>What all of it costs, in the agency's currency.</summary>
/// <param name="Nets">What providers ask for it, one sum per currency.</param>
public sealed record CartTotal(IReadOnlyList<Money> Nets, Money Selling, int Tickets)
{
    /// <summary>One total per currency that is sold in: one, unless the agency's currency was changed meanwhile.</summary>
    public static IReadOnlyList<CartTotal> Of(IEnumerable<(Money Net, Money Selling, int Tickets)> parts) =>
        [.. parts.GroupBy(p => p.Selling.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CartTotal(
            [.. g.GroupBy(p => p.Net.Currency).OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Select(p => p.Net).Aggregate((a, b) => a + b))],
            g.Select(p => p.Selling).Aggregate((a, b) => a + b), g.Sum(p => p.Tickets)))];
}

public sealed record NamedCart(Guid Id, string Name, int Lines, bool IsCurrent);
