using Portal.Core.Pricing;

namespace Portal.Tests.Pricing;

/// <summary>Whatever is asked and whatever the rules say, the parts add up and nobody sells below what is owed.</summary>
public sealed class BuildUpPropertyTests
{
    private static Quote Any(Random dice)
    {
        var isForeign = dice.Next(3) > 0;
        return PriceBuildUp.Build(new Money(dice.Next(0, 1_000_000) / 100m, isForeign ? "GBP" : "EUR"), dice.Next(0, 5_000) / 100m, dice.Next(0, 500) / 100m, "EUR",
            isForeign ? dice.Next(1, 1_000_000) / 10_000m : 1m,
            dice.Next(5) == 0 ? null : new PriceRule { Percent = dice.Next(-3_000, 3_000) / 10m, AmountEach = dice.Next(-5_000, 5_000) / 100m, RoundUpTo = dice.Next(3) == 0 ? dice.Next(0, 500) / 100m : 0m },
            dice.Next(3) == 0 ? null : new PriceRule { Kind = PriceRuleKind.Commission, Percent = dice.Next(-500, 1_500) / 10m, AmountEach = dice.Next(-5_000, 5_000) / 100m });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_parts_add_up_and_never_fall_below_what_is_owed(int seed)
    {
        var dice = new Random(seed);
        for (var throws = 0; throws < 20_000; throws++)
        {
            var quote = Any(dice);

            Assert.Equal(quote.Selling, quote.Owed + quote.Commission + quote.Markup);
            Assert.Equal(quote.InAccount(quote.Net + quote.Charges + quote.Fee), quote.Owed + quote.Commission);
            Assert.True(quote.Selling >= quote.Owed && quote.Owed >= 0m && quote.Commission >= 0m, quote.ToString());
            Assert.True(decimal.Round(quote.Selling, 2) == quote.Selling && decimal.Round(quote.Owed, 2) == quote.Owed, quote.ToString());
        }
    }

    [Fact]
    public void Twenty_at_once_build_up_the_same_as_one()
    {
        var alone = Any(new Random(7));
        var quotes = new Quote[20];

        Parallel.For(0, quotes.Length, n => quotes[n] = Any(new Random(7)));

        Assert.All(quotes, quote => Assert.Equal(alone, quote));
    }
}
