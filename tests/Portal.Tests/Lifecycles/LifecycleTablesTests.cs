using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Lifecycles;
using Portal.Core.Mail;

namespace Portal.Tests.Lifecycles;

/// <summary>What every table must be: without a state that nothing leads to, and without one that nothing leads out of before its end.</summary>
public sealed class LifecycleTablesTests
{
    [Fact]
    public void Holds_have_a_whole_table() => IsWhole(HoldLifecycle.Table, HoldState.Asking,
        [HoldState.Released, HoldState.Expired, HoldState.Refused]);

    [Fact]
    public void Orders_have_a_whole_table() => IsWhole(OrderLifecycle.Table, OrderState.Planned,
        [OrderState.Purchased, OrderState.Released, OrderState.Expired, OrderState.Refused]);

    // An item is born as its order became final: kept or sold.
    [Fact]
    public void Items_have_a_whole_table() => IsWhole(ItemLifecycle.Table, ItemState.Booked, [ItemState.Lapsed, ItemState.Refunded]);

    // A mail whose sender died is claimed again as it stands; what failed, a person may have tried again.
    [Fact]
    public void Mails_end_sent_and_failing_is_no_end()
    {
        Assert.Equal([MailState.Sent], Enum.GetValues<MailState>().Where(MailLifecycle.Table.IsFinal));
        Assert.Equal(Enum.GetValues<MailState>(), Reached(MailLifecycle.Table, MailState.Waiting).Order());
        Assert.All(Enum.GetValues<MailState>(), state => Assert.Contains(MailState.Sent, Reached(MailLifecycle.Table, state)));
        Assert.Equal([MailState.Sending], MailLifecycle.Table.Before(MailState.Failed));
    }

    [Fact]
    public void A_question_may_stay_unanswered_in_every_state_that_asks_one()
    {
        Assert.Equal([HoldState.Asking, HoldState.Changing, HoldState.Releasing], HoldLifecycle.Table.Before(HoldState.Unknown).Order());
        Assert.Equal([OrderState.Preparing, OrderState.Committing, OrderState.Releasing], OrderLifecycle.Table.Before(OrderState.Unknown).Order());
    }

    [Fact]
    public void Only_what_waits_in_a_cart_or_a_checkout_runs_out_by_itself()
    {
        Assert.True(HoldLifecycle.Table.Allows(HoldState.Held, HoldState.Expired));
        Assert.False(HoldLifecycle.Table.Allows(HoldState.Taken, HoldState.Expired));
        Assert.True(OrderLifecycle.Table.Allows(OrderState.Planned, OrderState.Expired));
        Assert.False(OrderLifecycle.Table.Allows(OrderState.Committing, OrderState.Expired));
    }

    private static void IsWhole<TState>(Lifecycle<TState> table, TState first, TState[] finals) where TState : struct, Enum
    {
        var all = Enum.GetValues<TState>();
        Assert.Equal(finals.Order(), all.Where(table.IsFinal).Order());
        Assert.Equal(all, Reached(table, first).Order());
        Assert.All(all, state => Assert.Contains(Reached(table, state), table.IsFinal));
        Assert.All(all, state => Assert.False(table.Allows(state, state)));
        foreach (var from in all)
            foreach (var to in all)
                if (table.Moves.Contains((from, to)))
                    table.Require(from, to);
                else
                    Assert.Throws<InvalidOperationException>(() => table.Require(from, to));
    }

    private static HashSet<TState> Reached<TState>(Lifecycle<TState> table, TState from) where TState : struct, Enum
    {
        var reached = new HashSet<TState> { from };
        var queue = new Queue<TState>([from]);
        while (queue.TryDequeue(out var state))
            foreach (var move in table.Moves.Where(m => m.From.Equals(state)))
                if (reached.Add(move.To))
                    queue.Enqueue(move.To);
        return reached;
    }
}
