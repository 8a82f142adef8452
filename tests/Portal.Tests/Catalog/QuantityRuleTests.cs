using Portal.Core.Catalog;

namespace Portal.Tests.Catalog;

public sealed class QuantityRuleTests
{
    public static TheoryData<QuantityRule, int?, int, QuantityFault?> Wishes => new()
    {
        { new(), 10, 1, null },
        { new(), 10, 0, QuantityFault.BelowMinimum },
        { new(), 10, 10, null },
        { new(), 10, 11, QuantityFault.AboveMaximum },
        { new(), null, 500, null },
        { new(Min: 0), 10, 0, QuantityFault.BelowMinimum },
        { new(Min: 4), 10, 3, QuantityFault.BelowMinimum },
        { new(Min: 4), 10, 4, null },
        { new(Min: 4), 3, 3, QuantityFault.BelowMinimum },
        { new(Max: 6), 10, 7, QuantityFault.AboveMaximum },
        { new(Max: 6), 4, 5, QuantityFault.AboveMaximum },
        { new(Step: 2), 10, 3, QuantityFault.NotAMultiple },
        { new(Step: 2), 10, 4, null },
        { new(Step: 2), 5, 5, QuantityFault.NotAMultiple },
        { new(NotLeaveOne: true), 6, 5, QuantityFault.LeavesOne },
        { new(NotLeaveOne: true), 6, 6, null },
        { new(NotLeaveOne: true), 6, 4, null },
        { new(NotLeaveOne: true), 1, 1, null },
        { new(NotLeaveOne: true), null, 5, null },
        { new(Step: 2, NotLeaveOne: true), 5, 4, QuantityFault.LeavesOne },
        { new(CountsPackages: true), 3, 3, null },
    };

    public static TheoryData<QuantityRule, int?, int, int?> NearestOnes => new()
    {
        { new(), 10, 3, 3 },
        { new(), 4, 6, 4 },
        { new(), 0, 2, null },
        { new(Min: 4), 10, 2, 4 },
        { new(Min: 4), 3, 4, null },
        { new(Max: 6), null, 9, 6 },
        { new(Step: 2), 10, 5, 4 },
        { new(Step: 2), 10, 1, 2 },
        { new(Step: 2), 1, 2, null },
        { new(NotLeaveOne: true), 6, 5, 4 },
        { new(NotLeaveOne: true), 2, 1, 2 },
        { new(Min: 2, NotLeaveOne: true), 3, 2, 3 },
        { new(Step: 2, NotLeaveOne: true), 3, 2, null },
        { new(Min: 3, Step: 2), null, 3, 4 },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_wish_keeps_the_rule_or_breaks_it_in_one_way(QuantityRule rule, int? stock, int quantity, QuantityFault? fault) =>
        Assert.Equal(fault, rule.Check(quantity, stock));

    [Theory]
    [MemberData(nameof(NearestOnes))]
    public void The_nearest_that_can_be_had_is_offered(QuantityRule rule, int? stock, int wanted, int? nearest) =>
        Assert.Equal(nearest, rule.Nearest(wanted, stock));

    [Fact]
    public void What_is_offered_can_be_had_and_nothing_nearer_below()
    {
        foreach (var rule in from min in Enumerable.Range(1, 4) from step in Enumerable.Range(1, 3) from leave in (bool[])[true, false] select new QuantityRule(min, null, step, leave))
            for (var stock = 0; stock <= 8; stock++)
                for (var wanted = 1; wanted <= 10; wanted++)
                {
                    var nearest = rule.Nearest(wanted, stock);
                    var possible = rule.Allowed(stock, 10).ToList();
                    Assert.Equal(possible.Count == 0, nearest is null);
                    if (nearest is not { } q)
                        continue;
                    Assert.Contains(q, possible);
                    Assert.Equal(possible.Where(p => p <= wanted).DefaultIfEmpty(possible.Find(p => p > wanted)).Max(), q);
                }
    }
}
