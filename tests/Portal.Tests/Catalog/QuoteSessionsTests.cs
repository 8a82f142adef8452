using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Catalog;

/// <summary>Live figures for the rows of a list.</summary>
public sealed class QuoteSessionsTests
{
    [Theory]
    [OnEveryEngine]
    public async Task Live_figures_are_told_with_their_time_and_kept_for_the_next_list(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        var offer = await world.SellsAsync("A", stock: 7, net: 42m);

        var news = await AskAsync(world, [await WishAsync(world, offer)]);

        var quote = Assert.Single(news.SelectMany(n => n.Quotes));
        Assert.Equal((42m, 7, world.Now), (quote.From!.Value.Amount, quote.Stock, quote.At));
        Assert.Equal(LiveState.Answered, news[^1].State);
        var kept = (await world.FindsAsync()).Single().Sellers.Single();
        Assert.Equal((42m, 7, (DateTime?)world.Now), (kept.FromPrice!.Value.Amount, kept.StockHint, kept.PricedAt));
    }

    [Fact]
    public async Task A_session_is_asked_once_in_half_a_minute_whoever_looks()
    {
        await using var world = await PortalWorld.StartAsync();
        world.OneAtATime = false;
        var wish = await WishAsync(world, await world.SellsAsync("A"));

        await Task.WhenAll(AskAsync(world, [wish]), AskAsync(world, [wish]), AskAsync(world, [wish, wish]));
        world.Clock.Advance(TimeSpan.FromSeconds(29));
        await AskAsync(world, [wish]);
        Assert.Single(world.Provider.Asked, Questioned.Offers);

        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await AskAsync(world, [wish]);
        Assert.Equal(2, world.Provider.Asked.Count(q => q == Questioned.Offers));
    }

    [Fact]
    public async Task Where_reads_are_rationed_the_last_answer_is_told_with_its_own_time()
    {
        await using var world = await PortalWorld.StartAsync();
        world.OneAtATime = false;
        world.Provider.Traits = world.Provider.Traits with { OffersKeptFor = TimeSpan.FromMinutes(1) };
        var offer = await world.SellsAsync("A");
        await AskAsync(world, [await WishAsync(world, offer)]);
        var readAt = world.Now;
        world.Restart();
        world.Clock.Advance(TimeSpan.FromSeconds(50));

        var news = await AskAsync(world, [await WishAsync(world, offer)]);

        Assert.Equal(readAt, Assert.Single(news.SelectMany(n => n.Quotes)).At);
        Assert.Single(world.Provider.Asked, Questioned.Offers);
    }

    [Fact]
    public async Task A_silent_provider_is_named_and_stops_no_other()
    {
        await using var world = await PortalWorld.StartAsync();
        world.OneAtATime = false;
        var (silent, fine) = (await world.SellsAsync("A"), await world.SellsAsync("B", by: world.Other));
        world.Provider.Next(Questioned.Offers, Fate.SilentBefore);

        var news = await AskAsync(world, [await WishAsync(world, silent), await WishAsync(world, fine)]);

        Assert.Equal([("Memory", LiveState.Silent, 1), ("Other", LiveState.Answered, 0)],
            news.Where(n => n.State != LiveState.Asking).Select(n => (n.Provider, n.State, n.Rows)).Order());
        Assert.Single(news.SelectMany(n => n.Quotes));
    }

    [Fact]
    public async Task A_slow_provider_is_called_slow_and_nobody_waits_for_it_once_the_page_is_left()
    {
        await using var world = await PortalWorld.StartAsync();
        world.OneAtATime = false;
        var wish = await WishAsync(world, await world.SellsAsync("A"));
        var slow = world.Provider.Next(Questioned.Offers, Fate.HangsBefore);
        var called = new TaskCompletionSource();
        using var page = new CancellationTokenSource();

        var asking = world.Get<QuoteSessions>().RunAsync([wish], news =>
        {
            if (news.State == LiveState.Slow)
                called.TrySetResult();
            return Task.CompletedTask;
        }, page.Token);
        await slow.Reached;
        await called.Task;
        await page.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        // What was under way is kept: whoever looks next is answered by it.
        slow.LetGo();
        Assert.Single((await AskAsync(world, [wish])).SelectMany(n => n.Quotes));
        Assert.Single(world.Provider.Asked, Questioned.Offers);
    }

    private static async Task<IReadOnlyList<LiveNews>> AskAsync(PortalWorld world, IReadOnlyList<QuoteWish> wishes)
    {
        var news = new ConcurrentQueue<LiveNews>();
        await world.Get<QuoteSessions>().RunAsync(wishes, told =>
        {
            news.Enqueue(told);
            return Task.CompletedTask;
        }, CancellationToken.None);
        return [.. news];
    }

    private static async Task<QuoteWish> WishAsync(PortalWorld world, MemoryOffer offer)
    {
        await using var db = world.Open();
        return await db.Sessions.Where(s => s.ProviderRef == offer.EventRef).Select(s => new QuoteWish(s.Id, s.Event!.ConnectionId)).SingleAsync();
    }
}
