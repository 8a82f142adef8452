using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Persistence;

namespace Portal.Tests.Support;

/// <summary>What must be true of the money at any time: entries sum to zero, balances follow them, and what was sold is in them once.</summary>
internal static class Balance
{
    public static async Task BalancesAsync(this PortalWorld world)
    {
        await using var db = world.Open();
        await db.BalancesAsync();
    }

    public static async Task BalancesAsync(this PortalDb db)
    {
        var transactions = await db.LedgerTransactions.AsNoTracking().Include(t => t.Entries).ToListAsync();
        foreach (var transaction in transactions)
            Assert.All(transaction.Entries.GroupBy(e => e.Currency), of => Assert.Equal(0m, of.Sum(e => e.Amount)));
        foreach (var agency in await db.Agencies.AsNoTracking().ToListAsync())
            Assert.Equal(agency.Balance, transactions.Where(t => t.AgencyId == agency.Id).SelectMany(t => t.Entries).Where(e => e.Account == LedgerAccount.Agency).Sum(e => e.Amount));
        var items = await db.Items.AsNoTracking().ToListAsync();
        Assert.All(items, i => Assert.Equal(i.State == ItemState.Purchased || (i.SaleId is not null && i.State is ItemState.Cancelled or ItemState.Refunded), i.SaleId is not null));
        var sales = transactions.Where(t => t.Kind == LedgerKind.Sale).ToList();
        Assert.Equal(sales.Select(t => t.Id).Order(), items.Select(i => i.SaleId).OfType<Guid>().Distinct().Order());
        var delivery = (await db.Orders.AsNoTracking().Include(o => o.Items).ToListAsync())
            .Sum(o => o.Items.Count == 0 ? 0 : Math.Round(o.DeliveryCost * o.Items.Count(i => i.SaleId is not null) / o.Items.Count, 2, MidpointRounding.AwayFromZero));
        if (items.TrueForAll(i => i.Quote.Currency == i.Quote.AccountCurrency))
            Assert.Equal(items.Where(i => i.SaleId is not null).Sum(i => i.Quote.Selling) + delivery, -sales.SelectMany(t => t.Entries).Where(e => e.Account == LedgerAccount.Sales).Sum(e => e.Amount));
    }
}
