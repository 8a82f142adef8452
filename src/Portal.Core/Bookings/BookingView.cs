using Portal.Core.Carts;
using Portal.Core.Deadlines;
using Portal.Core.Payments;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>A booking as an agent reads it: the truth of each part, and what can be done about it now.</summary>
public sealed record BookingView(Guid Id, string Reference, DateTime CreatedAt, string AgentName, string? Customer, OnOpenAnswer OnOpenAnswer, IReadOnlyList<OrderView> Orders)
{
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
    /// <summary>The cart it was made from, when lines came back into it and wait there.</summary>
    public Guid? CartWithReturned { get; init; }
    /// <summary>When what was known of its persons was erased, UTC; names read <see cref="Guests.GuestNames.Erased"/> from then on.</summary>
    public DateTime? ErasedAt { get; init; }
    /// <summary>What the customer owes and paid.</summary>
    public BookingPayments Payments { get; init; } = BookingPayments.None;
    /// <summary>An order is not settled: the page follows it.</summary>
    public bool IsOpen => Orders.Any(o => OrderLifecycle.Open.Contains(o.State) || o.Items.Any(i => i.Doing is not null));
    /// <summary>Sums over what was sold or kept, and what may still be; not over what was refused, taken back or given up.</summary>
    public IReadOnlyList<CartTotal> Totals => CartTotal.Of(Orders.Where(o => !OrderLifecycle.Failed.Contains(o.State) && !o.IsTakenBack && o.LockedUntil is null)
        .Select(o => (o.Gone.Aggregate(o.Net, (left, i) => left - i.Net), o.Gone.Aggregate(o.Selling, (left, i) => left - i.Selling), o.Lines.Sum(l => l.Quantity) - o.Gone.Count())));
}

/// <summary>One order of a booking.</summary>
public sealed record OrderView(Guid Id, int Number, string OurReference, string Provider, SaleMode Mode, OrderState State, Money Net, Money Selling)
{
    /// <summary>Why the last question was refused, while that matters.</summary>
    public Refusal? Refusal { get; init; }
    public DateTime? CommitBy { get; init; }
    /// <summary>Until when a booking is kept, UTC.</summary>
    public DateTime? KeptUntil { get; init; }
    public DateTime? SilentSince { get; init; }
    /// <summary>With Unknown: what was being asked.</summary>
    public Lifecycles.Asked Asked { get; init; }
    /// <summary>Given up where its provider cannot let go: locked there until then, UTC.</summary>
    public DateTime? LockedUntil { get; init; }
    /// <summary>What delivery costs at the provider; part of both totals.</summary>
    public Money? Delivery { get; init; }
    /// <summary>How the undoing of the checkout stands; null when there was none.</summary>
    public OperationState? Undoing { get; init; }
    /// <summary>Later acts that are open, and the newest when it was refused.</summary>
    public IReadOnlyList<OperationView> Operations { get; init; } = [];
    /// <summary>Which later acts are possible now.</summary>
    public OrderActs Acts { get; init; } = OrderActs.None;
    public int Looks { get; init; }
    /// <summary>With Unknown: by when the look-up should know, UTC; null once that has passed.</summary>
    public DateTime? KnownBy { get; init; }
    /// <summary>What was ordered.</summary>
    public required IReadOnlyList<OrderedLine> Lines { get; init; }
    public required IReadOnlyList<ItemView> Items { get; init; }
    /// <summary>It was final once, and nothing of it is left.</summary>
    public bool IsTakenBack => Items.Count > 0 && Items.All(i => i.State is ItemState.Cancelled or ItemState.Refunded);
    /// <summary>Some of it was cancelled from here: that is no news of the provider's.</summary>
    public bool CancelledByUs { get; init; }
    internal IEnumerable<ItemView> Gone => Items.Where(i => i.State is ItemState.Cancelled or ItemState.Refunded or ItemState.Lapsed);
    public required IReadOnlyList<FulfilmentView> Fulfilments { get; init; }
    /// <summary>The provider's names for it, for a phone call.</summary>
    public required IReadOnlyList<ProviderReference> References { get; init; }

    /// <summary>Refused with the places still held: the same may be asked again.</summary>
    public bool CanTryAgain(DateTime now) => State is OrderState.Planned or OrderState.Prepared && Refusal is { Reason: not RefusalReason.PriceChanged } && CommitBy > now;
    /// <summary>Nothing was asked beyond the hold: it may go back into the cart.</summary>
    public bool CanReturn => State == OrderState.Planned && Refusal is not null;
}

/// <summary>What an order asked for, frozen at checkout.</summary>
public sealed record OrderedLine(EventAndTime? What, string OfferName, int Quantity, Money NetEach);

/// <summary>A later act on some places, as its agent reads it.</summary>
public sealed record OperationView(Guid Id, OperationKind Kind, OperationState State)
{
    public Refusal? Refusal { get; init; }
    /// <summary>Refused for its price: what the provider asks now for these places.</summary>
    public Money? AskedNet { get; init; }
    /// <summary>The places it is or was about.</summary>
    public IReadOnlyList<Guid> ItemIds { get; init; } = [];
    public int Looks { get; init; }
}

/// <summary>One place or ticket.</summary>
public sealed record ItemView(Guid Id, Guid SessionId, EventAndTime What, string OfferName, ItemState State, Money Selling)
{
    /// <summary>What it costs at the provider.</summary>
    public Money Net { get; init; }
    /// <summary>What its price is made of, as it was frozen.</summary>
    public Quote? Quote { get; init; }
    /// <summary>Until when a booked place is kept, UTC.</summary>
    public DateTime? KeptUntil { get; init; }
    /// <summary>What will become of it by itself; null where it is not booked.</summary>
    public Outlook? Outlook { get; init; }
    /// <summary>Somebody decided that a booked place is not bought.</summary>
    public bool IsGivenUp { get; init; }
    /// <summary>The open later act it is in.</summary>
    public OperationKind? Doing { get; init; }
    /// <summary>Its provider can take it back, by what it is now, and nothing is being done with it.</summary>
    public bool CanCancel { get; init; }
    /// <summary>It is booked, may be bought now, and nothing is being done with it.</summary>
    public bool CanPurchase { get; init; }
    /// <summary>It was sold and taken back, and nobody knows yet what comes back for it.</summary>
    public bool AwaitsReturn { get; init; }
    public Guid? FulfilmentId { get; init; }
    public string? Section { get; init; }
    public string? Row { get; init; }
    public string? Seat { get; init; }
    /// <summary>The guest of this place, where the provider has one per ticket and a name was typed.</summary>
    public string? Guest { get; init; }
    public string? DeliveredElsewhere { get; init; }
    public IReadOnlyList<FileView> Files { get; init; } = [];
    /// <summary>The provider has told the code that opens the gate.</summary>
    public bool HasCode { get; init; }
    /// <summary>Where a phone's wallet takes it from; https.</summary>
    public string? WalletUrl { get; init; }
    public bool HasPlace => Section is not null || Row is not null || Seat is not null;
}

/// <summary>How a part of an order is delivered.</summary>
public sealed record FulfilmentView(Guid Id, FulfilmentStatus Status, string RawStatus, GuestDataStatus GuestData, DateTime ReadAt)
{
    /// <summary>Which occurrence it is for.</summary>
    public EventAndTime? What { get; init; }
    /// <summary>The start as the provider tells it now, venue time.</summary>
    public DateTime? StartLocal { get; init; }
    public DateTime? GuestsSentAt { get; init; }
    /// <summary>Its provider takes guest data after the sale.</summary>
    public bool TakesLateGuests { get; init; }
    /// <summary>Bundles and invoices.</summary>
    public IReadOnlyList<FileView> Files { get; init; } = [];
    /// <summary>It starts at another time than was sold.</summary>
    public bool HasMoved => What is { } what && StartLocal is { } start && start != what.StartLocal;
}

public sealed record FileView(Guid Id, FileKind Kind, string? Label, bool IsFetched);

/// <summary>One thing that happened.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who caused it.</param>
/// <param name="Said">In words.</param>
/// <param name="About">Which order; null for the booking or a hold.</param>
/// <param name="Calls">What was asked of the provider from here to the next thing that happened.</param>
public sealed record TimelineEntry(DateTime At, string By, string Said, string? ToState, string? About, IReadOnlyList<CallLine> Calls);

/// <summary>One request to a provider in a line; its bodies are read when somebody opens it.</summary>
public sealed record CallLine(long Id, DateTime At, string Request, int? Status, int Milliseconds, string? Silence);
