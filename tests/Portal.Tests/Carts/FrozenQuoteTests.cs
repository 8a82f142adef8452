using Microsoft.EntityFrameworkCore;
using Portal.Core.Carts;
using Portal.Core.Lifecycles;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>What was quoted stays as it was, rate and rule included, until the provider's own price moves.</summary>
public sealed class FrozenQuoteTests
{
    [Theory]
    [OnEveryEngine]
    public async Task A_held_price_keeps_its_rate_and_rule_through_checkout(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        // The price is read once more at checkout here, and compared with what the provider asked, not with what it comes to today.
        world.Provider.Traits = world.Provider.Traits with { LocksPrice = false };
        await RuleAsync(world, 10m);
        var offer = await world.SellsAsync("A", net: 80m, currency: "GBP");
        var line = await world.AddedAsync(world.Ann, offer, 2);
        Assert.Equal((93.20m, 102.52m, SampleRates.Pound), (line.Quote.Owed, line.Quote.Selling, line.Quote.Rate));

        await RateAsync(world, "GBP", 1.5m);
        await RuleAsync(world, 50m);
        var cart = (await world.Get<ReadCart>().RunAsync(world.Ann, null, default))!;
        await world.CheckedOutAsync(world.Ann);

        Assert.Equal(new Money(205.04m, "EUR"), Assert.Single(cart.Totals).Selling);
        var order = Assert.Single(await world.OrdersAsync());
        Assert.Equal((160m, "GBP", 186.40m, 205.04m, "EUR"), (order.TotalNet, order.Currency, order.TotalOwed, order.TotalSelling, order.AccountCurrency));
        Assert.All(order.Items, i => Assert.Equal(line.Quote, i.Quote));
    }

    [Fact]
    public async Task More_of_the_same_at_another_rate_is_a_line_of_its_own()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", net: 80m, currency: "GBP");
        await world.AddedAsync(world.Ann, offer, 1);

        await RateAsync(world, "GBP", 1.2m);
        await world.AddedAsync(world.Ann, offer, 1);

        Assert.Equal([93.20m, 96m], (await world.CartAsync(world.Ann)).Select(l => l.Quote.Selling));
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_held_again_at_the_price_that_was_agreed()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A", net: 80m, currency: "GBP"), 1);
        await world.PassAsync(TimeSpan.FromMinutes(11));
        await RateAsync(world, "GBP", 1.5m);

        await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], default);

        var again = (await world.LineAsync(line.Id))!;
        Assert.Equal((HoldState.Held, null, line.Quote), (again.Hold!.State, again.Problem, again.Quote));
    }

    [Fact]
    public async Task A_price_that_the_provider_moved_is_quoted_at_todays_rate_and_shown()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Provider.Traits = world.Provider.Traits with { LocksPrice = false };
        var offer = await world.SellsAsync("A", net: 80m, currency: "GBP");
        var line = await world.AddedAsync(world.Ann, offer, 1);
        await RateAsync(world, "GBP", 1.5m);
        offer.Net = new Money(90m, "GBP");

        Assert.Equal(RefusalReason.PriceChanged, (await world.CheckOutAsync(world.Ann)).Refusal?.Reason);

        var shown = (await world.LineAsync(line.Id))!;
        Assert.Equal((93.20m, 135m, 1.5m), (shown.Quote.Selling, shown.NewQuote!.Selling, shown.NewQuote.Rate));
        Assert.True((await world.Get<AcceptChange>().RunAsync(world.Ann, line.Id, 135m, null, default)).IsYes);
        await world.CheckedOutAsync(world.Ann);
        Assert.Equal(135m, Assert.Single(await world.OrdersAsync()).TotalSelling);
    }

    [Fact]
    public async Task Without_a_rate_nothing_is_held_and_the_reason_says_which()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", net: 800m, currency: "JPY");

        var refusal = (await world.AddAsync(world.Ann, offer, 1)).Refusal!;

        Assert.Equal((RefusalReason.NoExchangeRate, "from JPY to EUR"), (refusal.Reason, refusal.Detail));
        Assert.DoesNotContain(Questioned.Hold, world.Provider.Asked);
        Assert.Empty(await world.CartAsync(world.Ann));
    }

    [Fact]
    public async Task A_price_that_moved_into_a_currency_without_a_rate_waits_and_says_so()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Provider.Traits = world.Provider.Traits with { LocksPrice = false };
        var offer = await world.SellsAsync("A", net: 80m);
        var line = await world.AddedAsync(world.Ann, offer, 1);
        offer.Net = new Money(9000m, "JPY");

        Assert.False((await world.CheckOutAsync(world.Ann)).IsYes);

        var shown = (await world.LineAsync(line.Id))!;
        Assert.Equal((RefusalReason.NoExchangeRate, "from JPY to EUR", null), (shown.Problem, shown.ProblemDetail, shown.NewQuote));
        Assert.Empty(world.Provider.Bookings);
    }

    [Fact]
    public async Task A_rate_counts_from_its_day_on()
    {
        await using var world = await PortalWorld.StartAsync();
        await RateAsync(world, "GBP", 1.5m, inDays: 1);
        var offer = await world.SellsAsync("A", net: 80m, currency: "GBP");

        Assert.Equal(SampleRates.Pound, (await world.AddedAsync(world.Ann, offer, 1)).Quote.Rate);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1.5m, (await world.AddedAsync(world.Ben, offer, 1)).Quote.Rate);
    }

    private static async Task RateAsync(PortalWorld world, string from, decimal rate, int inDays = 0)
    {
        await using var db = world.Open();
        db.ExchangeRates.Add(new ExchangeRate
        {
            Id = Guid.CreateVersion7(), From = from, To = "EUR", Rate = rate, ValidFrom = DateOnly.FromDateTime(world.Now).AddDays(inDays), EnteredAt = world.Now, EnteredBy = "Ines Keller",
        });
        await db.SaveChangesAsync();
    }

    private static async Task RuleAsync(PortalWorld world, decimal percent)
    {
        await using var db = world.Open();
        await db.PriceRules.ExecuteDeleteAsync();
        db.PriceRules.Add(new PriceRule { Id = Guid.CreateVersion7(), Percent = percent });
        await db.SaveChangesAsync();
    }
}
