using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Pricing;
using Portal.Tests.Support;

namespace Portal.Tests.Pricing;

public sealed class EnterRatesTests : IAsyncLifetime
{
    private static readonly Actor Ines = Actor.Admin(Guid.NewGuid(), "Ines Keller");
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private DateOnly Today => DateOnly.FromDateTime(world.Now);

    private Task<PriceOutcome> EnterAsync(bool isConfirmed, params RateWish[] wishes) => world.Get<EnterRates>().RunAsync(Ines, wishes, isConfirmed, default);

    private async Task<PricesView> ReadAsync() => (await world.Get<ReadPrices>().RunAsync(Ines, default))!;

    [Fact]
    public async Task A_rate_counts_from_its_day_and_the_row_before_it_stays()
    {
        Assert.True((await EnterAsync(false, new RateWish("GBP", "EUR", 1.18m, Today), new RateWish("GBP", "EUR", 1.19m, Today.AddDays(3)))).IsDone);

        var view = await ReadAsync();
        Assert.Equal((1.18m, "Ines Keller"), view.Rates.Where(r => r.From == "GBP").Select(r => (r.Rate, r.EnteredBy)).Single());
        Assert.Equal(1.19m, Assert.Single(view.Coming).Rate);
        Assert.Equal($"Entered 2 rates: GBP to EUR 1.1800 from {Today:yyyy-MM-dd}, GBP to EUR 1.1900 from {Today.AddDays(3):yyyy-MM-dd}.", view.History[0].Said);
        await using var db = world.Open();
        Assert.Equal(3, await db.ExchangeRates.CountAsync(r => r.From == "GBP"));
    }

    [Fact]
    public async Task A_rate_that_moves_by_more_than_a_fifth_is_looked_at_once_more()
    {
        var slip = new RateWish("GBP", "EUR", 11.65m, Today);

        var refused = await EnterAsync(false, slip, new RateWish("USD", "EUR", 0.93m, Today));

        Assert.Equal("GBP to EUR moves by 900 %. Nothing was taken. Look at it once more, then confirm it.", refused.Problem);
        Assert.Equal([SampleRates.Pound, 0.924m], (await ReadAsync()).Rates.Where(r => r.From != "CHF").Select(r => r.Rate));
        // Also when it is entered the other way round.
        Assert.True((await world.Get<EnterRates>().PreviewAsync([new RateWish("EUR", "GBP", 1.165m, Today)], default))[0].LooksLikeASlip);
        Assert.True((await EnterAsync(true, slip)).IsDone);
    }

    [Theory]
    [InlineData("GBB", "EUR", 1.2, "'GBB' is no currency.")]
    [InlineData("GBP", "GBP", 1.0, "A currency has no rate to itself.")]
    [InlineData("GBP", "EUR", 0.0, "A rate is greater than nothing.")]
    [InlineData("GBP", "EUR", -1.2, "A rate is greater than nothing.")]
    [InlineData("GBP", "EUR", 2000000.0, "A rate lies between")]
    [InlineData("GBP", "EUR", 1.123456789, "at most 8 decimals")]
    public async Task One_that_cannot_be_taken_keeps_all_from_being_taken(string from, string to, double rate, string reason)
    {
        var outcome = await EnterAsync(true, new RateWish("USD", "EUR", 0.93m, Today), new RateWish(from, to, (decimal)rate, Today));

        Assert.Contains(reason, outcome.Problem, StringComparison.Ordinal);
        Assert.Equal(0.924m, (await ReadAsync()).Rates.Single(r => r.From == "USD").Rate);
    }

    [Fact]
    public async Task The_same_pair_twice_for_a_day_is_refused_in_either_direction()
    {
        Assert.Contains("twice", (await EnterAsync(true, new("USD", "EUR", 0.93m, Today), new("USD", "EUR", 0.94m, Today))).Problem, StringComparison.Ordinal);
        Assert.Contains("twice", (await EnterAsync(true, new("USD", "EUR", 0.93m, Today), new("EUR", "USD", 1.07m, Today))).Problem, StringComparison.Ordinal);
        Assert.True((await EnterAsync(true, new("USD", "EUR", 0.93m, Today), new("USD", "EUR", 0.94m, Today.AddDays(1)))).IsDone);
    }

    [Fact]
    public async Task Only_an_admin_enters_rates_and_what_is_missing_is_named()
    {
        Assert.False((await world.Get<EnterRates>().RunAsync(world.Ann, [new RateWish("USD", "EUR", 0.93m, Today)], true, default)).IsDone);
        await world.SellsAsync("A", currency: "JPY");
        await using (var db = world.Open())
        {
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.IsListed, true).SetProperty(s => s.FromCurrency, "JPY").SetProperty(s => s.FromPrice, 9000m));
            await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.FeePerTicket, 1m).SetProperty(c => c.FeeCurrency, "SEK"));
        }

        Assert.Equal([new MissingRate("JPY", "EUR", 1), new MissingRate("SEK", "EUR", 0)], (await ReadAsync()).Missing);
    }
}
