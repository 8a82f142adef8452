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
    /// <param name="by">Who did it.</param>
    /// <param name="now">When.</param>
    /// <param name="operation">The act that did it; null for a commit or a read-back.</param>
    /// <param name="actedOn">The items that act was about.</param>
    public static IReadOnlyList<LedgerTransaction> Post(Order order, string by, DateTime now, Operation? operation = null, IReadOnlyList<Item>? actedOn = null)
    {
        var posted = new List<LedgerTransaction>();
        if (order.Items.FindAll(i => i.State == ItemState.Purchased && i.SaleId is null) is { Count: > 0 } sold)
        {
            var sale = Of(order, operation, LedgerKind.Sale, $"sale:{sold.Min(i => i.Id):N}", Entries.OfSale(order.ConnectionId, [.. sold.Select(i => i.Quote)], order.DeliveryOf(sold.Count)),
                $"{CountWords.Tickets(sold.Count)} sold, {order.OurReference}", by, now);
            sold.ForEach(i => i.SaleId = sale.Id);
            posted.Add(sale);
        }
        if (operation?.ReturnedMoney is { } money && actedOn!.Where(NoteReturned.Awaits).ToList() is { Count: > 0 } back)
            posted.AddRange(Return(order, back, money, operation, by, now));
        return posted;
    }

    /// <summary>What came back for these items, which were sold and of which nothing has come back yet.</summary>
    public static IReadOnlyList<LedgerTransaction> Return(Order order, List<Item> items, Money returned, Operation? operation, string by, DateTime now)
    {
        if (returned.Currency != order.Currency)
            throw new InvalidOperationException($"{order.OurReference} was sold in {order.Currency}; {returned} cannot come back.");
        var quotes = items.ConvertAll(i => i.Quote);
        // A checkout that was undone leaves nothing behind, no fee either.
        var entries = operation is { IsUndo: true } ? Entries.OfUndo(order.ConnectionId, quotes) : Entries.OfReturn(order.ConnectionId, quotes, returned.Amount);
        var cancellation = Of(order, operation, LedgerKind.Cancellation, $"return:{items.Min(i => i.Id):N}", entries,
            $"{CountWords.Tickets(items.Count)} taken back, {order.OurReference}", by, now);
        items.ForEach(i => i.ReturnId = cancellation.Id);
        return [cancellation];
    }

    private static LedgerTransaction Of(Order order, Operation? operation, LedgerKind kind, string key, List<LedgerEntry> entries, string said, string by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), Key = key, Kind = kind, AgencyId = order.AgencyId, BookingId = order.BookingId, OrderId = order.Id, OperationId = operation?.Id,
        At = now, By = by, Said = said, Entries = entries,
    };
}
