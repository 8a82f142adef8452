namespace Portal.Core.Pricing;

/// <summary>
/// Builds a quote from what a provider asks, our contract's fee, the rate of the day and the rules that apply. Pure. The provider's side
/// stays as it is told; the agency's side is in cents wherever a rate or a rule had part in it.
/// </summary>
public static class PriceBuildUp
{
    /// <param name="net">Provider net per ticket, without its charges.</param>
    /// <param name="charges">Provider charges per ticket, same currency.</param>
    /// <param name="fee">Contract fee per ticket, same currency.</param>
    /// <param name="account">The agency's currency.</param>
    /// <param name="rate">What one unit of the provider's currency costs in it; 1 where they are the same.</param>
    /// <param name="markup">The rule for what the agency adds, or null to sell at cost.</param>
    /// <param name="commission">The rule for what the agency keeps of what the provider asks, or null for nothing.</param>
    public static Quote Build(Money net, decimal charges, decimal fee, string account, decimal rate, PriceRule? markup, PriceRule? commission)
    {
        var provider = new Quote { Net = net.Amount, Charges = charges, Fee = fee, Currency = net.Currency, AccountCurrency = account, Rate = rate, Owed = 0, Selling = 0 };
        var cost = provider.InAccount(net.Amount + charges + fee);
        var asked = provider.InAccount(net.Amount + charges);
        // The fee is ours to pay: nobody has a share of it, and none is larger than what the provider asks.
        var kept = commission is null ? 0m : Math.Clamp(Cents(asked * commission.Percent / 100m + commission.AmountEach), 0m, Math.Max(0m, asked));
        var owed = cost - kept;

        var selling = Cents(cost * (1 + (markup?.Percent ?? 0m) / 100m) + (markup?.AmountEach ?? 0m));
        if (markup is { RoundUpTo: > 0 })
            selling = Math.Ceiling(selling / markup.RoundUpTo) * markup.RoundUpTo;
        // A discount may take all that the agency earns, never what it owes.
        if (selling < owed)
            selling = Math.Ceiling(owed * 100m) / 100m;
        return provider with { Commission = kept, Owed = owed, Selling = selling, Markup = selling - cost };
    }

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>The rule of that kind which names the case most closely (<see cref="PriceRule.Closeness"/>).</summary>
    public static PriceRule? Choose(IEnumerable<PriceRule> rules, PriceRuleKind kind, PriceCase of) =>
        rules.Where(r => r.Kind == kind && r.Fits(of)).OrderByDescending(r => r.Closeness).ThenBy(r => r.Id).FirstOrDefault();
}
