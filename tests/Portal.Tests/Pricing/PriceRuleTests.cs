using Portal.Core.Pricing;

namespace Portal.Tests.Pricing;

public sealed class PriceRuleTests
{
    private static readonly PriceCase Case = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "soccer");

    // Every combination of what a rule may name, the larger its bits the closer: agency, promoter, category, provider.
    private static PriceRule Naming(int named, PriceCase of) => new()
    {
        Id = Guid.CreateVersion7(), Percent = named,
        AgencyId = (named & 8) != 0 ? of.AgencyId : null, PromoterId = (named & 4) != 0 ? of.PromoterId : null,
        Category = (named & 2) != 0 ? of.Category : null, ConnectionId = (named & 1) != 0 ? of.ConnectionId : null,
    };

    [Fact]
    public void Agency_counts_before_promoter_before_category_before_provider()
    {
        var rules = Enumerable.Range(0, 16).Select(named => Naming(named, Case)).ToList();

        for (var among = 16; among > 0; among--)
            Assert.Equal(among - 1, PriceBuildUp.Choose(rules.Take(among).Reverse(), PriceRuleKind.Markup, Case)!.Percent);
        Assert.Null(PriceBuildUp.Choose([], PriceRuleKind.Markup, Case));
    }

    [Fact]
    public void A_rule_that_names_something_else_does_not_apply()
    {
        PriceCase[] others =
        [
            Case with { AgencyId = Guid.NewGuid() }, Case with { PromoterId = Guid.NewGuid() }, Case with { Category = "opera" }, Case with { ConnectionId = Guid.NewGuid() },
        ];

        Assert.All(others, other => Assert.Null(PriceBuildUp.Choose([Naming(15, other)], PriceRuleKind.Markup, Case)));
        // An admin belongs to no agency: what is for one of them is not for the admin.
        Assert.Null(PriceBuildUp.Choose([Naming(8, Case)], PriceRuleKind.Markup, Case with { AgencyId = null }));
    }

    [Fact]
    public void Each_kind_is_chosen_for_itself()
    {
        var (markup, commission) = (Naming(1, Case), Naming(0, Case));
        commission.Kind = PriceRuleKind.Commission;

        Assert.Same(markup, PriceBuildUp.Choose([markup, commission], PriceRuleKind.Markup, Case));
        Assert.Same(commission, PriceBuildUp.Choose([markup, commission], PriceRuleKind.Commission, Case));
    }
}
