using System.Text.Json;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Carts;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// The part of a booking that one hold became. Its state changes only in <see cref="MoveTo"/>, which checks the table, writes the
/// history and renews the version.
/// </summary>
public sealed partial class Order
{
    public Guid Id { get; private set; }
    public Guid BookingId { get; private set; }
    public Booking? Booking { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid ConnectionId { get; private set; }
    public Guid HoldId { get; private set; }
    public Hold? Hold { get; private set; }
    /// <summary>Which taking of the hold made it: a hold that was given back may be checked out again.</summary>
    public int HoldTake { get; private set; }
    /// <summary>Its number within the booking and its place in the plan, from 1.</summary>
    public int Number { get; private set; }
    public SaleMode Mode { get; private set; }
    public OrderState State { get; private set; }
    /// <summary>What the provider knows it by from us: the booking's reference and the order's number.</summary>
    public string OurReference { get; private set; } = "";
    /// <summary>What is ordered; JSON of <see cref="HoldLine"/>s, frozen at checkout.</summary>
    public string AskedJson { get; private set; } = "[]";
    public Question Question { get; private set; } = new();
    /// <summary>How often a definite refusal has made a new key necessary.</summary>
    public int Attempt { get; private set; }
    public DateTime? ExpiresAt { get; private set; }
    public DateTime? CommitBy { get; private set; }
    public string? RawStatus { get; private set; }
    /// <summary>Why the last question was refused, while that matters.</summary>
    public RefusalReason? RefusedFor { get; private set; }
    public string? RefusedDetail { get; private set; }
    /// <summary>When the provider froze it; from then on a refusal leaves it prepared.</summary>
    public DateTime? PreparedAt { get; private set; }
    /// <summary>When it was given up although the provider cannot let it go: locked there until it lapses, never committed by itself.</summary>
    public DateTime? LetGoAt { get; private set; }
    /// <summary>The commit's text where the wire is asked by replay, sealed; composed before the first question of each attempt.</summary>
    public string? SealedBody { get; private set; }
    /// <summary>How tickets shall come, JSON of a <see cref="DeliveryOption"/>; null without a choice.</summary>
    public string? DeliveryJson { get; private set; }
    /// <summary>What delivery costs; part of both totals.</summary>
    public decimal DeliveryCost { get; private set; }
    /// <summary>What the provider is paid, lines and delivery, in <see cref="Currency"/>.</summary>
    public decimal TotalNet { get; private set; }
    public string Currency { get; private set; } = "";
    /// <summary>What the agency owes and what the customer pays, lines and delivery, in <see cref="AccountCurrency"/>.</summary>
    public decimal TotalOwed { get; private set; }
    public decimal TotalSelling { get; private set; }
    public string AccountCurrency { get; private set; } = "";
    /// <summary>Until when a booking is kept, UTC: the earliest deadline of what is still booked, or the last there was. Null for a sale, and while the provider has not told.</summary>
    public DateTime? KeptUntil { get; private set; }
    /// <summary>When it is next decided whether what is booked is bought by itself or given up; null when nothing is to be decided.</summary>
    public DateTime? NextConvertAt { get; private set; }
    /// <summary>When its agent is next reminded of the deadline; null when nobody is any more.</summary>
    public DateTime? NextReminderAt { get; set; }
    /// <summary>When the provider is next asked how delivery stands; null when there is nothing left to learn.</summary>
    public DateTime? NextReadAt { get; set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? CommittedAt { get; private set; }
    /// <summary>The sweep that ended it, so that its history can be written as a set.</summary>
    public Guid? SweepId { get; private set; }
    public long Version { get; private set; }

    public List<OrderReference> References { get; } = [];
    public List<Item> Items { get; } = [];
    public List<Operation> Operations { get; } = [];
    public List<Fulfilment> Fulfilments { get; } = [];
    public List<CartLine> Lines { get; } = [];
    public List<HistoryEntry> History { get; } = [];

    private Order() { }

    /// <summary>An order from a hold, at checkout.</summary>
    public static Order Plan(Booking booking, Hold hold, int number, SaleMode mode, DeliveryOption? delivery, Actor actor, DateTime now)
    {
        var order = new Order
        {
            Id = Guid.CreateVersion7(), BookingId = booking.Id, AgencyId = booking.AgencyId, ConnectionId = hold.ConnectionId, HoldId = hold.Id, HoldTake = hold.Takes + 1,
            Number = number, Mode = mode, State = OrderState.Planned, OurReference = $"{booking.Reference}-{number}", CreatedAt = now, Attempt = 1,
            AskedJson = hold.HeldJson, ExpiresAt = hold.ExpiresAt, CommitBy = hold.CommitBy, RawStatus = hold.RawStatus, Version = 1,
        };
        foreach (var line in hold.Lines.Where(l => l.RemovedAt is null))
        {
            line.OrderId = order.Id;
            order.Lines.Add(line);
        }
        // Money throws when two currencies meet: a hold is of one (PlaceLines).
        var net = order.Lines.Select(l => l.Quote.NetEach * l.HeldQuantity).Aggregate((a, b) => a + b);
        var owed = order.Lines.Select(l => l.Quote.OwedEach * l.HeldQuantity).Aggregate((a, b) => a + b);
        var selling = order.Lines.Select(l => l.Quote.SellingEach * l.HeldQuantity).Aggregate((a, b) => a + b);
        (order.DeliveryCost, order.DeliveryJson) = (hold.DeliveryCost, delivery is null ? null : JsonSerializer.Serialize(delivery));
        var delivered = order.Lines[0].Quote.InAccount(hold.DeliveryCost);
        (order.TotalNet, order.Currency) = (net.Amount + hold.DeliveryCost, net.Currency);
        (order.TotalOwed, order.TotalSelling, order.AccountCurrency) = (owed.Amount + delivered, selling.Amount + delivered, selling.Currency);
        foreach (var reference in hold.References)
            order.Remember(new ProviderReference(reference.Kind, reference.Value));
        order.History.Add(order.Entry(actor, now, null, "Checkout began."));
        return order;
    }

    /// <param name="body">The text to be sent where the wire is asked by replay, sealed; kept from the first question of an attempt on.</param>
    public void BeginCommit(string? body, Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        SealedBody ??= body;
        MoveTo(OrderState.Committing, actor, now, "The provider is asked to make it final.");
        (RefusedFor, RefusedDetail) = (null, null);
        Question.Begin(Asked.Commit, owner, now, budget);
    }

    /// <summary>The provider made it final: sold, or kept until a deadline.</summary>
    public void RecordCommitted(CommittedOrder committed, string said, Actor actor, DateTime now)
    {
        Question.Require("Committed", Asked.Commit);
        MoveTo(committed.Outcome == CommitOutcome.Booked ? OrderState.Booked : OrderState.Purchased, actor, now, said);
        Question.Answered();
        foreach (var reference in committed.References)
            Remember(reference);
        (RawStatus, KeptUntil, CommittedAt, NextReadAt) = (committed.RawStatus, committed.KeptUntil, now, now);
        if (State == OrderState.Booked)
            WakeDeadlines(now);
        foreach (var line in Lines)
            for (var place = 0; place < line.HeldQuantity; place++)
                Items.Add(Item.Of(this, line, place, State == OrderState.Booked ? ItemState.Booked : ItemState.Purchased, now));
        // Where a wire takes no price, what it sold at is what is owed (design rule 7).
        foreach (var told in committed.Lines.Where(l => l.NetEach is not null))
            foreach (var item in Items.Where(i => i.OfferRef == told.OfferRef && i.Quote.NetEach != told.NetEach))
                item.SoldAt(told.NetEach!.Value);
    }

    /// <summary>The share of so many of its places in what delivery costs, the ones bought before not counted again; in the provider's currency.</summary>
    internal decimal DeliveryOf(int places) => DeliveryShare(DeliveryCost, Items.Count(i => i.SaleId is not null), places, Items.Count);

    /// <summary>The share of some places in what delivery costs, so that shares taken one after the other add up to the cent.</summary>
    /// <param name="before">How many were bought before.</param>
    /// <param name="all">How many places there are.</param>
    internal static decimal DeliveryShare(decimal cost, int before, int places, int all) =>
        Math.Round(cost * (before + places) / all, 2, MidpointRounding.AwayFromZero) - Math.Round(cost * before / all, 2, MidpointRounding.AwayFromZero);

    /// <summary>Something that hangs on the order changed: whoever read it before must read it again.</summary>
    public void Touch() => Version++;

    /// <summary>Writes something that is no change of state into the timeline.</summary>
    public void Remark(string said, Actor actor, DateTime now) => History.Add(Entry(actor, now, State, said));

    public void Remember(ProviderReference reference)
    {
        if (!References.Exists(r => r.Kind == reference.Kind && r.Value == reference.Value))
            References.Add(new OrderReference { OrderId = Id, Kind = reference.Kind, Value = reference.Value });
    }

    private void MoveTo(OrderState to, Actor actor, DateTime now, string said)
    {
        OrderLifecycle.Table.Require(State, to);
        var from = State;
        State = to;
        Version++;
        History.Add(Entry(actor, now, from, said));
    }

    private HistoryEntry Entry(Actor actor, DateTime now, OrderState? from, string said) =>
        new() { At = now, BookingId = BookingId, OrderId = Id, By = actor.Name, FromState = from?.ToString(), ToState = State.ToString(), Said = said };
}

/// <summary>A name the provider gave to an order.</summary>
public sealed class OrderReference
{
    public long Id { get; set; }
    public Guid OrderId { get; set; }
    public required string Kind { get; set; }
    public required string Value { get; set; }
}
