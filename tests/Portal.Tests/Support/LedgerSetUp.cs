using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Pricing;

namespace Portal.Tests.Support;

/// <summary>What tests of accounts, invoices and reports set up.</summary>
internal static class LedgerSetUp
{
    /// <summary>Something sold, at once final: one ticket or several of an offer of its own.</summary>
    public static async Task<BookingMade> SoldAsync(this PortalWorld world, Actor agent, decimal net, int quantity = 1, InMemoryProvider? by = null)
    {
        await world.AddedAsync(agent, await world.SellsAsync($"{Guid.NewGuid():N}", net: net, by: by), quantity);
        return await world.CheckedOutAsync(agent);
    }

    /// <summary>The provider took every ticket of a booking back, and a person notes how much of its price came back.</summary>
    public static async Task TakenBackAsync(this PortalWorld world, Actor agent, BookingMade made, decimal returned)
    {
        await using var db = world.Open();
        await db.Items.Where(i => i.Order!.BookingId == made.BookingId).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ItemState.Cancelled));
        var order = (await world.OrdersAsync()).Single(o => o.BookingId == made.BookingId);
        var noted = await world.Get<NoteReturned>().RunAsync(agent, order.Id, [.. order.Items.Select(i => i.Id)], returned, CancellationToken.None);
        Assert.True(noted.IsYes, noted.Refusal?.ToString());
    }

    /// <summary>A sale in the ledger without anything behind it: quick, where many are wanted.</summary>
    public static async Task PostedAsync(this PortalWorld world, Guid agencyId, decimal owed, LedgerKind kind = LedgerKind.Sale, DateTime? at = null)
    {
        await using var db = world.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = await db.Connections.Select(c => c.Id).FirstAsync();
        var quote = new Quote { Net = owed, Currency = "EUR", AccountCurrency = "EUR", Owed = owed, Selling = owed };
        await db.PostAsync(new LedgerTransaction
        {
            Id = Guid.CreateVersion7(), Key = $"{Guid.NewGuid():N}", Kind = kind, AgencyId = agencyId, At = at ?? world.Now, By = "Ann", Said = kind == LedgerKind.Sale ? "1 ticket sold" : "1 ticket taken back",
            Entries = kind == LedgerKind.Sale ? Entries.OfSale(connection, [quote], 0) : Entries.OfReturn(connection, [quote], owed),
        }, CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The sum of an account's entries, as the ledger has it.</summary>
    public static async Task<decimal> SumAsync(this PortalWorld world, LedgerAccount account, Func<LedgerTransaction, bool>? of = null)
    {
        await using var db = world.Open();
        var transactions = await db.LedgerTransactions.AsNoTracking().Include(t => t.Entries).ToListAsync();
        return transactions.Where(t => of?.Invoke(t) ?? true).SelectMany(t => t.Entries).Where(e => e.Account == account).Sum(e => e.Amount);
    }
}
