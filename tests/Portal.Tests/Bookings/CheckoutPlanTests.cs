using Portal.Core.Bookings;
using Portal.Core.Providers;

namespace Portal.Tests.Bookings;

public sealed class CheckoutPlanTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_can_be_undone_goes_first_and_within_that_the_weakest_clock()
    {
        PlanCandidate[] candidates = [Candidate(9), Candidate(5), Candidate(8, undone: true), Candidate(20, undone: true)];

        Assert.Equal([8, 20, 5, 9], CheckoutPlan.Order(candidates).Select(c => (c.CommitBy - Now).TotalMinutes));
    }

    [Fact]
    public void The_same_candidates_make_the_same_plan_in_any_order()
    {
        PlanCandidate[] candidates = [Candidate(5), Candidate(5), Candidate(5)];

        Assert.Equal(CheckoutPlan.Order(candidates), CheckoutPlan.Order(candidates.Reverse()));
    }

    [Theory]
    [InlineData(new[] { 60 }, null)]
    [InlineData(new[] { 0 }, 0)]
    [InlineData(new[] { 60, 85 }, 1)]
    [InlineData(new[] { 60, 86 }, null)]
    [InlineData(new[] { 100, 150, 96 }, null)]
    [InlineData(new[] { 100, 150, 95 }, 2)]
    public void Each_must_be_able_to_start_after_one_before_it_took_its_longest(int[] secondsLeft, int? tooLate)
    {
        PlanCandidate[] planned = [.. secondsLeft.Select(s => Candidate(s / 60.0))];

        Assert.Equal(tooLate is { } i ? planned[i] : null, CheckoutPlan.TooLate(planned, Now));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void All_or_nothing_can_be_promised_with_one_pivot_at_most(int pivots, bool promised) =>
        Assert.Equal(promised, CheckoutPlan.CanPromiseAllOrNothing([Candidate(5, undone: true), .. Enumerable.Range(0, pivots).Select(_ => Candidate(5))]));

    [Fact]
    public void What_is_prepared_is_committed_last_and_what_can_be_let_go_is_prepared_first()
    {
        var (undone, pivot, locked, frozen) = (Candidate(9, undone: true), Candidate(8), Candidate(7, preparing: Preparing.LockedUntilItLapses), Candidate(6, preparing: Preparing.Releasable));

        Assert.Equal([undone, pivot, frozen, locked], CheckoutPlan.Order([locked, frozen, pivot, undone]));
        Assert.True(CheckoutPlan.PrepareRank(frozen.Traits) < CheckoutPlan.PrepareRank(locked.Traits));
        Assert.Null(CheckoutPlan.PrepareRank(pivot.Traits));
    }

    [Fact]
    public void A_preparation_that_locks_has_to_begin_in_time_and_then_has_a_new_clock()
    {
        var (pivot, locked) = (Candidate(9), Candidate(1, preparing: Preparing.LockedUntilItLapses));

        Assert.Null(CheckoutPlan.TooLate(CheckoutPlan.Order([pivot, locked]), Now));
        Assert.Equal(locked, CheckoutPlan.TooLate(CheckoutPlan.Order([pivot, locked]), Now.AddMinutes(1)));
    }

    private static PlanCandidate Candidate(double minutes, bool undone = false, Preparing preparing = Preparing.None) => new(Guid.NewGuid(),
        new ProviderTraits("P") { CommitCanBeUndone = undone, Preparing = preparing, CallBudget = TimeSpan.FromSeconds(75) }, SaleMode.Purchase, Now.AddMinutes(minutes));
}
