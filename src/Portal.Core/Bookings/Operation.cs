using System.Text.Json;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Lifecycles;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What a later act does.</summary>
public enum OperationKind { Cancel, Purchase, Refund }

/// <summary>
/// A later act on some items of a committed order. Its state changes only in <see cref="MoveTo"/>, which checks the table, writes the
/// history and renews the version. An item is in at most one open operation.
/// </summary>
public sealed partial class Operation
{
    public Guid Id { get; private set; }
    public Guid OrderId { get; private set; }
    public Order? Order { get; private set; }
    public OperationKind Kind { get; private set; }
    public OperationState State { get; private set; }
    /// <summary>What the provider knows it by from us: the order's reference and the operation's number.</summary>
    public string OurReference { get; private set; } = "";
    public Question Question { get; private set; } = new();
    /// <summary>How often a definite refusal has made a new key necessary.</summary>
    public int Attempt { get; private set; }
    /// <summary>Done because a checkout is undone: the lines go back to the cart with it.</summary>
    public bool IsUndo { get; private set; }
    /// <summary>The items it was asked for, JSON of their ids: what it is about also once it has let go of them.</summary>
    public string AboutJson { get; private set; } = "[]";
    public string? RawStatus { get; private set; }
    public RefusalReason? RefusedFor { get; private set; }
    public string? RefusedDetail { get; private set; }
    /// <summary>What the provider gave back, in the order's currency; null when it did not tell.</summary>
    public decimal? Returned { get; private set; }
    internal Money? ReturnedMoney => Returned is { } amount ? new Money(amount, Order!.Currency) : null;
    /// <summary>What the provider is to be paid, agreed anew because it rose since the booking; null for what was booked.</summary>
    public decimal? AgreedNet { get; private set; }
    /// <summary>With a purchase: what the agency will owe for it, in its currency; counts against its credit while the act is open.</summary>
    public decimal TotalOwed { get; private set; }
    /// <summary>After a refusal for the price: what the provider asks now for these places, as far as it told.</summary>
    public decimal? AskedNet { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public long Version { get; private set; }

    public List<OperationReference> References { get; } = [];
    public List<Item> Items { get; } = [];

    private const string AllBought = "Every place that is left of it is bought.";

    private Operation() { }

    /// <summary>An act about to be asked for, on items that are in no other. The order, its booking and its items must be loaded.</summary>
    public static Operation Ask(Order order, OperationKind kind, IReadOnlyList<Item> items, int number, bool isUndo, string said, Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        if (items.Count == 0 || items.Any(i => i.OperationId is not null))
            throw new InvalidOperationException("An operation is about items that are in no other open one.");
        var operation = new Operation
        {
            Id = Guid.CreateVersion7(), OrderId = order.Id, Order = order, Kind = kind, State = OperationState.Asked, Attempt = 1, IsUndo = isUndo,
            OurReference = $"{order.OurReference}-{(kind == OperationKind.Purchase ? "P" : "C")}{number}", CreatedAt = now, Version = 1,
            AboutJson = JsonSerializer.Serialize(items.Select(i => i.Id)),
        };
        foreach (var item in items)
        {
            item.OperationId = operation.Id;
            operation.Items.Add(item);
        }
        if (kind == OperationKind.Purchase)
            operation.TotalOwed = operation.OwedNow;
        operation.Question.Begin(kind == OperationKind.Purchase ? Asked.Purchase : Asked.Cancel, owner, now, budget);
        order.Touch();
        order.Remark(said, actor, now);
        return operation;
    }

    /// <summary>The provider took it back. Places that were sold and for which it gives money back are refunded, others cancelled.</summary>
    /// <param name="returned">What comes back, told or known from the contract; null when nobody knows.</param>
    public void RecordCancelled(CancelledItems cancelled, decimal? returned, string said, Actor actor, DateTime now)
    {
        MoveTo(OperationState.Done, said, actor, now);
        (RawStatus, Returned) = (cancelled.RawStatus, returned);
        foreach (var reference in cancelled.References)
            Remember(reference);
        var isPaidBack = cancelled.Returned is { Amount: > 0 };
        End(item => isPaidBack && item.State == ItemState.Purchased ? ItemState.Refunded : ItemState.Cancelled, now);
        Order!.FollowItems(AllBought, actor, now);
    }

    /// <summary>The provider sold what was booked; the order follows once none of its places is booked any more.</summary>
    public void RecordPurchased(CommittedOrder sold, string said, Actor actor, DateTime now)
    {
        MoveTo(OperationState.Done, said, actor, now);
        RawStatus = sold.RawStatus;
        foreach (var reference in sold.References)
            Remember(reference);
        TakeAgreed();
        End(_ => ItemState.Purchased, now);
        Order!.FollowItems(AllBought, actor, now);
    }

    public void RecordRefused(Refusal refusal, string said, Actor actor, DateTime now)
    {
        MoveTo(OperationState.Refused, said, actor, now);
        (RefusedFor, RefusedDetail, AskedNet) = (refusal.Reason, refusal.Detail, refusal.TotalNow?.Amount);
        End(null, now);
    }

    /// <summary>No usable answer came. The question stays open and is looked up.</summary>
    public void FallSilent(string said, Actor actor, DateTime now)
    {
        MoveTo(OperationState.Unknown, said, actor, now);
        Question.FellSilent(now);
    }

    /// <summary>Looked up: it was not done; the same is asked again.</summary>
    public void AskAgain(string said, Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        MoveTo(OperationState.Asked, said, actor, now);
        Question.Begin(Question.Asked, owner, now, budget);
    }

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

    public void Remember(ProviderReference reference)
    {
        if (!References.Exists(r => r.Kind == reference.Kind && r.Value == reference.Value))
            References.Add(new OperationReference { OperationId = Id, Kind = reference.Kind, Value = reference.Value });
    }

    /// <summary>How many places of an order such an act could still be about.</summary>
    internal static int Left(Order order, OperationKind kind) =>
        order.Items.Count(i => i.State == ItemState.Booked || (kind != OperationKind.Purchase && i.State == ItemState.Purchased));

    private void End(Func<Item, ItemState>? become, DateTime now)
    {
        EndedAt = now;
        Question.Answered();
        foreach (var item in Items.ToList())
        {
            // A report of the provider that came in just before the claim may have moved a place already; the next one tells.
            if (become?.Invoke(item) is { } to && ItemLifecycle.Table.Allows(item.State, to))
                item.MoveTo(to);
            item.OperationId = null;
        }
        Items.Clear();
        Order!.NextReadAt = now;
        // After a no everything stands as it was: whoever asked says when it is asked again.
        if (become is not null && Order.State == OrderState.Booked)
            Order.WakeDeadlines(now);
    }

    private void MoveTo(OperationState to, string said, Actor actor, DateTime now)
    {
        OperationLifecycle.Table.Require(State, to);
        State = to;
        Version++;
        Order!.Touch();
        Order.Remark(said, actor, now);
    }
}

/// <summary>A name the provider gave to an operation.</summary>
public sealed class OperationReference
{
    public long Id { get; set; }
    public Guid OperationId { get; set; }
    public required string Kind { get; set; }
    public required string Value { get; set; }
}
