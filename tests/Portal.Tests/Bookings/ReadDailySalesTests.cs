using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

public sealed class ReadDailySalesTests
{
    private static Task<DailySales> ReadAsync(PortalWorld world, Actor? actor = null) =>
        world.Get<ReadDailySales>().RunAsync(actor ?? world.Ann, CancellationToken.None);

    [Theory]
    [OnEveryEngine]
    public async Task Days_are_the_agencys_and_those_without_a_sale_are_shown(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await SellAsync(world, world.Ann, 50m, 2);
        // 22:30 UTC is half past eleven in Amsterdam, and 23:30 UTC the next day there.
        world.Clock.Advance(TimeSpan.FromHours(13.5));
        await SellAsync(world, world.Ben, 20m, 1);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await SellAsync(world, world.Ben, 7m, 1);
        world.Clock.Advance(TimeSpan.FromDays(2));

        var sales = await ReadAsync(world);

        Assert.Equal(ReadDailySales.Days, sales.Days.Count);
        Assert.Equal(new DateOnly(2027, 3, 4), sales.Days[^1].Day);
        Assert.Equal([(120m, 2), (7m, 1), (0m, 0), (0m, 0)], sales.Days.Skip(10).Select(d => (d.Selling.Amount, d.Orders)));
        Assert.All(sales.Days.Take(10), d => Assert.Equal(0, d.Orders));
        Assert.Equal(127m, sales.Total!.Value.Amount);
    }

    [Theory]
    [OnEveryEngine]
    public async Task What_providers_asked_in_other_currencies_was_sold_in_the_agencys_and_older_days_stand_nowhere(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await SellAsync(world, world.Ann, 50m, 1);
        world.Clock.Advance(TimeSpan.FromDays(ReadDailySales.Days));
        await SellAsync(world, world.Ann, 30m, 1, "CHF");

        var sales = await ReadAsync(world);

        Assert.Equal((31.44m, "EUR"), (sales.Total!.Value.Amount, sales.Total.Value.Currency));
        Assert.Empty(sales.Others);
    }

    [Fact]
    public async Task Another_agency_sees_none_of_it_and_an_admin_who_belongs_to_none_sees_no_days()
    {
        await using var world = await PortalWorld.StartAsync();
        await SellAsync(world, world.Ann, 50m, 1);

        Assert.True((await ReadAsync(world, world.Eve)).IsEmpty);
        Assert.Empty((await ReadAsync(world, Actor.Admin(Guid.NewGuid(), "Admin"))).Days);
    }

    private static async Task SellAsync(PortalWorld world, Actor agent, decimal net, int quantity, string currency = "EUR")
    {
        await world.AddedAsync(agent, await world.SellsAsync($"{Guid.NewGuid():N}", net: net, currency: currency), quantity);
        await world.CheckedOutAsync(agent);
    }
}
