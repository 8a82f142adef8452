using Portal.Core.Bookings;
using Portal.Core.Pricing;

namespace Portal.Core.Ledger;

/// <summary>
/// What has to be posted because items of an order were sold or taken back, whoever found out: a commit, a later act, or a read-back. Each item
/// remembers which transaction sold it and which took it back, so that whoever comes second finds nothing left to post.
/// </summary>
internal static class ItemPosting
{
    /// <param name="order">With its booking and its items.</param>
    /// <param name="returned">What the provider gave back for items that were just taken back, in the order's currency; null when it did not tell.</param>
    /// <param name="operation">The act that did it; null for a commit or a read-back.</param>
    public static List<LedgerTransaction> Post(Order order, Money? returned, Operation? operation, string by, DateTime now)
    {
        var posted = new List<LedgerTransaction>();
        if (order.Items.FindAll(i => i.State == ItemState.Purchased && i.SaleId is null) is { Count: > 0 } sold)
        {
            // Delivery is agreed with a sale as a whole; what was booked first is bought without it.
            var delivery = order.Mode == Providers.SaleMode.Purchase && order.Items.TrueForAll(i => i.SaleId is null) ? order.DeliveryCost : 0m;
            var sale = Of(order, operation, LedgerKind.Sale, $"sale:{sold.Min(i => i.Id):N}", Entries.OfSale(order.ConnectionId, [.. sold.Select(i => i.Quote)], delivery),
                $"{Tickets(sold.Count)} sold, {order.OurReference}", by, now);
            sold.ForEach(i => i.SaleId = sale.Id);
            posted.Add(sale);
        }
        if (returned is { } money && order.Items.FindAll(i => i is { State: ItemState.Cancelled or ItemState.Refunded, SaleId: not null, ReturnId: null }) is { Count: > 0 } back)
        {
            if (money.Currency != order.Currency)
                throw new InvalidOperationException($"{order.OurReference} was sold in {order.Currency}; {money} cannot come back.");
            var cancellation = Of(order, operation, LedgerKind.Cancellation, $"return:{back.Min(i => i.Id):N}", Entries.OfReturn(order.ConnectionId, [.. back.Select(i => i.Quote)], money.Amount),
                $"{Tickets(back.Count)} taken back, {order.OurReference}", by, now);
            back.ForEach(i => i.ReturnId = cancellation.Id);
            posted.Add(cancellation);
        }
        return posted;
    }

    private static string Tickets(int count) => count == 1 ? "1 ticket" : $"{count} tickets";

    private static LedgerTransaction Of(Order order, Operation? operation, LedgerKind kind, string key, List<LedgerEntry> entries, string said, string by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), Key = key, Kind = kind, AgencyId = order.AgencyId, BookingId = order.BookingId, OrderId = order.Id, OperationId = operation?.Id,
        At = now, By = by, Said = said, Entries = entries,
    };
}
