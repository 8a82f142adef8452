using Portal.Core.Bookings;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;

namespace Portal.Providers.OneboxChannels;

/// <summary>Committed orders in our words (page 1a.4, <c>order-details</c>). Pure.</summary>
internal static class OneboxChannelsReports
{
    /// <summary>What an order consists of, offer by offer.</summary>
    public static IReadOnlyList<HeldLine> Lines(OrderDto order, IReadOnlyList<ProviderReference> references, OneboxChannelsOptions options)
    {
        var noted = new CartContent(references);
        return
        [
            .. order.Items.GroupBy(i => OfferOf(i, noted)).Select(g => new HeldLine(
                g.Key, g.Count(), g.All(i => i.FinalPrice is not null) ? new Money(Math.Round(g.Average(i => i.FinalPrice!.Value), 2, MidpointRounding.AwayFromZero), order.Currency ?? options.Currency) : null)
            {
                Seats = [.. g.Select(i => new HeldSeat(i.Place.Section, i.Place.Row, i.Place.Seat))],
            }),
        ];
    }

    /// <param name="orderId">Our order.</param>
    /// <param name="root">The order, or the booking it began as.</param>
    /// <param name="purchases">The orders that bought items of it, by code.</param>
    /// <param name="references">Names and notes of the order.</param>
    public static FulfilmentReport Report(Guid orderId, OrderDto root, IReadOnlyList<OrderDto> purchases, IReadOnlyList<ProviderReference> references)
    {
        var noted = new CartContent(references);
        var tickets = Tickets(root, purchases);
        var first = root.Items.Count > 0 ? root.Items[0] : null;
        var status = Status(root);
        return new FulfilmentReport(orderId, new(OneboxChannelsReferences.OrderCode, root.Code), status, root.RawStatus)
        {
            EventRef = root.Items.Select(i => i.EventId).Distinct().Count() == 1 ? first?.EventId : null,
            StartLocal = root.Items.Select(i => i.Start).Distinct().Count() == 1 && first?.Start is { HasTime: true } start ? start.Wall : null,
            Items = [.. root.Items.Select(i => Item(i, root, noted, tickets.GetValueOrDefault(i.Id)))],
            Bundle = root.Items.Any(i => i.Barcode is not null) ? new TicketLink(root.Code, null, null) : purchases is [var only] ? new TicketLink(only.Code, null, null) : null,
        };
    }

    /// <summary>The ticket of each item of the root: its own, or the one of the order that bought it.</summary>
    private static Dictionary<string, (string Code, OrderItemDto Item)> Tickets(OrderDto root, IReadOnlyList<OrderDto> purchases)
    {
        var found = root.Items.Where(i => i.Barcode is not null).ToDictionary(i => i.Id, i => (root.Code, i));
        var bought = purchases.ToDictionary(p => p.Code, p => p.Items.Where(i => i.Barcode is not null).ToList());
        foreach (var item in root.Items.Where(i => i.IsSold && !found.ContainsKey(i.Id)))
            foreach (var (code, theirs) in bought.Where(b => item.RelatedOrder is null || b.Key == item.RelatedOrder))
                if (theirs.Find(t => (t.SessionId, t.Place) == (item.SessionId, item.Place)) is { } ticket)
                {
                    // Places without a number are alike: each ticket is given away once.
                    theirs.Remove(ticket);
                    found[item.Id] = (code, ticket);
                    break;
                }
        return found;
    }

    private static FulfilledItem Item(OrderItemDto item, OrderDto order, CartContent noted, (string Code, OrderItemDto Item) ticket) => new(item.Id, OfferOf(item, noted))
    {
        Section = item.Place.Section, Row = item.Place.Row, Seat = item.Place.Seat,
        RawStatus = item.BookingStatus ?? item.RawStatus,
        State = State(item, order),
        KeptUntil = item.IsPending ? item.BookingExpires?.AsUtc : null,
        Barcode = ticket.Item?.Barcode,
        Tickets = ticket.Item is null ? [] : [new TicketLink($"{ticket.Code}/{ticket.Item.Id}", null, null)],
    };

    private static string OfferOf(OrderItemDto item, CartContent noted) => noted.NotedOffer(item.Id) ?? CartContent.OfferOf(item.SessionId, item.Place);

    private static ItemState? State(OrderItemDto item, OrderDto order) => (item.BookingStatus ?? item.RawStatus)?.ToUpperInvariant() switch
    {
        _ when order.Status is OrderStatus.Cancelled => ItemState.Cancelled,
        "SOLD" or "PURCHASED" => ItemState.Purchased,
        "PENDING" => ItemState.Booked,
        "EXPIRED" => ItemState.Lapsed,
        "REFUND" or "REFUNDED" => ItemState.Refunded,
        _ => null,
    };

    private static FulfilmentStatus Status(OrderDto order) => order.Status switch
    {
        OrderStatus.Cancelled => FulfilmentStatus.Cancelled,
        // A booking nobody bought: nobody cancelled anything.
        OrderStatus.Expired => FulfilmentStatus.Returned,
        _ when order.Items.Count > 0 && order.Items.All(i => (i.BookingStatus ?? i.RawStatus)?.ToUpperInvariant() is "REFUND" or "REFUNDED") => FulfilmentStatus.Returned,
        OrderStatus.Paid => FulfilmentStatus.Completed,
        OrderStatus.Confirmed => order.Items.Any(i => i.IsPending) ? FulfilmentStatus.Processing : FulfilmentStatus.Completed,
        OrderStatus.PreOrder => FulfilmentStatus.Processing,
        _ => FulfilmentStatus.Unknown,
    };
}
