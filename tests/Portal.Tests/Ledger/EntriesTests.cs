using Portal.Core.Ledger;
using Portal.Core.Pricing;

namespace Portal.Tests.Ledger;

/// <summary>What sales and their taking back do to the accounts.</summary>
public sealed class EntriesTests
{
    private static readonly Guid Connection = Guid.NewGuid();

    private static readonly Quote Home = new()
    {
        Net = 90m, Charges = 5m, Fee = 1.90m, Currency = "EUR", AccountCurrency = "EUR", Owed = 92.40m, Commission = 4.50m, Markup = 13.10m, Selling = 110m,
    };

    private static readonly Quote Abroad = new()
    {
        Net = 90m, Charges = 0, Fee = 1m, Currency = "CHF", AccountCurrency = "EUR", Rate = 1.0637m, Owed = 96.80m, Markup = 13.20m, Selling = 110m,
    };

    [Fact]
    public void A_sale_names_net_fee_debt_commission_and_turnover_apart()
    {
        Assert.Equal(
            [(LedgerAccount.Provider, -196.50m), (LedgerAccount.ProviderFee, -3.80m), (LedgerAccount.Agency, 191.30m), (LedgerAccount.Commission, 9m), (LedgerAccount.Customer, 226.50m), (LedgerAccount.Sales, -226.50m)],
            Entries.OfSale(Connection, [Home, Home], 6.50m).Select(e => (e.Account, e.Amount)));
    }

    [Fact]
    public void Where_currencies_differ_each_of_them_sums_to_zero()
    {
        var entries = Entries.OfSale(Connection, [Abroad, Abroad], 0);

        Assert.Contains(entries, e => e is { Account: LedgerAccount.Exchange, Currency: "CHF", Amount: 182m });
        Assert.Contains(entries, e => e is { Account: LedgerAccount.Exchange, Currency: "EUR", Amount: -193.60m });
        Assert.All(entries.GroupBy(e => e.Currency), of => Assert.Equal(0m, of.Sum(e => e.Amount)));
    }

    [Fact]
    public void What_comes_back_whole_frees_the_customer_and_leaves_the_fee_owed()
    {
        var entries = Entries.OfReturn(Connection, [Home], 95m);

        Assert.Equal([(LedgerAccount.Provider, 95m), (LedgerAccount.Agency, -90.50m), (LedgerAccount.Commission, -4.50m), (LedgerAccount.Customer, -110m), (LedgerAccount.Sales, 110m)],
            entries.Select(e => (e.Account, e.Amount)));
    }

    [Fact]
    public void What_comes_back_in_part_is_all_that_the_customer_gets()
    {
        var entries = Entries.OfReturn(Connection, [Home], 47.50m);

        Assert.Equal([(LedgerAccount.Provider, 47.50m), (LedgerAccount.Agency, -45.25m), (LedgerAccount.Commission, -2.25m), (LedgerAccount.Customer, -47.50m), (LedgerAccount.Sales, 47.50m)],
            entries.Select(e => (e.Account, e.Amount)));
    }

    [Fact]
    public void Nothing_back_is_no_entry() => Assert.Empty(Entries.OfReturn(Connection, [Home with { Commission = 0, Owed = 96.90m }], 0));

    [Fact]
    public void Quotes_whose_parts_do_not_add_up_are_not_posted() =>
        Assert.Throws<InvalidOperationException>(() => Entries.OfSale(Connection, [Home with { Owed = 80m }], 0));

    [Fact]
    public void Thousandths_of_a_provider_stay_on_the_exchange_account()
    {
        var entries = Entries.OfSale(Connection, [Home with { Net = 90.004m }], 0);

        Assert.Equal(0.004m, Assert.Single(entries, e => e.Account == LedgerAccount.Exchange).Amount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_sold_and_given_back_sums_to_zero(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var quotes = Enumerable.Range(0, chance.Next(1, 6)).Select(_ => Any(chance, 1.0637m)).ToList();
            foreach (var entries in (List<LedgerEntry>[])[Entries.OfSale(Connection, quotes, chance.Next(0, 10)), Entries.OfReturn(Connection, quotes, chance.Next(0, 400))])
                Assert.All(entries.GroupBy(e => e.Currency), of => Assert.Equal(0m, of.Sum(e => e.Amount)));
        }
    }

    private static Quote Any(Random chance, decimal rate)
    {
        var (net, charges, fee) = (chance.Next(0, 100_000) / 1000m, chance.Next(0, 900) / 100m, chance.Next(0, 300) / 100m);
        var cost = Math.Round((net + charges + fee) * rate, 2);
        var commission = Math.Round(cost * 0.05m, 2);
        return new Quote { Net = net, Charges = charges, Fee = fee, Currency = "CHF", AccountCurrency = "EUR", Rate = rate, Owed = cost - commission, Commission = commission, Markup = 3, Selling = cost + 3 };
    }
}
