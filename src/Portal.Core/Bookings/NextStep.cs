using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What a plan can do next with one order; the last two ask no provider.</summary>
public enum StepAct
{
    Prepare, Commit,
    /// <summary>Lets a prepared order go at its provider.</summary>
    Release,
    /// <summary>Takes back what was committed.</summary>
    Cancel,
    /// <summary>Nothing was asked beyond the hold: its live hold goes back to the cart.</summary>
    GiveBack,
    /// <summary>Prepared where nothing can be let go: it stays locked until it lapses.</summary>
    LetGo,
}

/// <summary>One order of a plan with what its provider can do.</summary>
public sealed record PlanPart(Order Order, ProviderTraits Traits);

/// <summary>The next thing to be done with one order.</summary>
/// <param name="Seen">The state it was decided on.</param>
/// <param name="Why">For the timeline, where it is a step back.</param>
public sealed record PlanStep(Guid OrderId, StepAct Act, OrderState Seen, string? Why = null);

/// <summary>
/// Reads from the orders' states what a saved plan does next (design rule 5): first everything that can be prepared, what can be let go
/// before what stays locked; then the commits by number. An open answer stops it; a refusal undoes the rest where the agent chose so and
/// nothing final stands in the way. Pure: the same states give the same step in any process.
/// </summary>
public static class NextStep
{
    /// <summary>With this little left on the weakest clock an open answer is not waited for any longer.</summary>
    public static readonly TimeSpan CloseToTheEnd = TimeSpan.FromSeconds(90);

    private const string Refused = "Another part was refused and all or nothing was chosen: this part is undone. Nothing of it is sold or charged.";
    private const string StillOpen = "Another answer is still open, so this part was let go, as chosen. Nothing was booked; it is in the cart.";
    private const string PriceMoved = "Its provider asks another price than was agreed: it is undone. Nothing of it is sold or charged.";

    /// <param name="parts">The orders by number, each with its operations.</param>
    /// <returns>Null when there is nothing to do now: all is settled, or an answer is being waited for.</returns>
    public static PlanStep? Of(IReadOnlyList<PlanPart> parts, OnRefusal onRefusal, OnOpenAnswer onOpenAnswer, DateTime now)
    {
        if (parts.Any(p => p.Order.State is OrderState.Preparing or OrderState.Committing or OrderState.Releasing))
            return null;
        // An answer that is still open comes before everything: what it says decides whether there is anything to undo.
        var isOpen = parts.Any(p => p.Order.State == OrderState.Unknown);
        if (!isOpen && onRefusal == OnRefusal.UndoTheRest && parts.Any(HasFailed) && !parts.Any(IsFinal))
            return parts.Select(p => Back(p, Refused)).FirstOrDefault(step => step is not null);
        if (parts.FirstOrDefault(p => p.Order is { State: OrderState.Prepared, RefusedFor: RefusalReason.PriceChanged, LetGoAt: null }) is { } moved)
            return Back(moved, PriceMoved);

        var waiting = parts.Where(p => p.Order.IsWaiting(now)).ToList();
        if (waiting.Count == 0)
            return null;
        if (isOpen && waiting.Min(p => p.Order.CommitBy!.Value) - CloseToTheEnd > now)
            return null;
        if (isOpen && onOpenAnswer == OnOpenAnswer.LetGo)
            return waiting.Select(p => Back(p, StillOpen)).FirstOrDefault(step => step is not null);

        var preparing = waiting.Where(p => p.Order.State == OrderState.Planned && CheckoutPlan.PrepareRank(p.Traits) is not null)
            .OrderBy(p => CheckoutPlan.PrepareRank(p.Traits)).FirstOrDefault();
        if (preparing is not null)
            return new PlanStep(preparing.Order.Id, StepAct.Prepare, preparing.Order.State);
        // Asked to slow down, or out of reach: with all or nothing nothing becomes final before that is over.
        if (onRefusal == OnRefusal.UndoTheRest && !parts.Any(IsFinal) && parts.Any(p => IsPaused(p.Order)))
            return null;
        return new PlanStep(waiting[0].Order.Id, StepAct.Commit, waiting[0].Order.State);
    }

    /// <summary>A definite no that waiting does not mend. It stays one once what it left alive was given back: the rest is undone all the same.</summary>
    private static bool HasFailed(PlanPart part) => part.Order.State is OrderState.Refused
        // What was booked and lapsed, or was given back, had become final: the checkout was a success.
        || part.Order is { State: OrderState.Expired, CommittedAt: null }
        || (part.Order is { State: OrderState.Planned or OrderState.Prepared or OrderState.Released, RefusedFor: not null } && !IsPassing(part.Order));

    private static bool IsPaused(Order order) => order.State is OrderState.Planned or OrderState.Prepared && IsPassing(order);

    private static bool IsPassing(Order order) => order.RefusedFor is RefusalReason.Throttled or RefusalReason.Unreachable;

    private static bool IsFinal(PlanPart part) => IsCommitted(part.Order) && !part.Traits.CommitCanBeUndone;

    private static bool IsCommitted(Order order) => order.State is OrderState.Booked or OrderState.Purchased;

    private static PlanStep? Back(PlanPart part, string why)
    {
        var order = part.Order;
        return order.State switch
        {
            OrderState.Planned => new PlanStep(order.Id, StepAct.GiveBack, order.State, why),
            OrderState.Prepared when part.Traits.Preparing == Preparing.Releasable => new PlanStep(order.Id, StepAct.Release, order.State, why),
            OrderState.Prepared when order.LetGoAt is null => new PlanStep(order.Id, StepAct.LetGo, order.State,
                why + " Its provider cannot let it go: the places stay locked there until their time is over."),
            // Tried once: a refused undoing is a matter for people.
            OrderState.Booked or OrderState.Purchased when part.Traits.CommitCanBeUndone && !order.Operations.Exists(o => o.IsUndo) =>
                new PlanStep(order.Id, StepAct.Cancel, order.State, why),
            _ => null,
        };
    }
}
