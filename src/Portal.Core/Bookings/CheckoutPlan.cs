using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What a plan needs to know of one hold that is to become an order.</summary>
public sealed record PlanCandidate(Guid HoldId, ProviderTraits Traits, SaleMode Mode, DateTime CommitBy);

/// <summary>
/// In which order a checkout asks the providers (design rule 5c): first what can be undone without cost, then the pivot, then what was
/// prepared, within each the weakest clock first. Decided from traits, never from provider names. Pure.
/// </summary>
public static class CheckoutPlan
{
    public static IReadOnlyList<PlanCandidate> Order(IEnumerable<PlanCandidate> candidates) =>
        [.. candidates.OrderByDescending(c => c.Traits.CommitCanBeUndone).ThenBy(c => c.CommitBy).ThenBy(c => c.HoldId)];

    /// <summary>
    /// The first candidate whose clock may run out before its turn, assuming that every commit before it takes as long as it may; null
    /// when all can start in time.
    /// </summary>
    public static PlanCandidate? TooLate(IReadOnlyList<PlanCandidate> planned, DateTime now)
    {
        var start = now;
        foreach (var candidate in planned)
        {
            if (candidate.CommitBy <= start)
                return candidate;
            start += candidate.Traits.CallBudget;
        }
        return null;
    }

    /// <summary>More than one commit that cannot be undone means that all-or-nothing cannot be promised.</summary>
    public static bool CanPromiseAllOrNothing(IReadOnlyList<PlanCandidate> planned) => planned.Count(c => !c.Traits.CommitCanBeUndone) <= 1;
}
