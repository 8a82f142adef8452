namespace Portal.Core.Pricing;

/// <summary>A price rule as an admin wants it.</summary>
/// <param name="Id">Which rule; null for a new one.</param>
/// <param name="Version">As it was read: somebody else's later decision is never overwritten unseen. 0 for a new one.</param>
public sealed record PriceRuleDraft(Guid? Id, PriceRuleKind Kind, long Version)
{
    public Guid? AgencyId { get; init; }
    public Guid? ConnectionId { get; init; }
    public Guid? PromoterId { get; init; }
    public string? Category { get; init; }
    public decimal Percent { get; init; }
    public decimal AmountEach { get; init; }
    public decimal RoundUpTo { get; init; }

    /// <summary>Why it cannot be a rule, in words; null when it can.</summary>
    public string? Fault => Kind switch
    {
        PriceRuleKind.Markup when Percent is < -100m or > 500m => "A markup is between -100 % and 500 %.",
        PriceRuleKind.Commission when Percent is < 0m or > 100m => "A commission is between 0 % and 100 % of what the provider asks.",
        PriceRuleKind.Commission when AmountEach < 0m => "A commission cannot be less than nothing.",
        PriceRuleKind.Commission when RoundUpTo != 0m => "Only the selling price is rounded: leave the rounding of a commission at 0.",
        _ when Math.Abs(AmountEach) > 100_000m => "An amount per ticket is at most 100,000.",
        _ when RoundUpTo is < 0m or > 1_000m => "Prices are rounded up to a multiple between 0.01 and 1,000; 0 leaves them at two decimals.",
        _ when decimal.Round(Percent, 4) != Percent || decimal.Round(AmountEach, 2) != AmountEach || decimal.Round(RoundUpTo, 2) != RoundUpTo =>
            "Percentages have at most four decimals, amounts two.",
        _ => null,
    };

    /// <summary>It names exactly what the rule names.</summary>
    public bool NamesAs(PriceRule rule) =>
        rule.Kind == Kind && rule.AgencyId == AgencyId && rule.ConnectionId == ConnectionId && rule.PromoterId == PromoterId && rule.Category == Category;

    /// <summary>Writes what is wanted into a rule.</summary>
    public PriceRule WriteTo(PriceRule rule)
    {
        (rule.Kind, rule.AgencyId, rule.ConnectionId, rule.PromoterId, rule.Category) = (Kind, AgencyId, ConnectionId, PromoterId, Category);
        (rule.Percent, rule.AmountEach, rule.RoundUpTo) = (Percent, AmountEach, RoundUpTo);
        return rule;
    }
}
