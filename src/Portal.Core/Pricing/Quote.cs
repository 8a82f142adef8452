namespace Portal.Core.Pricing;

/// <summary>
/// A price per ticket, built up in separate fields and frozen into the line it was quoted for. What the provider asks is in major units of
/// <see cref="Currency"/>; what agency and customer pay is in major units of <see cref="AccountCurrency"/>, at the <see cref="Rate"/> of that
/// moment. Selling = owed + commission + markup.
/// </summary>
public sealed record Quote
{
    /// <summary>What the provider is paid for the place, without its charges.</summary>
    public required decimal Net { get; init; }
    /// <summary>Charges the provider adds openly (Onebox surcharges).</summary>
    public decimal Charges { get; init; }
    /// <summary>Our contract's fixed fee per ticket that appears on the provider's invoice only.</summary>
    public decimal Fee { get; init; }
    /// <summary>ISO 4217; what the provider is paid in.</summary>
    public required string Currency { get; init; }

    /// <summary>How many units of the account's currency one unit of the provider's costs; 1 where they are the same.</summary>
    public decimal Rate { get; init; } = 1m;
    /// <summary>ISO 4217; the agency's currency, in which it owes and sells.</summary>
    public required string AccountCurrency { get; init; }
    /// <summary>What the agency owes the portal: net, charges and fee at the rate, less its commission.</summary>
    public required decimal Owed { get; init; }
    /// <summary>The agency's share of what the provider asks.</summary>
    public decimal Commission { get; init; }
    /// <summary>What the agency adds.</summary>
    public decimal Markup { get; init; }
    /// <summary>What the customer pays.</summary>
    public required decimal Selling { get; init; }

    /// <summary>What the provider is paid in all, charges included: the price that its wire names and that is compared with it.</summary>
    public Money NetEach => new(Net + Charges, Currency);
    public Money OwedEach => new(Owed, AccountCurrency);
    public Money SellingEach => new(Selling, AccountCurrency);
    /// <summary>An amount of the provider's in the account's currency, at the frozen rate; in cents where a rate was used.</summary>
    public decimal InAccount(decimal amount) => Currency == AccountCurrency ? amount : Math.Round(amount * Rate, 2, MidpointRounding.AwayFromZero);

    /// <summary>The same ticket at what the provider took in the end; the selling price stays as it was agreed.</summary>
    public Quote At(Money net)
    {
        if (net.Currency != Currency)
            throw new InvalidOperationException($"A ticket quoted in {Currency} was not sold at {net}.");
        var owed = Owed + InAccount(net.Amount - NetEach.Amount);
        return this with { Net = net.Amount - Charges, Owed = owed, Markup = Selling - owed - Commission };
    }

    /// <summary>What the agency earns.</summary>
    public Money MarginEach => new(Selling - Owed, AccountCurrency);
}
