using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;
using static Portal.Tests.Support.CatalogWorld;

namespace Portal.Tests.Catalog;

/// <summary>The same thing at two providers.</summary>
public sealed class GroupEventsTests
{
    private static readonly Actor Admin = Actor.Admin(Guid.NewGuid(), "Ada");

    [Theory]
    [OnEveryEngine]
    public async Task The_same_evening_at_two_providers_is_one_row_with_both_prices_cheapest_first(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.ListsAsync(world.Provider, Listed("a", "Giselle – Ballet", OfferKind.Seats, At(Evening, 80, 4)), Listed("b", "Carmen", OfferKind.Seats, At(Evening, 50)));
        await world.ListsAsync(world.Other, Listed("x", "GISELLE: Ballet", OfferKind.Zone, At(Evening, 70, 9)));

        foreach (var sort in Enum.GetValues<EventSort>())
        {
            var rows = await world.FindsAsync(new EventQuery { Sort = sort });
            Assert.Equal(2, rows.Count);
            Assert.Equal([("Other", 70m, 9), ("Memory", 80m, 4)], rows.Single(r => r.Sellers.Count == 2).Sellers.Select(s => (s.Provider, s.FromPrice!.Value.Amount, s.StockHint!.Value)));
        }
    }

    [Theory]
    [OnEveryEngine]
    public async Task The_cheapest_that_fits_stands_for_the_group(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.ListsAsync(world.Provider, Listed("a", "Giselle", OfferKind.Seats, At(Evening, 80, 40)));
        await world.ListsAsync(world.Other, Listed("x", "Giselle", OfferKind.Seats, At(Evening, 70, 2)));

        Assert.Equal("Other", (await world.FindsAsync()).Single().Sellers[0].Provider);
        Assert.Equal("Memory", (await world.FindsAsync(new EventQuery { Seats = 10 })).Single().Sellers[0].Provider);
        await using (var db = world.Open())
            await db.Connections.Where(c => c.Name == "Other").ExecuteUpdateAsync(set => set.SetProperty(c => c.IsEnabled, false));
        Assert.Equal("Memory", Assert.Single((await world.FindsAsync()).Single().Sellers).Provider);
        Assert.Equal(2, (await world.FindsAsync(new EventQuery { OnlySellable = false })).Single().Sellers.Count);
    }

    [Theory]
    [OnEveryEngine]
    public async Task What_an_admin_joins_and_splits_survives_refreshes(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        CatalogEvent one = Listed("a", "Giselle", OfferKind.Seats, At(Evening, 80)), other = Listed("x", "Giselle, ballet in two acts", OfferKind.Seats, At(Evening, 70));
        await BothListAsync();
        Assert.Equal(2, (await world.FindsAsync()).Count);

        var (mine, theirs) = (await SessionAsync(world, "a"), await SessionAsync(world, "x"));
        Assert.Equal(theirs, Assert.Single(await world.Get<FindJoinable>().RunAsync(Admin, mine, "gis", CancellationToken.None)).SessionId);
        Assert.Null(await world.Get<GroupEvents>().JoinAsync(Admin, mine, theirs, CancellationToken.None));
        Assert.Null(await world.Get<GroupEvents>().JoinAsync(Admin, mine, theirs, CancellationToken.None));
        await BothListAsync();
        Assert.Equal(2, Assert.Single(await world.FindsAsync()).Sellers.Count);

        Assert.Null(await world.Get<GroupEvents>().SplitAsync(Admin, mine, CancellationToken.None));
        await BothListAsync();
        Assert.Equal(2, (await world.FindsAsync()).Count);
        await using var db = world.Open();
        Assert.All(await db.GroupPins.ToListAsync(), pin => Assert.Equal("Ada", pin.By));

        async Task BothListAsync()
        {
            await world.ListsAsync(world.Provider, one);
            await world.ListsAsync(world.Other, other);
        }
    }

    [Theory]
    [OnEveryEngine]
    public async Task What_is_open_is_joined_and_split_with_all_its_dates(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.ListsAsync(world.Provider, Listed("a", "Museum", OfferKind.Slot, At(Evening), At(Evening.AddDays(1))));
        await world.ListsAsync(world.Other, Listed("x", "Museum", OfferKind.Day, At(Evening.Date.AddDays(2))));
        Assert.Equal(2, Assert.Single(await world.FindsAsync()).Sellers.Count);

        await world.Get<GroupEvents>().SplitAsync(Admin, await SessionAsync(world, "a"), CancellationToken.None);
        await world.ListsAsync(world.Provider, Listed("a", "Museum", OfferKind.Slot, At(Evening.AddDays(1)), At(Evening.AddDays(5))));

        Assert.Equal(2, (await world.FindsAsync()).Count);
    }

    [Fact]
    public async Task Only_an_admin_joins_and_splits()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.ListsAsync(world.Provider, Listed("a", "Giselle", OfferKind.Seats, At(Evening)));
        var session = await SessionAsync(world, "a");

        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<GroupEvents>().SplitAsync(world.Ann, session, CancellationToken.None))!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<GroupEvents>().JoinAsync(world.Ann, session, session, CancellationToken.None))!.Reason);
        Assert.Empty(await world.Get<FindJoinable>().RunAsync(world.Ann, session, null, CancellationToken.None));
    }

    private static async Task<Guid> SessionAsync(PortalWorld world, string eventRef)
    {
        await using var db = world.Open();
        return await db.Sessions.Where(s => s.Event!.ProviderRef == eventRef && s.IsListed).Select(s => s.Id).SingleAsync();
    }
}
