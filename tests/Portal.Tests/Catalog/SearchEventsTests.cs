using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Catalog;

public sealed class SearchEventsTests
{
    [Theory]
    [OnEveryEngine]
    public async Task Every_typed_word_must_begin_a_word_of_the_event(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await ListAsync(world, ("a", "Atlético Madrid – Sevilla"), ("b", "Athletic Bilbao – Sevilla"), ("c", "Zürich – Basel"));

        Assert.Equal(["a"], await NamesAsync(world, "atlÉ sev"));
        Assert.Equal(["a", "b"], await NamesAsync(world, "sevilla"));
        Assert.Equal(["c"], await NamesAsync(world, "zur"));
        Assert.Empty(await NamesAsync(world, "villa"));
    }

    [Theory]
    [OnEveryEngine]
    public async Task Filters_narrow_and_pages_neither_repeat_nor_leave_out(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await ListAsync(world, [.. Enumerable.Range(0, 60).Select(n => ($"e{n:00}", $"Match {n}"))]);
        await using (var db = world.Open())
        {
            var one = await db.Sessions.Include(s => s.Event).SingleAsync(s => s.ProviderRef == "e07");
            (one.Event!.City, one.FromPrice, one.StockHint) = ("Lyon", 30m, 3);
            await db.SaveChangesAsync();
        }

        foreach (var sort in Enum.GetValues<EventSort>())
        {
            var seen = new List<Guid>();
            for (var page = 1; page <= 3; page++)
                seen.AddRange((await world.Get<SearchEvents>().RunAsync(world.Ann, new EventQuery { Sort = sort, Page = page }, CancellationToken.None)).Rows.Select(r => r.SessionId));
            Assert.Equal((60, 60), (seen.Count, seen.Distinct().Count()));
        }
        Assert.Equal(["Match 7"], (await FindAsync(world, new EventQuery { City = "Lyon", PriceFrom = 20, PriceTo = 40, Seats = 3 })).Select(f => f.Name));
        Assert.Empty(await FindAsync(world, new EventQuery { City = "Lyon", Seats = 4 }));
        Assert.Equal(3, (await world.Get<SearchEvents>().RunAsync(world.Ann, new EventQuery { Page = 99 }, CancellationToken.None)).Page);
    }

    [Theory]
    [OnEveryEngine]
    public async Task Prices_sort_as_numbers_and_events_without_one_come_last_either_way(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await ListAsync(world, ("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"));
        await using (var db = world.Open())
        {
            foreach (var (name, price) in new[] { ("a", 95.5m), ("b", 1_200m), ("d", 9.99m) })
                (await db.Sessions.SingleAsync(s => s.ProviderRef == name)).FromPrice = price;
            await db.SaveChangesAsync();
        }

        Assert.Equal(["D", "A", "B", "C"], (await FindAsync(world, new EventQuery { Sort = EventSort.Price })).Select(f => f.Name));
        Assert.Equal(["B", "A", "D", "C"], (await FindAsync(world, new EventQuery { Sort = EventSort.Price, Descending = true })).Select(f => f.Name));
    }

    [Theory]
    [InlineData(EventSort.Price, false, "IX_Sessions_CheapestFirst")]
    [InlineData(EventSort.Price, true, "IX_Sessions_DearestFirst")]
    [InlineData(EventSort.Name, false, "IX_Events_PlainName")]
    [InlineData(EventSort.Name, true, "IX_Events_PlainName")]
    [InlineData(EventSort.Popularity, false, "IX_Events_IsPopular")]
    [InlineData(EventSort.Date, false, "IX_Sessions_Soonest")]
    public async Task A_page_of_everything_is_read_off_the_beginning_of_an_index(EventSort sort, bool descending, string index)
    {
        var plans = new SqlitePlans();
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, plans);

        await world.Get<SearchEvents>().RunAsync(world.Ann, new EventQuery { Sort = sort, Descending = descending }, CancellationToken.None);

        var plan = plans.Last(of: "ORDER BY");
        Assert.Contains($"USING INDEX {index}", plan[0]);
        Assert.DoesNotContain(plan, step => step.EndsWith("FOR ORDER BY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EventSort.Date)]
    [InlineData(EventSort.Price)]
    [InlineData(EventSort.Name)]
    public async Task The_others_of_a_row_are_looked_for_by_their_group(EventSort sort)
    {
        var plans = new SqlitePlans();
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite, plans);

        await world.Get<SearchEvents>().RunAsync(world.Ann, new EventQuery { Sort = sort }, CancellationToken.None);

        var plan = plans.Last(of: "ORDER BY").ToList();
        Assert.Contains("USING INDEX IX_Sessions_GroupId_IsListed (GroupId=?", plan[plan.FindIndex(step => step.StartsWith("CORRELATED", StringComparison.Ordinal)) + 1]);
    }

    private static async Task<IReadOnlyList<FoundEvent>> FindAsync(PortalWorld world, EventQuery query)
    {
        var rows = new List<FoundEvent>();
        for (var page = 1; ; page++)
        {
            var found = await world.Get<SearchEvents>().RunAsync(world.Ann, query with { Page = page }, CancellationToken.None);
            rows.AddRange(found.Rows);
            if (rows.Count >= found.Total)
                return rows;
        }
    }

    private static async Task<IEnumerable<string>> NamesAsync(PortalWorld world, string text)
    {
        var found = (await FindAsync(world, new EventQuery { Text = text })).Select(f => f.EventId).ToList();
        await using var db = world.Open();
        return await db.Events.Where(e => found.Contains(e.Id)).Select(e => e.ProviderRef).Order().ToListAsync();
    }

    private static async Task ListAsync(PortalWorld world, params (string Ref, string Name)[] events)
    {
        var start = DateTime.SpecifyKind(world.Now.AddDays(30), DateTimeKind.Unspecified);
        world.Provider.Lists = _ => [new Portal.Core.Providers.CatalogPage([.. events.Select(e => new Portal.Core.Providers.CatalogEvent(e.Ref, e.Name, EventStatus.OnSale, "x")
        {
            Country = "NLD", Sessions = [new(e.Ref, start, start, true)],
        })], "m")];
        await using var db = world.Open();
        await world.Get<RefreshCatalog>().RunAsync(await db.Connections.Where(c => c.ProviderKind == world.Provider.Kind).Select(c => c.Id).SingleAsync(), CancellationToken.None);
    }
}
