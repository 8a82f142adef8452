namespace Portal.Core.Pricing;

/// <summary>Builds a quote from what a provider asks, our contract's fee and the rule that applies. Pure.</summary>
public static class PriceBuildUp
{
    /// <param name="net">Provider net per ticket.</param>
    /// <param name="charges">Provider charges per ticket, same currency.</param>
    /// <param name="fee">Contract fee per ticket; left out when its currency is another, since no rate is agreed for it.</param>
    /// <param name="rule">The rule that applies, or null to sell at cost.</param>
    public static Quote Build(Money net, decimal charges, Money? fee, PriceRule? rule)
    {
        var feeEach = fee is { } f && f.Currency == net.Currency ? f.Amount : 0m;
        var cost = net.Amount + charges + feeEach;
        var selling = Math.Round(cost * (1 + (rule?.Percent ?? 0m) / 100m) + (rule?.AmountEach ?? 0m), 2, MidpointRounding.AwayFromZero);
        if (rule is { RoundUpTo: > 0 })
            selling = Math.Ceiling(selling / rule.RoundUpTo) * rule.RoundUpTo;
        // A discount rule may lower the margin but never below what we owe the provider.
        selling = Math.Max(selling, cost);
        return new Quote
        {
            Net = net.Amount, Charges = charges, Fee = feeEach, Currency = net.Currency,
            AccountCurrency = net.Currency, Owed = cost, Markup = selling - cost, Selling = selling,
        };
    }

    /// <summary>The rule that names this agency and connection most closely.</summary>
    public static PriceRule? Choose(IEnumerable<PriceRule> rules, Guid agencyId, Guid connectionId) => rules
        .Where(r => (r.AgencyId is null || r.AgencyId == agencyId) && (r.ConnectionId is null || r.ConnectionId == connectionId))
        .OrderByDescending(r => r.Closeness).ThenBy(r => r.Id)
        .FirstOrDefault();
}
