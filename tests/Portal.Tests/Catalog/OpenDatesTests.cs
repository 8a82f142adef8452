using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Db.Engines;
using Portal.Tests.Support;
using static Portal.Tests.Support.CatalogWorld;

namespace Portal.Tests.Catalog;

/// <summary>Days, slots and products: many dates, one row.</summary>
public sealed class OpenDatesTests
{
    [Theory]
    [OnEveryEngine]
    public async Task A_museum_with_600_slots_is_one_row_and_a_play_is_a_row_each_evening(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var slots = Enumerable.Range(0, 60).SelectMany(day => Enumerable.Range(0, 10).Select(hour => At(Tomorrow(world).AddDays(day).AddHours(9 + hour), 12 + day))).ToArray();
        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Slot, slots), Listed("p", "Play", OfferKind.Seats, At(Evening), At(Evening.AddDays(1))));

        var rows = await world.FindsAsync();

        Assert.Equal(["Museum", "Play", "Play"], rows.Select(r => r.Name).Order());
        var museum = rows.Single(r => r.Name == "Museum");
        Assert.Equal((slots[0].StartLocal, slots[^1].StartLocal, 12m), (museum.StartLocal, museum.Until, museum.Sellers.Single().FromPrice!.Value.Amount));
    }

    [Theory]
    [OnEveryEngine]
    public async Task Asked_for_a_later_day_what_is_open_shows_its_first_date_from_there(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var days = Enumerable.Range(0, 30).Select(day => At(Tomorrow(world).AddDays(day), 10)).ToArray();
        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Day, days));
        var wanted = DateOnly.FromDateTime(days[10].StartLocal);

        var row = Assert.Single(await world.FindsAsync(new EventQuery { From = wanted, To = wanted }));

        Assert.Equal(days[10].StartLocal, row.StartLocal);
        await using var db = world.Open();
        Assert.Equal(row.SessionId, await db.Sessions.Where(s => s.StartLocal == days[10].StartLocal).Select(s => s.Id).SingleAsync());
        Assert.Empty(await world.FindsAsync(new EventQuery { From = wanted.AddDays(40) }));
    }

    [Theory]
    [OnEveryEngine]
    public async Task Once_a_slot_is_over_the_next_one_stands_for_the_event(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var first = Tomorrow(world).AddHours(10);
        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Slot, At(first), At(first.AddHours(2))), Listed("o", "Over soon", OfferKind.Slot, At(first)));
        world.Clock.Advance(first.AddMinutes(30) - DateTime.SpecifyKind(world.Now, DateTimeKind.Unspecified));

        await world.Get<ListNextDates>().RunAsync(CancellationToken.None);
        await world.Get<ListNextDates>().RunAsync(CancellationToken.None);

        var row = Assert.Single(await world.FindsAsync());
        Assert.Equal(("Museum", first.AddHours(2)), (row.Name, row.StartLocal));
    }

    [Theory]
    [OnEveryEngine]
    public async Task A_day_is_sold_until_it_ends_and_a_product_has_no_date(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var today = DateTime.SpecifyKind(world.Now.Date, DateTimeKind.Unspecified);
        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Day, At(today)), Listed("g", "Guide book", OfferKind.Product, At(today.AddYears(-1))));

        Assert.Equal(["Guide book", "Museum"], (await world.FindsAsync()).Select(r => r.Name).Order());
        Assert.Single(await world.FindsAsync(new EventQuery { Kind = OfferKind.Product, From = DateOnly.FromDateTime(today).AddDays(200) }));
    }

    [Theory]
    [OnEveryEngine]
    public async Task A_slot_that_vanished_is_not_offered_now_and_comes_back_as_the_same(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var (morning, noon) = (At(Tomorrow(world).AddHours(9)), At(Tomorrow(world).AddHours(12)));
        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Slot, morning, noon));
        var id = (await world.FindsAsync()).Single().SessionId;

        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Slot, noon));
        Assert.Equal(noon.StartLocal, (await world.FindsAsync()).Single().StartLocal);
        await using var db = world.Open();
        var eventId = await db.Events.Select(e => e.Id).SingleAsync();
        var gone = (await world.Get<ReadSession>().RunAsync(world.Ann, eventId, id, CancellationToken.None)).Value!;
        Assert.Contains(Portal.Core.Enablement.NotEnabledReason.EventGone, gone.Decision.AgainstSelling.Select(r => r.Reason));

        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Slot));
        Assert.Empty(await world.FindsAsync());

        await world.ListsAsync(world.Provider, Listed("m", "Museum", OfferKind.Slot, morning, noon));
        Assert.Equal(id, (await world.FindsAsync()).Single().SessionId);
    }

    [Fact]
    public async Task A_catalogue_is_left_alone_as_long_as_its_provider_wants()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Provider.Traits = world.Provider.Traits with { CatalogEvery = TimeSpan.FromMinutes(10) };
        world.Provider.Lists = world.Other.Lists = _ => [new Portal.Core.Providers.CatalogPage([Listed("m", "Museum", OfferKind.Slot, At(Evening))], null)];

        Assert.Equal(2, await world.Get<RefreshDueCatalogs>().RunAsync(CancellationToken.None));
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await world.Get<RefreshDueCatalogs>().RunAsync(CancellationToken.None));
        world.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, await world.Get<RefreshDueCatalogs>().RunAsync(CancellationToken.None));
    }

    private static DateTime Tomorrow(PortalWorld world) => DateTime.SpecifyKind(world.Now.Date.AddDays(1), DateTimeKind.Unspecified);
}
