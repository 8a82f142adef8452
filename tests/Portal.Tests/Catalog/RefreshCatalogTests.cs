using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Catalog;

public sealed class RefreshCatalogTests
{
    private static readonly DateTime Start = new(2027, 5, 8, 20, 45, 0);

    [Theory]
    [OnEveryEngine]
    public async Task A_listed_event_is_kept_with_its_session_words_and_promoter(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.Provider.Lists = _ => [Page("m1", Listed("a", "Atlético – Sevilla") with { Promoter = new CatalogPromoter("p1", "La Liga"), FromPrice = new Money(80, "EUR") })];

        Assert.Equal(CatalogRefreshed.Done, await RefreshAsync(world));

        await using var db = world.Open();
        var kept = await db.Events.Include(e => e.Sessions).Include(e => e.Words).SingleAsync();
        Assert.Equal(["atletico", "football", "madrid", "sevilla"], kept.Words.Select(w => w.Word).Order());
        Assert.Equal(("Atlético – Sevilla", "atletico – sevilla", 80m), (kept.Name, kept.PlainName, kept.FromPrice));
        Assert.Equal((Start, "Europe/Rome", new DateTime(2027, 5, 8, 18, 45, 0, DateTimeKind.Utc)), (kept.Sessions[0].StartLocal, kept.Sessions[0].TimeZone, kept.Sessions[0].StartUtc));
        var promoter = await db.Promoters.SingleAsync(p => p.ProviderRef == "p1");
        Assert.Equal((true, false), (promoter.SellingOn, promoter.BookingOn));
        Assert.Equal(promoter.Id, kept.PromoterId);
    }

    [Theory]
    [OnEveryEngine]
    public async Task Twice_is_the_same_as_once(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.Provider.Lists = _ => [Page(null, Listed("a"), Listed("b")), Page("m1", Listed("c"), Listed("b"))];

        await RefreshAsync(world);
        var once = await RowsAsync(world);
        await RefreshAsync(world);

        Assert.Equal(3, once.Count);
        Assert.Equal(once, await RowsAsync(world));
    }

    [Theory]
    [OnEveryEngine]
    public async Task A_sweep_that_broke_off_marks_nothing_as_gone_and_is_made_up_for(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.Provider.Lists = _ => [Page("m1", Listed("a"), Listed("b"))];
        await RefreshAsync(world);
        world.Clock.Advance(RefreshCatalog.SweepEvery);

        world.Provider.Lists = _ => Broken(Page(null, Listed("c")));
        Assert.Equal(CatalogRefreshed.Silent, await RefreshAsync(world));
        Assert.Equal(["a OnSale", "b OnSale", "c OnSale"], await RowsAsync(world));
        Assert.Contains("no usable answer", (await ConnectionAsync(world)).CatalogProblem);

        world.Provider.Lists = since => since is null ? [Page(null, Listed("c")), Page("m2", Listed("b"))] : throw new InvalidOperationException("A sweep was due.");
        Assert.Equal(CatalogRefreshed.Done, await RefreshAsync(world));
        Assert.Equal(["a Gone", "b OnSale", "c OnSale"], await RowsAsync(world));
        Assert.Null((await ConnectionAsync(world)).CatalogProblem);
    }

    [Theory]
    [OnEveryEngine]
    public async Task Between_sweeps_only_what_changed_is_read_and_nothing_goes(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var since = new List<string?>();
        world.Provider.Lists = mark => { since.Add(mark); return [Page($"m{since.Count}", since.Count == 1 ? [Listed("a"), Listed("b")] : [Listed("b") with { Status = EventStatus.SoldOut }])]; };

        await RefreshAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await RefreshAsync(world);

        Assert.Equal([null, "m1"], since);
        Assert.Equal("m2", (await ConnectionAsync(world)).CatalogMark);
        Assert.Equal(["a OnSale", "b SoldOut"], await RowsAsync(world));
    }

    [Fact]
    public async Task An_empty_list_is_not_believed()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Provider.Lists = _ => [Page("m1", Listed("a"))];
        await RefreshAsync(world);
        world.Clock.Advance(RefreshCatalog.SweepEvery);
        world.Provider.Lists = _ => [Page("m2")];

        Assert.Equal(CatalogRefreshed.SweptNothing, await RefreshAsync(world));
        Assert.Equal(["a OnSale"], await RowsAsync(world));
    }

    [Theory]
    [OnEveryEngine]
    public async Task Two_nodes_do_not_read_at_once_and_a_dead_one_is_followed(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        CatalogRefreshed? within = null;
        world.Provider.Lists = _ => Reentrant();
        IEnumerable<CatalogPage> Reentrant()
        {
            within = Task.Run(() => RefreshAsync(world)).GetAwaiter().GetResult();
            yield return Page("m1", Listed("a"));
        }

        Assert.Equal(CatalogRefreshed.Done, await RefreshAsync(world));
        Assert.Equal(CatalogRefreshed.OwnedByAnother, within);

        // One that was killed never gave its claim back.
        await using (var db = world.Open())
            await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.CatalogOwner, Guid.NewGuid()).SetProperty(c => c.CatalogOwnedUntil, world.Now.AddMinutes(5)));
        world.Provider.Lists = _ => [Page("m2", Listed("b"))];
        Assert.Equal(CatalogRefreshed.OwnedByAnother, await RefreshAsync(world));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(CatalogRefreshed.Done, await RefreshAsync(world));
    }

    [Theory]
    [OnEveryEngine]
    public async Task Whoever_sold_tickets_is_told_once_of_a_move_and_of_a_cancellation(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var offer = await world.SellsAsync("a");
        await world.AddedAsync(world.Ann, offer, 2);
        var booking = await world.CheckedOutAsync(world.Ann);
        var moved = Listed(offer.EventRef, "Event a");

        world.Provider.Lists = _ => [Page("m1", moved)];
        await RefreshAsync(world);
        await RefreshAsync(world);
        world.Provider.Lists = _ => [Page("m1", moved with { Status = EventStatus.Cancelled })];
        await RefreshAsync(world);
        await RefreshAsync(world);

        await using var db = world.Open();
        var notices = await db.Notices.Where(n => n.Kind == NoticeKind.EventMoved || n.Kind == NoticeKind.EventCancelled).OrderBy(n => n.At).ThenBy(n => n.Kind).ToListAsync();
        Assert.Equal([NoticeKind.EventMoved, NoticeKind.EventCancelled], notices.Select(n => n.Kind).OrderBy(k => k));
        Assert.All(notices, n => Assert.Equal((world.AgencyId, world.Ann.UserId), (n.AgencyId, n.AgentId)));
        Assert.Contains("was moved from", notices.Single(n => n.Kind == NoticeKind.EventMoved).Said);
        Assert.Equal(2, await db.History.CountAsync(h => h.By == "Catalogue refresh" && h.BookingId == notices[0].BookingId));
        Assert.NotNull(booking);
    }

    [Fact]
    public async Task A_country_with_several_zones_gives_no_instant()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Provider.Lists = _ => [Page("m1", Listed("a") with { Country = "USA" })];

        await RefreshAsync(world);

        await using var db = world.Open();
        var session = await db.Sessions.SingleAsync();
        Assert.Equal((null, null), (session.TimeZone, session.StartUtc));
    }

    private static CatalogEvent Listed(string eventRef, string? name = null) => new(eventRef, name ?? eventRef, EventStatus.OnSale, "notstarted")
    {
        Category = "football", City = "Madrid", Country = "ITA", Sessions = [new CatalogSession(eventRef, Start, Start.AddHours(2), true)],
    };

    private static CatalogPage Page(string? mark, params CatalogEvent[] events) => new(events, mark);

    private static IEnumerable<CatalogPage> Broken(CatalogPage first)
    {
        yield return first;
        throw new ProviderSilenceException("GET /events", SilenceKind.TimedOut, "planned");
    }

    private static async Task<CatalogRefreshed> RefreshAsync(PortalWorld world) =>
        await world.Get<RefreshCatalog>().RunAsync((await ConnectionAsync(world)).Id, CancellationToken.None);

    private static async Task<Connection> ConnectionAsync(PortalWorld world)
    {
        await using var db = world.Open();
        return await db.Connections.AsNoTracking().SingleAsync(c => c.ProviderKind == world.Provider.Kind);
    }

    private static async Task<List<string>> RowsAsync(PortalWorld world)
    {
        await using var db = world.Open();
        return (await db.Events.OrderBy(e => e.ProviderRef).Select(e => new { e.ProviderRef, e.Status }).ToListAsync()).ConvertAll(e => $"{e.ProviderRef} {e.Status}");
    }
}
