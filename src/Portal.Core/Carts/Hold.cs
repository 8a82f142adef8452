using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// A provider's own time-limited reservation behind some lines of one cart. Its state changes only in <see cref="MoveTo"/>, which
/// checks the table, writes the history and renews the version.
/// </summary>
public sealed class Hold
{
    public Guid Id { get; private set; }
    public Guid CartId { get; private set; }
    public Cart? Cart { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid ConnectionId { get; private set; }
    public HoldState State { get; private set; }
    /// <summary>Our own name for it, sent to the provider where the wire keeps one.</summary>
    public string OurReference { get; private set; } = "";
    /// <summary>What the provider was last asked to keep; JSON of <see cref="HoldLine"/>s.</summary>
    public string AskedJson { get; private set; } = "[]";
    /// <summary>What it is known to contain; the base of every change. JSON of <see cref="HoldLine"/>s.</summary>
    public string HeldJson { get; private set; } = "[]";
    public Question Question { get; private set; } = new();
    /// <summary>The provider's own expiry, UTC.</summary>
    public DateTime? ExpiresAt { get; private set; }
    /// <summary>The last instant at which a commit may start: expiry less the connection's margin. What people are shown.</summary>
    public DateTime? CommitBy { get; private set; }
    /// <summary>As of when the provider has accepted the guest data; guests changed later must be sent again. Null: never accepted.</summary>
    public DateTime? GuestsAcceptedAt { get; private set; }
    /// <summary>As of when the provider has accepted buyer and delivery; null: never.</summary>
    public DateTime? BuyerAcceptedAt { get; private set; }
    /// <summary>What delivery costs, in the currency of its lines, as the provider told; part of what is paid.</summary>
    public decimal DeliveryCost { get; private set; }
    /// <summary>When it was stepped into its longer, frozen stage (Onebox createOrder); nothing in it can be changed from then on.</summary>
    public DateTime? FrozenAt { get; private set; }
    /// <summary>What the provider wants people to know about the places, in sentences.</summary>
    public string? Warning { get; private set; }
    public string? RawStatus { get; private set; }
    public DateTime CreatedAt { get; private set; }
    /// <summary>The sweep that ended it, so that its history can be written as a set.</summary>
    public Guid? SweepId { get; private set; }
    /// <summary>How often checkout has taken it; more than once only when it was given back between.</summary>
    public int Takes { get; private set; }
    public long Version { get; private set; }

    public List<HoldReference> References { get; } = [];
    public List<CartLine> Lines { get; } = [];
    public List<HistoryEntry> History { get; } = [];

    private Hold() { }

    /// <summary>A hold about to be asked for.</summary>
    public static Hold Ask(Guid cartId, Guid agencyId, Guid connectionId, string askedJson, Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        var id = Guid.CreateVersion7();
        var hold = new Hold
        {
            Id = id, CartId = cartId, AgencyId = agencyId, ConnectionId = connectionId, State = HoldState.Asking, CreatedAt = now,
            OurReference = $"portal-{id:N}", AskedJson = askedJson, Version = 1,
        };
        hold.Question.Begin(Asked.Hold, owner, now, budget);
        hold.History.Add(hold.Entry(actor, now, null, "The provider is asked to hold the places."));
        return hold;
    }

    /// <summary>Whether the provider keeps its places at that moment as far as we know for certain.</summary>
    public bool IsHeldAt(DateTime now) => State is HoldState.Held or HoldState.Changing && ExpiresAt > now;

    public void BeginChange(string askedJson, string said, Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        MoveTo(HoldState.Changing, actor, now, said);
        AskedJson = askedJson;
        Question.Begin(Asked.Change, owner, now, budget);
    }

    public void BeginGuests(Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        MoveTo(HoldState.Changing, actor, now, "The guest data are sent to the provider.");
        Question.Begin(Asked.Guests, owner, now, budget);
    }

    public void BeginBuyer(Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        MoveTo(HoldState.Changing, actor, now, "Buyer and delivery are sent to the provider.");
        Question.Begin(Asked.Buyer, owner, now, budget);
    }

    public void BeginStep(Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        MoveTo(HoldState.Changing, actor, now, "The provider is asked for its longer hold.");
        Question.Begin(Asked.Prepare, owner, now, budget);
    }

    public void BeginRelease(Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        Question.Require("Releasing", Asked.Nothing, Asked.Release);
        MoveTo(HoldState.Releasing, actor, now, "The provider is asked to let the places go.");
        Question.Begin(Asked.Release, owner, now, budget);
    }

    /// <summary>The provider keeps the places. Ends asking, changing and doubt.</summary>
    public void RecordHeld(HeldPlaces places, TimeSpan margin, string said, Actor actor, DateTime now)
    {
        Question.Require("Held", Asked.Hold, Asked.Change);
        MoveTo(HoldState.Held, actor, now, said);
        (GuestsAcceptedAt, BuyerAcceptedAt) = (null, null);
        Question.Answered();
        (DeliveryCost, Warning) = (places.DeliveryCost?.Amount ?? 0, places.Warnings.Count > 0 ? string.Join(' ', places.Warnings) : null);
        (ExpiresAt, CommitBy, RawStatus, HeldJson) = (places.ExpiresAt, places.ExpiresAt - margin, places.RawStatus, AskedJson);
        foreach (var reference in places.References)
            Remember(reference);
    }

    /// <summary>Looked up and found as it was before the unanswered question; its content is what it was.</summary>
    public void RecordFound(HeldPlaces places, TimeSpan margin, string said, Actor actor, DateTime now)
    {
        Question.Require("Found as it was", Asked.Change, Asked.Guests, Asked.Buyer, Asked.Prepare);
        MoveTo(HoldState.Held, actor, now, said);
        Question.Answered();
        (ExpiresAt, CommitBy, RawStatus) = (places.ExpiresAt, places.ExpiresAt - margin, places.RawStatus);
    }

    /// <summary>Nothing changed at the provider: a change or sending of guest data was refused, the hold goes on as it was.</summary>
    public void RecordUnchanged(string said, Actor actor, DateTime now)
    {
        Question.Require("Unchanged", Asked.Change, Asked.Guests, Asked.Buyer, Asked.Prepare);
        MoveTo(HoldState.Held, actor, now, said);
        Question.Answered();
    }

    /// <summary>The provider took the guest data.</summary>
    public void RecordGuestsAccepted(Actor actor, DateTime now)
    {
        Question.Require("Guests accepted", Asked.Guests);
        MoveTo(HoldState.Held, actor, now, "The provider accepted the guest data.");
        // As of the question, not of the answer: what was typed in between was not sent.
        GuestsAcceptedAt = Question.AskedAt;
        Question.Answered();
    }

    /// <summary>The provider took buyer and delivery; what delivery costs and until when it holds may follow from it.</summary>
    public void RecordBuyerAccepted(HeldPlaces places, TimeSpan margin, Actor actor, DateTime now)
    {
        Question.Require("Buyer accepted", Asked.Buyer);
        MoveTo(HoldState.Held, actor, now, "The provider accepted buyer and delivery.");
        BuyerAcceptedAt = Question.AskedAt;
        Question.Answered();
        DeliveryCost = places.DeliveryCost?.Amount ?? 0;
        (ExpiresAt, CommitBy, RawStatus) = (places.ExpiresAt, places.ExpiresAt - margin, places.RawStatus);
    }

    /// <summary>The provider froze it for its longer time.</summary>
    public void RecordStepped(PreparedOrder prepared, TimeSpan margin, Actor actor, DateTime now)
    {
        Question.Require("Stepped", Asked.Prepare);
        MoveTo(HoldState.Held, actor, now, "The provider keeps the places longer now; they cannot be changed any more.");
        Question.Answered();
        (FrozenAt, ExpiresAt, CommitBy, RawStatus) = (now, prepared.ExpiresAt, prepared.ExpiresAt - margin, prepared.RawStatus);
        foreach (var reference in prepared.References)
            Remember(reference);
    }

    public void RecordRefused(string said, Actor actor, DateTime now)
    {
        Question.Require("Refused", Asked.Hold);
        End(HoldState.Refused, said, actor, now);
    }

    public void RecordReleased(string said, Actor actor, DateTime now)
    {
        Question.Require("Released", Asked.Release);
        End(HoldState.Released, said, actor, now);
    }

    public void RecordExpired(string said, Actor actor, DateTime now) => End(HoldState.Expired, said, actor, now);

    /// <summary>No usable answer came. The question stays open and is looked up.</summary>
    public void FallSilent(string said, Actor actor, DateTime now)
    {
        MoveTo(HoldState.Unknown, actor, now, said);
        Question.FellSilent(now);
    }

    /// <summary>Notes a look-up that settled nothing; the version is renewed so that two nodes cannot both note it.</summary>
    public void LookedInVain(bool countsAsNothing, DateTime now)
    {
        Question.LookedInVain(now, countsAsNothing);
        Version++;
    }

    public void BeginLook(Guid owner, DateTime now, TimeSpan budget)
    {
        Question.BeginLook(owner, now, budget);
        Version++;
    }

    /// <summary>An order takes over; from here the order tells the truth.</summary>
    public void Take(Actor actor, DateTime now)
    {
        MoveTo(HoldState.Taken, actor, now, "Checkout took the hold into an order.");
        Takes++;
    }

    /// <summary>The order ended with the provider's hold still alive: the cart has it again, its clock unchanged.</summary>
    public void GiveBack(Actor actor, DateTime now)
    {
        MoveTo(HoldState.Held, actor, now, "Checkout gave the hold back to the cart.");
        (GuestsAcceptedAt, BuyerAcceptedAt) = (null, null);
    }

    /// <summary>The agent accepted the price the provider holds a line at: later changes and the order name it.</summary>
    public void Agree(Guid lineId, Pricing.Money net)
    {
        HeldJson = AskedLines.Write(AskedLines.Read(HeldJson).Select(l => l.LineId == lineId ? l with { NetEach = net } : l));
        Version++;
    }

    public void Remember(ProviderReference reference)
    {
        if (!References.Exists(r => r.Kind == reference.Kind && r.Value == reference.Value))
            References.Add(new HoldReference { HoldId = Id, Kind = reference.Kind, Value = reference.Value });
    }

    private void End(HoldState to, string said, Actor actor, DateTime now)
    {
        MoveTo(to, actor, now, said);
        Question.Answered();
    }

    private void MoveTo(HoldState to, Actor actor, DateTime now, string said)
    {
        HoldLifecycle.Table.Require(State, to);
        var from = State;
        State = to;
        Version++;
        History.Add(Entry(actor, now, from, said));
    }

    private HistoryEntry Entry(Actor actor, DateTime now, HoldState? from, string said) =>
        new() { At = now, CartId = CartId, HoldId = Id, By = actor.Name, FromState = from?.ToString(), ToState = State.ToString(), Said = said };
}

/// <summary>A name the provider gave to a hold.</summary>
public sealed class HoldReference
{
    public long Id { get; set; }
    public Guid HoldId { get; set; }
    public required string Kind { get; set; }
    public required string Value { get; set; }
}
