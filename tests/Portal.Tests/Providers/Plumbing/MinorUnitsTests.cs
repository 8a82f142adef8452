using Portal.Core.Pricing;
using Portal.Providers.Plumbing;

namespace Portal.Tests.Providers.Plumbing;

public sealed class MinorUnitsTests
{
    [Theory]
    [InlineData(41100, "EUR", 411.00)]
    [InlineData(5000, "JPY", 5000)]
    [InlineData(1234, "KWD", 1.234)]
    public void Minor_units_follow_the_currencys_own_decimals(long minor, string currency, decimal amount)
    {
        Assert.Equal(new Money(amount, currency), MinorUnits.ToMoney(minor, currency));
        Assert.Equal(minor, MinorUnits.FromMoney(new Money(amount, currency)));
    }

    [Fact]
    public void An_amount_finer_than_the_currency_is_not_rounded_but_refused() => Assert.Null(MinorUnits.FromMoney(new Money(10.005m, "EUR")));

    [Fact]
    public void Everything_in_a_query_is_encoded_and_null_left_out() =>
        Assert.Equal("/v1/x?booking_id=in%3A%5Ba%2Cb%5D&updated=ge%3A2027-01-01%2009%3A00%3A00&page=2",
            new WireQuery("/v1/x").With("booking_id", "in:[a,b]").With("none", null).With("updated", "ge:2027-01-01 09:00:00").With("page", 2).ToString());
}
