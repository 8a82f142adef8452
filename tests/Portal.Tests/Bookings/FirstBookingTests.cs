using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>One booking all the way, where nothing goes wrong.</summary>
public sealed class FirstBookingTests
{
    [Theory, OnEveryEngine]
    public async Task An_agent_holds_names_and_books(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var offer = await world.SellsAsync("A", stock: 10, wanted: ["last_name"]);

        var line = await world.AddedAsync(world.Ann, offer, 2);
        Assert.Equal(HoldState.Held, line.Hold!.State);
        await world.TypesAsync(world.Ann, line, 0, ("last_name", "Byron"));
        await world.CheckedOutAsync(world.Ann);

        var order = Assert.Single(await world.OrdersAsync());
        Assert.Equal(OrderState.Purchased, order.State);
        Assert.Equal(2, order.Items.Count);
        Assert.Equal(100m, order.TotalNet);
        Assert.Equal("Byron", world.Provider.Holds[0].Guests[0].Slots[0].Values["last_name"]);
        await world.AgreesAsync((offer, 10));
    }
}
