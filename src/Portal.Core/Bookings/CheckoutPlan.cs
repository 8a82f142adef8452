using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What a plan needs to know of one hold that is to become an order.</summary>
public sealed record PlanCandidate(Guid HoldId, ProviderTraits Traits, SaleMode Mode, DateTime CommitBy);

/// <summary>
/// In which order a checkout asks the providers (design rule 5). Decided from traits, never from provider names. Pure.
/// </summary>
public static class CheckoutPlan
{
    /// <summary>
    /// The order of the commits (5c): what can be undone without cost at that moment, then the pivot (neither prepared nor undone), then
    /// what was prepared; within each the weakest clock first.
    /// </summary>
    public static IReadOnlyList<PlanCandidate> Order(IEnumerable<PlanCandidate> candidates) =>
        [.. candidates.OrderBy(c => Rank(c.Traits)).ThenBy(c => c.CommitBy).ThenBy(c => c.HoldId)];

    /// <summary>The place of a preparation (5b): what can be let go first, what stays locked last; null where nothing can be prepared.</summary>
    public static int? PrepareRank(ProviderTraits traits) => traits.Preparing switch
    {
        Preparing.Releasable => 0,
        Preparing.LockedUntilItLapses => 1,
        _ => null,
    };

    /// <summary>A commit that can be neither prepared nor undone: with more than one of them all-or-nothing cannot be promised.</summary>
    public static bool IsPivot(ProviderTraits traits) => !traits.CommitCanBeUndone && traits.Preparing == Preparing.None;

    /// <summary>What an answered call is counted with. One that takes longer ends in silence, and that stops the plan.</summary>
    public static readonly TimeSpan UsualCall = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The first candidate whose clock may run out before its turn; null when all can start in time. One call before it may take its
    /// whole time-out: a second cannot, since silence stops the plan. What is locked by its preparation has a new clock from then on.
    /// </summary>
    public static PlanCandidate? TooLate(IReadOnlyList<PlanCandidate> planned, DateTime now)
    {
        var (calls, longest) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (candidate, hasNewClock) in Calls(planned))
        {
            if (!hasNewClock && candidate.CommitBy <= now + calls + longest)
                return candidate;
            calls += UsualCall;
            longest = candidate.Traits.CallBudget > longest ? candidate.Traits.CallBudget : longest;
        }
        return null;
    }

    private static IEnumerable<(PlanCandidate Candidate, bool HasNewClock)> Calls(IReadOnlyList<PlanCandidate> planned) =>
        planned.Where(c => PrepareRank(c.Traits) is not null).OrderBy(c => PrepareRank(c.Traits)).Select(c => (c, false))
            .Concat(planned.Select(c => (c, c.Traits.Preparing == Preparing.LockedUntilItLapses)));

    /// <summary>More than one pivot means that all-or-nothing cannot be promised.</summary>
    public static bool CanPromiseAllOrNothing(IReadOnlyList<PlanCandidate> planned) => planned.Count(c => IsPivot(c.Traits)) <= 1;

    private static int Rank(ProviderTraits traits) => traits switch
    {
        { CommitCanBeUndone: true, Preparing: Preparing.None } => 0,
        { Preparing: Preparing.None } => 1,
        _ => 2,
    };
}
