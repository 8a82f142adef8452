using Portal.Core.Agencies;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

// How it comes to nothing: refused, expired, or let go. The lines go back to the cart.
public sealed partial class Order
{
    /// <summary>A definite no that leaves the provider's hold alive: it may be tried again, under a new key.</summary>
    public void RecordRefusedHoldAlive(Refusal refusal, string said, Actor actor, DateTime now)
    {
        Question.Require("Refused", Asked.Commit, Asked.Prepare);
        MoveTo(BeforeCommit, actor, now, said);
        Question.Answered();
        (Attempt, SealedBody) = (Attempt + 1, null);
        (RefusedFor, RefusedDetail) = (refusal.Reason, refusal.Detail);
    }

    /// <summary>A refusal that left the hold alive no longer stands in the way.</summary>
    public void TryAgain(string said, Actor actor, DateTime now)
    {
        (RefusedFor, RefusedDetail, LetGoAt) = (null, null, null);
        Version++;
        Remark(said, actor, now);
    }

    /// <summary>The question never arrived and the hold is alive: the same may be asked again.</summary>
    public void RecordNotMade(string said, Actor actor, DateTime now)
    {
        Question.Require("Not made", Asked.Commit, Asked.Prepare);
        MoveTo(BeforeCommit, actor, now, said);
        Question.Answered();
    }

    public void RecordRefused(Refusal refusal, string said, Actor actor, DateTime now)
    {
        Question.Require("Refused", Asked.Commit, Asked.Prepare);
        MoveTo(OrderState.Refused, actor, now, said);
        Question.Answered();
        (RefusedFor, RefusedDetail) = (refusal.Reason, refusal.Detail);
        ReturnLines(refusal.Reason, refusal.Detail);
    }

    public void RecordExpired(string said, Actor actor, DateTime now)
    {
        MoveTo(OrderState.Expired, actor, now, said);
        Question.Answered();
        ReturnLines(RefusalReason.HoldExpired, said);
    }

    public void BeginRelease(string said, Actor actor, Guid owner, DateTime now, TimeSpan budget)
    {
        Question.Require("Releasing", Asked.Nothing, Asked.Release);
        MoveTo(OrderState.Releasing, actor, now, said);
        Question.Begin(Asked.Release, owner, now, budget);
    }

    public void RecordReleased(string said, Actor actor, DateTime now)
    {
        Question.Require("Released", Asked.Release);
        MoveTo(OrderState.Released, actor, now, said);
        Question.Answered();
        ReturnLines(null, said);
    }

    /// <summary>Ends before anything was asked beyond the hold; the lines and their live hold go back to the cart.</summary>
    public void GiveBack(string said, Actor actor, DateTime now)
    {
        Question.Require("Given back", Asked.Nothing);
        MoveTo(OrderState.Released, actor, now, said);
        Hold!.GiveBack(actor, now);
        foreach (var line in Lines)
            (line.OrderId, line.Version) = (null, line.Version + 1);
        Lines.Clear();
    }

    // What was typed stays on the lines; without an order they show up in the cart again, ready to be held.
    private void ReturnLines(RefusalReason? reason, string detail)
    {
        foreach (var line in Lines)
        {
            (line.OrderId, line.HoldId, line.HeldQuantity, line.Version) = (null, null, 0, line.Version + 1);
            if (reason is { } why)
                line.SetProblem(why, detail);
        }
        Lines.Clear();
    }
}
