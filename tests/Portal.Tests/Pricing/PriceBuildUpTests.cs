using Portal.Core.Pricing;

namespace Portal.Tests.Pricing;

public sealed class PriceBuildUpTests
{
    public static TheoryData<decimal, decimal, decimal, decimal, decimal, decimal, decimal> Prices => new()
    {
        // net, charges, fee, percent, amount, round up to → selling
        { 100m, 0m, 0m, 0m, 0m, 0m, 100m },
        { 100m, 5m, 2.5m, 0m, 0m, 0m, 107.5m },
        { 100m, 0m, 0m, 12.5m, 0m, 0m, 112.5m },
        { 100m, 0m, 0m, 10m, 3m, 0m, 113m },
        { 99.99m, 0m, 0m, 10m, 0m, 0m, 109.99m },
        { 99.95m, 0m, 0m, 10m, 0m, 0m, 109.95m },
        { 100m, 0m, 0m, 12m, 0m, 5m, 115m },
        { 100m, 0m, 0m, 15m, 0m, 5m, 115m },
        { 100m, 0m, 0m, 0m, 0.01m, 1m, 101m },
        // A discount ends at the cost.
        { 100m, 5m, 2m, -50m, 0m, 0m, 107m },
        { 100m, 0m, 0m, 0m, -20m, 0m, 100m },
        { 0.05m, 0m, 0m, 50m, 0m, 0m, 0.08m },
    };

    [Theory]
    [MemberData(nameof(Prices))]
    public void A_price_is_built_up_from_its_parts(decimal net, decimal charges, decimal fee, decimal percent, decimal amount, decimal roundUpTo, decimal selling)
    {
        var quote = PriceBuildUp.Build(new Money(net, "EUR"), charges, fee, "EUR", 1m, new PriceRule { Percent = percent, AmountEach = amount, RoundUpTo = roundUpTo }, null);

        Assert.Equal(selling, quote.Selling);
        Assert.Equal((net, charges, fee), (quote.Net, quote.Charges, quote.Fee));
        Assert.Equal(net + charges + fee, quote.Owed);
        Assert.Equal(quote.Selling, quote.Owed + quote.Commission + quote.Markup);
    }

    public static TheoryData<decimal, decimal, decimal, decimal, decimal, decimal> Commissions => new()
    {
        // percent, amount, markup percent → commission, owed, selling; of net 100, charges 8 and fee 2
        { 10m, 0m, 0m, 10.8m, 99.2m, 110m },
        { 10m, 1m, 5m, 11.8m, 98.2m, 115.5m },
        { 0m, 0m, 0m, 0m, 110m, 110m },
        // Nobody keeps more than the provider asks, and the fee is always owed.
        { 90m, 50m, 0m, 108m, 2m, 110m },
        // A negative share is none.
        { -5m, 0m, 0m, 0m, 110m, 110m },
        // A discount may take the commission, not more.
        { 10m, 0m, -5m, 10.8m, 99.2m, 104.5m },
        { 10m, 0m, -50m, 10.8m, 99.2m, 99.2m },
    };

    [Theory]
    [MemberData(nameof(Commissions))]
    public void A_commission_is_kept_of_what_the_provider_asks_and_never_of_the_fee(decimal percent, decimal amount, decimal markup, decimal kept, decimal owed, decimal selling)
    {
        var quote = PriceBuildUp.Build(new Money(100m, "EUR"), 8m, 2m, "EUR", 1m, new PriceRule { Percent = markup }, new PriceRule { Percent = percent, AmountEach = amount });

        Assert.Equal((kept, owed, selling), (quote.Commission, quote.Owed, quote.Selling));
        Assert.Equal(quote.Selling, quote.Owed + quote.Commission + quote.Markup);
    }

    [Fact]
    public void In_another_currency_the_agencys_side_is_at_the_rate_and_in_cents()
    {
        var quote = PriceBuildUp.Build(new Money(80m, "GBP"), 3.33m, 1.63m, "EUR", 1.165m, new PriceRule { Percent = 10m, RoundUpTo = 1m }, null);

        Assert.Equal((80m, 3.33m, 1.63m, "GBP"), (quote.Net, quote.Charges, quote.Fee, quote.Currency));
        Assert.Equal((98.98m, 109m, "EUR", 1.165m), (quote.Owed, quote.Selling, quote.AccountCurrency, quote.Rate));
        Assert.Equal(new Money(83.33m, "GBP"), quote.NetEach);
        Assert.Equal(new Money(10.02m, "EUR"), quote.MarginEach);
    }

    [Fact]
    public void Two_currencies_are_never_added()
    {
        Assert.Throws<InvalidOperationException>(() => new Money(1, "EUR") + new Money(1, "GBP"));
        Assert.Throws<InvalidOperationException>(() => new Money(1, "EUR") - new Money(1, "GBP"));
        Assert.Equal(new Money(3.5m, "EUR"), new Money(5m, "EUR") - new Money(1.5m, "EUR"));
        Assert.Equal(new Money(4.5m, "EUR"), new Money(1.5m, "EUR") * 3);
        Assert.Equal("95.00 EUR", new Money(95, "EUR").ToString());
        Assert.Equal("0.125 EUR", new Money(0.125m, "EUR").ToString());
    }

    [Theory]
    [InlineData(1295, "EUR", "€1,295.00")]
    [InlineData(95, "CHF", "95.00 CHF")]
    [InlineData(-5, "EUR", "-€5.00")]
    [InlineData(1200, "JPY", "¥1,200")]
    public void People_read_amounts_with_their_sign(int amount, string currency, string read) => Assert.Equal(read, new Money(amount, currency).ForPeople());
}
