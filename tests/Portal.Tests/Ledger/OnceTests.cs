using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Ledger;

/// <summary>The page, a job and a second tab buy the same place at the same moment.</summary>
public sealed class OnceTests
{
    private const int Orders = 50, Places = 20;

    [Fact]
    public async Task A_thousand_times_it_is_one_purchase_one_entry_and_one_mail()
    {
        await using var world = await PortalWorld.StartAsync(DatabaseEngine.Sqlite);
        world.OneAtATime = false;
        await using (var db = world.Open())
        {
            db.Users.Add(new User { Id = world.Ann.UserId!.Value, AgencyId = world.AgencyId, DisplayName = "Ann", Email = "ann@example.org", UserName = "ann@example.org" });
            await db.SaveChangesAsync();
        }
        await world.SwitchBookingAsync(promoter: true, channel: true);
        var offer = await world.SellsAsync("K", stock: Orders * Places, by: world.Keeping);
        await world.SwitchBookingAsync(promoter: true, channel: true);

        for (var booking = 0; booking < Orders; booking++)
        {
            Assert.True((await world.AddAsync(world.Ann, offer, Places, mode: SaleMode.Book)).IsYes);
            var made = await world.CheckedOutAsync(world.Ann);
            var items = await ItemsAsync(world, made.BookingId);
            await world.Get<ReadBackOrders>().RunAsync(items[0].OrderId, default);
            foreach (var (orderId, itemId) in items)
            {
                ItemsChosen Chosen() => new(Guid.NewGuid(), orderId, [itemId]);
                await Task.WhenAll(((Actor[])[world.Ann, world.Ann, Actor.Job("conversion")])
                    .Select(actor => Task.Run(() => world.Get<PurchaseItems>().RunAsync(actor, Chosen(), default))));
            }
        }

        Assert.Equal(Orders * Places, world.Keeping.Paid.Count);
        await using var after = world.Open();
        Assert.Equal(Orders * Places, await after.Items.CountAsync(i => i.State == ItemState.Purchased));
        Assert.Equal(Orders * Places, await after.LedgerTransactions.CountAsync());
        Assert.Equal(Orders * Places, await after.OutboxMails.CountAsync());
        await after.BalancesAsync();
    }

    private static async Task<List<(Guid OrderId, Guid ItemId)>> ItemsAsync(PortalWorld world, Guid bookingId)
    {
        await using var db = world.Open();
        var items = await db.Items.Where(i => i.Order!.BookingId == bookingId).Select(i => new { i.OrderId, i.Id }).ToListAsync();
        return items.ConvertAll(i => (i.OrderId, i.Id));
    }
}
