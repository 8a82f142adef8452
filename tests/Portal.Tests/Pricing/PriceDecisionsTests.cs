using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Pricing;

/// <summary>What an admin decides on prices: kept with who and when, never over somebody else's head.</summary>
public sealed class PriceDecisionsTests : IAsyncLifetime
{
    private static readonly Actor Ines = Actor.Admin(Guid.NewGuid(), "Ines Keller");
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private Task<PriceOutcome> SaveAsync(PriceRuleDraft draft, Actor? actor = null) => world.Get<SavePriceRule>().RunAsync(actor ?? Ines, draft, default);

    private async Task<PricesView> ReadAsync() => (await world.Get<ReadPrices>().RunAsync(Ines, default))!;

    private static PriceRuleDraft Markup(decimal percent) => new(null, PriceRuleKind.Markup, 0) { Percent = percent };

    [Fact]
    public async Task A_rule_is_added_changed_and_removed_and_each_time_it_is_kept_who_did_it()
    {
        Assert.True((await SaveAsync(Markup(12m) with { AgencyId = world.AgencyId, RoundUpTo = 0.50m })).IsDone);
        var added = Assert.Single((await ReadAsync()).Rules);
        Assert.True((await SaveAsync(Markup(14m) with { Id = added.Id, Version = added.Version, AgencyId = world.AgencyId, AmountEach = 2.5m })).IsDone);
        var changed = Assert.Single((await ReadAsync()).Rules);
        Assert.Equal((14m, "Ines Keller", world.Now), (changed.Percent, changed.ChangedBy, changed.ChangedAt));
        Assert.True((await world.Get<RemovePriceRule>().RunAsync(Ines, changed.Id, changed.Version, default)).IsDone);

        var view = await ReadAsync();

        Assert.Empty(view.Rules);
        Assert.Equal(
        [
            "Removed a markup of 14 % and 2.50 for Sunny Trips.",
            "Instead of a markup of 12 %, rounded up to a multiple of 0.50 for Sunny Trips: a markup of 14 % and 2.50 for Sunny Trips.",
            "Added a markup of 12 %, rounded up to a multiple of 0.50 for Sunny Trips.",
        ], view.History.Select(h => h.Said));
        Assert.All(view.History, h => Assert.Equal("Ines Keller", h.By));
    }

    [Fact]
    public async Task Somebody_elses_later_decision_is_not_overwritten_unseen()
    {
        await SaveAsync(Markup(12m));
        var read = Assert.Single((await ReadAsync()).Rules);
        Assert.True((await SaveAsync(Markup(13m) with { Id = read.Id, Version = read.Version })).IsDone);

        Assert.StartsWith("Somebody else changed", (await SaveAsync(Markup(20m) with { Id = read.Id, Version = read.Version })).Problem, StringComparison.Ordinal);
        Assert.False((await world.Get<RemovePriceRule>().RunAsync(Ines, read.Id, read.Version, default)).IsDone);
        Assert.Equal(13m, Assert.Single((await ReadAsync()).Rules).Percent);
    }

    [Fact]
    public async Task Of_twenty_who_change_a_rule_at_once_one_does()
    {
        await SaveAsync(Markup(12m));
        var read = Assert.Single((await ReadAsync()).Rules);
        world.OneAtATime = false;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Task.Run(() => SaveAsync(Markup(n) with { Id = read.Id, Version = read.Version }))));

        Assert.Single(outcomes, o => o.IsDone);
        var view = await ReadAsync();
        Assert.Equal(read.Version + 1, Assert.Single(view.Rules).Version);
        Assert.Equal(2, view.History.Count);
    }

    [Fact]
    public async Task What_cannot_be_a_rule_is_refused_with_the_reason()
    {
        await SaveAsync(Markup(12m));
        var promoter = (await ReadAsync()).Promoters[0];
        var other = (await ReadAsync()).Names.Connections.Keys.First(c => c != promoter.ConnectionId);
        (PriceRuleDraft Draft, string Reason)[] wrong =
        [
            (Markup(-101m), "between -100 % and 500 %"), (Markup(1.23456m), "at most four decimals"), (Markup(5m) with { RoundUpTo = -1m }, "multiple between"),
            (new(null, PriceRuleKind.Commission, 0) { Percent = 101m }, "between 0 % and 100 %"), (new(null, PriceRuleKind.Commission, 0) { Percent = 5m, RoundUpTo = 1m }, "Only the selling price is rounded"),
            (Markup(15m), "There is a markup for exactly this already"), (Markup(5m) with { PromoterId = promoter.Id, ConnectionId = other }, "would never apply"),
        ];

        foreach (var (draft, reason) in wrong)
            Assert.Contains(reason, (await SaveAsync(draft)).Problem, StringComparison.Ordinal);
        Assert.False((await SaveAsync(Markup(5m) with { AgencyId = world.AgencyId }, world.Ann)).IsDone);
        Assert.Equal(12m, Assert.Single((await ReadAsync()).Rules).Percent);
        Assert.Null(await world.Get<ReadPrices>().RunAsync(world.Ann, default));
    }

    [Fact]
    public async Task Trying_a_price_shows_its_parts_and_what_every_rule_has_to_say()
    {
        await SaveAsync(Markup(10m));
        await SaveAsync(Markup(20m) with { AgencyId = world.AgencyId });
        await SaveAsync(Markup(30m) with { AgencyId = world.Eve.AgencyId });
        await SaveAsync(new PriceRuleDraft(null, PriceRuleKind.Commission, 0) { Percent = 5m, Category = "opera" });
        var connection = (await ReadAsync()).Names.Connections.Keys.First();

        var tried = (await world.Get<TryPrice>().RunAsync(Ines, new PriceCase(world.AgencyId, connection, Guid.Empty, "soccer"), new Money(100m, "GBP"), null, default))!;

        Assert.Equal((116.50m, 0m, 139.80m, "EUR"), (tried.Quote.Value!.Owed, tried.Quote.Value.Commission, tried.Quote.Value.Selling, tried.Quote.Value.AccountCurrency));
        var names = (await ReadAsync()).Names;
        Assert.Equal(
        [
            (20m, "Decides."), (10m, "Would apply, but the one for Sunny Trips names the case more closely."), (30m, "Is for another agency."), (5m, "Is for another category."),
        ], tried.Verdicts.Select(v => (v.Rule.Percent, PriceRuleWords.Verdict(v, names))));
        Assert.Equal(RefusalReason.NoExchangeRate,
            (await world.Get<TryPrice>().RunAsync(Ines, new PriceCase(world.AgencyId, connection, Guid.Empty, ""), new Money(100m, "JPY"), null, default))!.Quote.Refusal?.Reason);
    }

    [Theory]
    [OnEveryEngine]
    public async Task A_preview_builds_last_months_tickets_up_again_each_at_its_own_rate(DatabaseEngine engine)
    {
        await using var sold = await PortalWorld.StartAsync(engine);
        await SellAsync(sold, sold.Eve, 50m, 5);
        sold.Clock.Advance(TimeSpan.FromDays(PreviewPriceRule.Days + 1));
        await SellAsync(sold, sold.Ann, 50m, 2);
        await SellAsync(sold, sold.Ann, 80m, 1, "GBP");
        await SellAsync(sold, sold.Eve, 50m, 1);
        var preview = sold.Get<PreviewPriceRule>();

        // 10 % of two at 50, and of 80 pounds at 1.165, for Ann's agency alone; what was sold before a month ago does not count.
        var added = (await preview.RunAsync(Ines, Markup(10m) with { AgencyId = sold.AgencyId }, null, default))!;
        Assert.Equal((3, 4), (added.Tickets, added.Sold));
        Assert.Equal(new Money(19.32m, "EUR"), Assert.Single(added.Margins));

        await sold.Get<SavePriceRule>().RunAsync(Ines, Markup(10m), default);
        var rule = (await sold.Get<ReadPrices>().RunAsync(Ines, default))!.Rules[0];
        Assert.Equal((4, new Money(-24.32m, "EUR")), ((await preview.RunAsync(Ines, null, rule.Id, default))!.Tickets, (await preview.RunAsync(Ines, null, rule.Id, default))!.Margins[0]));
        // The same again changes nothing.
        Assert.Equal(0, (await preview.RunAsync(Ines, Markup(10m) with { Id = rule.Id, Version = rule.Version }, null, default))!.Tickets);
        // A commission moves no price, only who earns.
        var kept = (await preview.RunAsync(Ines, new PriceRuleDraft(null, PriceRuleKind.Commission, 0) { AmountEach = 1m }, null, default))!;
        Assert.Equal((0, new Money(4m, "EUR")), (kept.Tickets, Assert.Single(kept.Margins)));
    }

    private static async Task SellAsync(PortalWorld world, Actor agent, decimal net, int quantity, string currency = "EUR")
    {
        await world.AddedAsync(agent, await world.SellsAsync($"{Guid.NewGuid():N}", net: net, currency: currency), quantity);
        await world.CheckedOutAsync(agent);
    }
}
