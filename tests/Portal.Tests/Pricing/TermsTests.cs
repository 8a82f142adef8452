using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Pricing;

public sealed class TermsTests
{
    private static readonly Rates SomeRates = new([Rate("GBP", "EUR", 1.2m), Rate("CHF", "EUR", 1.05m), Rate("EUR", "USD", 1.25m)]);

    private static ExchangeRate Rate(string from, string to, decimal rate, int day = 1, int hour = 8) => new()
    {
        Id = Guid.CreateVersion7(), From = from, To = to, Rate = rate, ValidFrom = new DateOnly(2027, 1, day), EnteredAt = new DateTime(2027, 1, 1, hour, 0, 0, DateTimeKind.Utc), EnteredBy = "Ines",
    };

    private static Terms For(string? account = "EUR", Money? fee = null, Rates? rates = null) => new(account, fee, null, null, rates ?? SomeRates);

    [Fact]
    public void Charges_stand_apart_and_the_wires_price_is_their_sum()
    {
        var offer = new Offer("A", "Stalls", new Money(50m, "EUR"), new QuantityRule()) { ChargesEach = new Money(6m, "EUR") };

        var quote = For().Quote(offer).Value!;

        Assert.Equal((44m, 6m, offer.NetEach), (quote.Net, quote.Charges, quote.NetEach));
    }

    [Theory]
    [InlineData("GBP", 1.2)]
    [InlineData("EUR", 1.0)]
    [InlineData("USD", 0.8)]
    public void A_pair_counts_in_either_direction(string currency, double rate) =>
        Assert.Equal((decimal)rate, For().Quote(new Money(10m, currency)).Value!.Rate);

    [Fact]
    public void Without_a_rate_there_is_no_quote()
    {
        var refusal = For().Quote(new Money(10m, "JPY")).Refusal!;

        Assert.Equal((RefusalReason.NoExchangeRate, "from JPY to EUR"), (refusal.Reason, refusal.Detail));
        Assert.Equal("There is no exchange rate from JPY to EUR.", RefusalWords.For(refusal, "XS2Event", Attempted.Hold).Happened);
    }

    [Fact]
    public void A_fee_in_another_currency_is_converted_and_never_forgotten()
    {
        // By its own rate, where there is one…
        Assert.Equal(1.67m, For(fee: new Money(2m, "EUR")).Quote(new Money(10m, "GBP")).Value!.Fee);
        // …else by way of the agency's currency: 2 CHF are 2.10 EUR, and those 1.75 GBP.
        Assert.Equal(1.75m, For(fee: new Money(2m, "CHF")).Quote(new Money(10m, "GBP")).Value!.Fee);
        Assert.Equal("from JPY to GBP", For(fee: new Money(2m, "JPY")).Quote(new Money(10m, "GBP")).Refusal!.Detail);
    }

    [Fact]
    public void An_admin_reads_prices_in_the_providers_currency()
    {
        var quote = For(account: null).Quote(new Money(10m, "JPY")).Value!;

        Assert.Equal(("JPY", 1m, 10m), (quote.AccountCurrency, quote.Rate, quote.Selling));
    }

    [Fact]
    public void Of_several_rows_the_one_valid_latest_counts_and_of_one_day_the_one_entered_later()
    {
        Assert.Equal(1.3m, new Rates([Rate("GBP", "EUR", 1.2m), Rate("GBP", "EUR", 1.3m, day: 2)]).Between("GBP", "EUR"));
        Assert.Equal(1.4m, new Rates([Rate("GBP", "EUR", 1.4m, hour: 9), Rate("GBP", "EUR", 1.2m)]).Between("GBP", "EUR"));
        // The other direction, entered since, is the newer word.
        Assert.Equal(0.5m, new Rates([Rate("GBP", "EUR", 1.2m), Rate("EUR", "GBP", 2m, day: 2)]).Between("GBP", "EUR"));
        Assert.Equal(1.2m, new Rates([Rate("EUR", "GBP", 2m), Rate("GBP", "EUR", 1.2m)]).Between("GBP", "EUR"));
        Assert.Equal(0.33333333m, new Rates([Rate("EUR", "GBP", 3m)]).Between("GBP", "EUR"));
    }

    [Fact]
    public void A_price_told_anew_keeps_its_charges_since_only_the_sum_is_told()
    {
        var was = For().Quote(new Money(50m, "EUR"), 6m).Value!;

        Assert.Equal((49m, 6m), Parts(For().QuoteAgain(new Money(55m, "EUR"), was)));
        Assert.Equal((0m, 4m), Parts(For().QuoteAgain(new Money(4m, "EUR"), was)));
        Assert.Equal((55m, 0m), Parts(For().QuoteAgain(new Money(55m, "GBP"), was)));
    }

    private static (decimal, decimal) Parts(Answer<Quote> quote) => (quote.Value!.Net, quote.Value.Charges);
}
