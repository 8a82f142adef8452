using Portal.Core.Pricing;

namespace Portal.Tests.Pricing;

public sealed class PriceBuildUpTests
{
    private static readonly Guid Agency = Guid.NewGuid(), Connection = Guid.NewGuid();

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
        var quote = PriceBuildUp.Build(new Money(net, "EUR"), charges, fee == 0 ? null : new Money(fee, "EUR"),
            new PriceRule { Percent = percent, AmountEach = amount, RoundUpTo = roundUpTo });

        Assert.Equal(selling, quote.Selling);
        Assert.Equal((net, charges, fee), (quote.Net, quote.Charges, quote.Fee));
        Assert.Equal(quote.Selling, quote.Net + quote.Charges + quote.Fee + quote.Markup);
    }

    [Fact]
    public void A_fee_in_another_currency_is_left_out() =>
        Assert.Equal(100m, PriceBuildUp.Build(new Money(100m, "GBP"), 0, new Money(2m, "EUR"), null).Selling);

    [Fact]
    public void The_rule_that_names_its_case_most_closely_wins()
    {
        PriceRule[] rules =
        [
            new() { Percent = 1 }, new() { ConnectionId = Connection, Percent = 2 }, new() { AgencyId = Agency, Percent = 3 },
            new() { AgencyId = Agency, ConnectionId = Connection, Percent = 4 },
            new() { AgencyId = Guid.NewGuid(), ConnectionId = Connection, Percent = 5 }, new() { AgencyId = Agency, ConnectionId = Guid.NewGuid(), Percent = 6 },
        ];

        Assert.Equal(4, PriceBuildUp.Choose(rules, Agency, Connection)!.Percent);
        Assert.Equal(3, PriceBuildUp.Choose(rules, Agency, Guid.NewGuid())!.Percent);
        Assert.Equal(2, PriceBuildUp.Choose(rules, Guid.NewGuid(), Connection)!.Percent);
        Assert.Equal(1, PriceBuildUp.Choose(rules, Guid.NewGuid(), Guid.NewGuid())!.Percent);
        Assert.Null(PriceBuildUp.Choose([], Agency, Connection));
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
