using Portal.Core.Agencies;
using Portal.Core.Lifecycles;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>The phase before the commit, and turning back from it.</summary>
public sealed partial class Order
{
    /// <summary>Where the order stands while nothing is being asked: prepared, or as planned.</summary>
    private OrderState BeforeCommit => PreparedAt is null ? OrderState.Planned : OrderState.Prepared;

    /// <summary>Nothing speaks against asking for it: it was neither refused nor given up.</summary>
    public bool IsWaiting(DateTime now) =>
        State is OrderState.Planned or OrderState.Prepared && RefusedFor is null && LetGoAt is null && CommitBy > now;

    public void BeginPrepare(Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        MoveTo(OrderState.Preparing, actor, now, "The provider is asked to freeze it.");
        (RefusedFor, RefusedDetail) = (null, null);
        Question.Begin(Asked.Prepare, owner, now, budget);
    }

    /// <summary>The provider froze it. A total other than the agreed one stands in the way of the commit.</summary>
    public void RecordPrepared(PreparedOrder prepared, TimeSpan margin, string said, Actor actor, DateTime now)
    {
        Question.Require("Prepared", Asked.Prepare, Asked.Commit);
        MoveTo(OrderState.Prepared, actor, now, said);
        Question.Answered();
        (PreparedAt, ExpiresAt, CommitBy, RawStatus) = (PreparedAt ?? now, prepared.ExpiresAt, prepared.ExpiresAt - margin, prepared.RawStatus);
        foreach (var reference in prepared.References)
            Remember(reference);
        if (prepared.Total is { } total && total != new Money(TotalNet, Currency))
        {
            (RefusedFor, RefusedDetail) = (RefusalReason.PriceChanged, $"{total} is asked in all, {new Money(TotalNet, Currency)} was agreed.");
            Remark($"The provider asks {total} in all instead of {new Money(TotalNet, Currency)}. Nothing was sold or charged.", actor, now);
        }
    }

    /// <summary>Given up where the provider has no way to let go: its lines come back when it lapses there.</summary>
    public void LetGo(string said, Actor actor, DateTime now)
    {
        if (State != OrderState.Prepared)
            throw new InvalidOperationException($"An order that is {State} is released or given back, not let go.");
        LetGoAt = now;
        Version++;
        Remark(said, actor, now);
    }
}
