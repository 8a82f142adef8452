using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Payments;

/// <summary>What a customer owes the agency for a booking, in the agency's currency.</summary>
/// <param name="Due">What is bought, by the ledger (delivery and the cost of cancelling included), and what is booked at its selling price, with its share of the delivery. What was given up or lapsed is not owed.</param>
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
            o.BookingId, o.AccountCurrency, o.DeliveryCost, Items = o.Items.Select(i => new { IsOwed = i.State == ItemState.Booked && i.GivenUpAt == null, IsSold = i.SaleId != null, i.Quote }).ToList(),
        }).ToListAsync(cancellation);
        var posted = (await db.LedgerTransactions.AsNoTracking().Where(t => t.BookingId != null && bookings.Contains(t.BookingId.Value))
            .SelectMany(t => t.Entries, (t, e) => new { BookingId = t.BookingId!.Value, t.PaymentId, e.Account, e.Amount })
            .Where(e => e.Account == LedgerAccount.Customer).ToListAsync(cancellation)).ToLookup(e => e.BookingId);
        var booked = orders.ToLookup(o => o.BookingId, o => o.Items.Where(i => i.IsOwed).Select(i => i.Quote).ToList() is { Count: > 0 } quotes
            ? quotes.Sum(q => q.Selling) + quotes[0].InAccount(Order.DeliveryShare(o.DeliveryCost, o.Items.Count(i => i.IsSold), quotes.Count, o.Items.Count))
            : 0m);
        var money = new Dictionary<Guid, BookingMoney>();
        foreach (var of in orders.GroupBy(o => o.BookingId))
            if (of.Select(o => o.AccountCurrency).Distinct().ToList() is [var currency])
                money[of.Key] = new BookingMoney(
                    new Money(posted[of.Key].Where(e => e.PaymentId is null).Sum(e => e.Amount) + booked[of.Key].Sum(), currency),
                    new Money(-posted[of.Key].Where(e => e.PaymentId is not null).Sum(e => e.Amount), currency));
        return money;
    }
}
