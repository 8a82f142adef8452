using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Payments;

/// <summary>What a customer owes the agency for a booking, in the agency's currency.</summary>
/// <param name="Due">What is bought, by the ledger (delivery and the cost of cancelling included), and the selling price of what is booked. What was given up or lapsed is not owed.</param>
/// <param name="Paid">Payments less refunds.</param>
public sealed record BookingMoney(Money Due, Money Paid)
{
    /// <summary>Still to be paid; below zero there is something to give back.</summary>
    public Money Open => Due - Paid;

    /// <summary>The payments cover the booking.</summary>
    public bool IsCovered => Open.Amount <= 0;
}

/// <summary>Reads what is owed and paid. Added up in memory: few rows each, and the same cents in every engine.</summary>
internal static class BookingMoneyReading
{
    /// <returns>By booking. Without one that has no final order, or whose orders are in several currencies: nothing can be added up there.</returns>
    public static async Task<Dictionary<Guid, BookingMoney>> ReadMoneyAsync(this PortalDb db, IReadOnlyCollection<Guid> bookings, CancellationToken cancellation)
    {
        var orders = await db.Orders.AsNoTracking().Where(o => bookings.Contains(o.BookingId) && o.CommittedAt != null).Select(o => new
        {
            o.BookingId, o.AccountCurrency, Booked = o.Items.Where(i => i.State == ItemState.Booked && i.GivenUpAt == null).Select(i => i.Quote.Selling).ToList(),
        }).ToListAsync(cancellation);
        var posted = (await db.LedgerTransactions.AsNoTracking().Where(t => t.BookingId != null && bookings.Contains(t.BookingId.Value))
            .SelectMany(t => t.Entries, (t, e) => new { BookingId = t.BookingId!.Value, t.PaymentId, e.Account, e.Amount })
            .Where(e => e.Account == LedgerAccount.Customer).ToListAsync(cancellation)).ToLookup(e => e.BookingId);
        var money = new Dictionary<Guid, BookingMoney>();
        foreach (var of in orders.GroupBy(o => o.BookingId))
            if (of.Select(o => o.AccountCurrency).Distinct().ToList() is [var currency])
                money[of.Key] = new BookingMoney(
                    new Money(posted[of.Key].Where(e => e.PaymentId is null).Sum(e => e.Amount) + of.Sum(o => o.Booked.Sum()), currency),
                    new Money(-posted[of.Key].Where(e => e.PaymentId is not null).Sum(e => e.Amount), currency));
        return money;
    }
}
