using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Core.Pricing;

/// <summary>The terms under which one agency sells one event's offers today: the contract's fee, the rules that apply and the day's rates.</summary>
/// <param name="AccountCurrency">The agency's; null for an admin, who reads prices in the provider's own.</param>
/// <param name="Fee">The contract's fee per ticket; null without one.</param>
public sealed record Terms(string? AccountCurrency, Money? Fee, PriceRule? Markup, PriceRule? Commission, Rates Rates)
{
    /// <summary>The quote for one ticket of an offer, or <see cref="RefusalReason.NoExchangeRate"/>.</summary>
    public Answer<Quote> Quote(Offer offer) => Quote(offer.NetEach, offer.ChargesEach is { } charges && charges.Currency == offer.NetEach.Currency ? charges.Amount : 0m);

    /// <summary>The quote for one ticket at a new price: how much of it are charges is taken to be as it was, since only the sum is told.</summary>
    public Answer<Quote> QuoteAgain(Money each, Quote was) => Quote(each, each.Currency == was.Currency ? was.Charges : 0m);

    /// <summary>The quote for one ticket.</summary>
    /// <param name="each">What the provider asks, its charges included.</param>
    /// <param name="charges">How much of it are charges.</param>
    /// <returns><see cref="RefusalReason.NoExchangeRate"/> when the price, or the contract's fee, cannot be told in the agency's currency.</returns>
    public Answer<Quote> Quote(Money each, decimal charges = 0m)
    {
        var account = AccountCurrency ?? each.Currency;
        if (Rates.Between(each.Currency, account) is not { } rate)
            return Missing(each.Currency, account);
        // A fee that is left out would be sold below cost without anybody noticing.
        if (FeeIn(each.Currency, account) is not { } fee)
            return Missing(Fee!.Value.Currency, each.Currency);
        var apart = Math.Min(charges, each.Amount);
        return PriceBuildUp.Build(each with { Amount = each.Amount - apart }, apart, fee, account, rate, Markup, Commission);
    }

    // By its own rate where there is one, else by way of the agency's currency.
    private decimal? FeeIn(string currency, string account)
    {
        if (Fee is not { } fee)
            return 0m;
        var rate = Rates.Between(fee.Currency, currency) ?? Rates.Between(fee.Currency, account) * Rates.Between(account, currency);
        return fee.Currency == currency ? fee.Amount : rate is { } known ? Math.Round(fee.Amount * known, 2, MidpointRounding.AwayFromZero) : null;
    }

    private static Refusal Missing(string from, string to) => new(RefusalReason.NoExchangeRate, $"from {from} to {to}");
}
