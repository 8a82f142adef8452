using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Ledger;

/// <summary>What is sold and what comes back is in the ledger once, whoever found it out and however often it was tried.</summary>
public sealed class LedgerTests
{
    [Theory, OnEveryEngine]
    public async Task A_sale_is_posted_with_what_it_is_about(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);
        await world.CheckedOutAsync(world.Ann);

        var sale = Assert.Single(await TransactionsAsync(world));
        Assert.Equal((LedgerKind.Sale, world.AgencyId, "Ann"), (sale.Kind, sale.AgencyId, sale.By));
        Assert.Equal(100m, await BalanceAsync(world));
        await world.BalancesAsync();
    }

    [Theory]
    [InlineData(Fate.SilentBefore)]
    [InlineData(Fate.SilentAfter)]
    public async Task A_sale_that_was_looked_up_is_posted_once(Fate fate)
    {
        await using var world = await PortalWorld.StartAsync();
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);
        world.Provider.Next(Questioned.Commit, fate);
        await world.CheckOutAsync(world.Ann);
        Assert.Empty(await TransactionsAsync(world));

        await world.PassAsync(TimeSpan.FromMinutes(4));

        Assert.Single(await TransactionsAsync(world));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task Each_part_of_a_booking_is_posted_when_it_is_bought()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await BookedAsync(world, 5);
        Assert.Empty(await TransactionsAsync(world));

        await BuyAsync(world, order, 2);
        Assert.Equal(100m, await BalanceAsync(world));
        await BuyAsync(world, order, 3);

        Assert.Equal([100m, 150m], (await TransactionsAsync(world)).Select(t => t.Entries.Where(e => e.Account == LedgerAccount.Agency).Sum(e => e.Amount)));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task What_was_bought_elsewhere_is_posted_when_it_is_read_back()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await BookedAsync(world, 2);
        world.Keeping.Kept[0].State = ItemState.Purchased;

        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);

        Assert.Equal(50m, await BalanceAsync(world));
        await BuyAsync(world, order, 1);
        Assert.Equal(100m, await BalanceAsync(world));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task A_checkout_that_was_undone_leaves_nothing_behind()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.AddedAsync(world.Ann, await world.SellsAsync("C", by: world.Cancelling), 2);
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.SoldOut, "Gone."));
        Assert.True((await world.CheckOutAsync(world.Ann, onRefusal: OnRefusal.UndoTheRest)).IsYes);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([LedgerKind.Sale, LedgerKind.Cancellation], (await TransactionsAsync(world)).Select(t => t.Kind));
        Assert.Equal(0m, await BalanceAsync(world));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task A_price_that_rose_is_bought_once_somebody_agreed_and_the_margin_takes_the_difference()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await BookedAsync(world, 3);
        world.Keeping.Surcharge = 8;
        Assert.Equal(RefusalReason.PriceChanged, (await BuyAsync(world, order, 3)).Refusal?.Reason);
        var asked = (await world.Get<ReadBooking>().RunAsync(world.Ann, (await ReferenceAsync(world)), default))!.Orders[0].Operations.Single();
        Assert.Equal((new Money(158m, "EUR"), 3), (asked.AskedNet, asked.ItemIds.Count));

        var bought = await world.Get<PurchaseItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, asked.ItemIds) { AgreedNet = 158m }, default);

        Assert.Equal(OperationState.Done, bought.Value?.State);
        Assert.Equal(158m, Assert.Single(world.Keeping.Paid).Amount);
        Assert.Equal(158m, await BalanceAsync(world));
        var items = (await world.OrdersAsync()).Single().Items;
        Assert.Equal([52.66m, 52.66m, 52.68m], items.Select(i => i.Quote.Owed).Order());
        Assert.All(items, i => Assert.Equal(50m, i.Quote.Selling));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task What_came_back_is_posted_once_a_person_noted_it()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await BookedAsync(world, 2);
        await BuyAsync(world, order, 2);
        world.Keeping.Kept[0].State = ItemState.Cancelled;
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
        var gone = (await world.OrdersAsync()).Single().Items.Single(i => i.State == ItemState.Cancelled).Id;
        Assert.Equal(100m, await BalanceAsync(world));

        Assert.Equal(RefusalReason.Invalid, (await NoteAsync(world, order, gone, 51m)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await world.Get<NoteReturned>().RunAsync(world.Eve, order.Id, [gone], 50m, default)).Refusal?.Reason);
        var notes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => NoteAsync(world, order, gone, 20m))));

        Assert.Single(notes, n => n.IsYes);
        Assert.Equal(80m, await BalanceAsync(world));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task Entries_that_do_not_sum_to_zero_or_have_no_transaction_are_not_written()
    {
        await using var world = await PortalWorld.StartAsync();
        await using var db = world.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.PostAsync(Of(world, "a", 5, -5), default));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.PostAsync(Of(world, "b", 5, -4), default));
    }

    [Theory, OnEveryEngine]
    public async Task The_same_key_is_posted_once(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await using (var db = world.Open())
            Assert.True(await db.TrySaveAsync([Of(world, "once", 5, -5)], default));
        await using (var db = world.Open())
            Assert.False(await db.TrySaveAsync([Of(world, "once", 5, -5)], default));

        Assert.Equal(-5m, await BalanceAsync(world));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task What_was_written_is_never_changed()
    {
        await using var world = await PortalWorld.StartAsync();
        await using var db = world.Open();
        Assert.True(await db.TrySaveAsync([Of(world, "a", 5, -5)], default));

        db.LedgerEntries.Remove(await db.LedgerEntries.FirstAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Entry(await db.LedgerTransactions.FirstAsync()).Property(t => t.Said).CurrentValue = "Something else";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static LedgerTransaction Of(PortalWorld world, string key, decimal bank, decimal agency) => new()
    {
        Id = Guid.CreateVersion7(), Key = key, Kind = LedgerKind.Settlement, AgencyId = world.AgencyId, At = world.Now, By = "Ines", Said = "Paid in",
        Entries = [new() { Account = LedgerAccount.Bank, Amount = bank, Currency = "EUR" }, new() { Account = LedgerAccount.Agency, Amount = agency, Currency = "EUR" }],
    };

    private static async Task<Order> BookedAsync(PortalWorld world, int places)
    {
        var offer = await world.SellsAsync("K", by: world.Keeping);
        await world.SwitchBookingAsync(promoter: true, channel: true);
        Assert.True((await world.AddAsync(world.Ann, offer, places, mode: SaleMode.Book)).IsYes);
        await world.CheckedOutAsync(world.Ann);
        await world.Get<ReadBackOrders>().RunAsync((await world.OrdersAsync()).Single().Id, default);
        return (await world.OrdersAsync()).Single();
    }

    private static async Task<Answer<OperationMade>> BuyAsync(PortalWorld world, Order order, int places)
    {
        var left = (await world.OrdersAsync()).Single(o => o.Id == order.Id).Items.Where(i => i.State == ItemState.Booked).OrderBy(i => i.Place).Take(places);
        return await world.Get<PurchaseItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, [.. left.Select(i => i.Id)]), default);
    }

    private static Task<Answer<Money>> NoteAsync(PortalWorld world, Order order, Guid item, decimal returned) =>
        world.Get<NoteReturned>().RunAsync(world.Ann, order.Id, [item], returned, default);

    private static async Task<string> ReferenceAsync(PortalWorld world)
    {
        await using var db = world.Open();
        return await db.Bookings.Select(b => b.Reference).SingleAsync();
    }

    private static async Task<decimal> BalanceAsync(PortalWorld world)
    {
        await using var db = world.Open();
        return await db.Agencies.Where(a => a.Id == world.AgencyId).Select(a => a.Balance).SingleAsync();
    }

    private static async Task<List<LedgerTransaction>> TransactionsAsync(PortalWorld world)
    {
        await using var db = world.Open();
        return await db.LedgerTransactions.AsNoTracking().Include(t => t.Entries).OrderBy(t => t.At).ThenBy(t => t.Id).ToListAsync();
    }
}
