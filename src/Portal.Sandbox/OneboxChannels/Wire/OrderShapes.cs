using System.Xml.Linq;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary><c>order-details</c>, the answer of every order call, and <c>order-tickets</c>.</summary>
internal static class OrderShapes
{
    private static readonly XNamespace Ns = Xml.Order;

    public static XElement Of(Order order, OneboxChannelsState state)
    {
        var channel = state.Channels[order.ChannelId];
        return new XElement(
            Ns + "order-details",
            new XAttribute("orderCode", order.Code), new XAttribute("currency", "EUR"), new XAttribute("status", order.Status), new XAttribute("type", order.Type),
            order.Status == "PRE_ORDER" && state.Options.TellsTimeLeft ? new XAttribute("preOrderTimeLeft", (long)(order.LapsesAt - state.Now).TotalSeconds) : null,
            CartShapes.Client(Ns + "client", order.Client),
            order.Items.Select(i => Item(i, order, state)),
            order.DeliveryId is { } delivery ? new XElement(Ns + "delivery-method", delivery) : null,
            MoneyShapes.Breakdown(Ns + "price-breakdown", [.. order.ToPay], order.DeliveryCost),
            order.Payments.Count == 0 ? null : new XElement(Ns + "payments", order.Payments.Select(Payment)),
            new XElement(Ns + "toBePaid", order.Outstanding.Written()), new XElement(Ns + "pending", order.Outstanding.Written()),
            new XElement(Ns + "suspectFraud", false.Written()),
            new XElement(Ns + "channel", new XAttribute("id", channel.Id), new XElement(Ns + "name", channel.Name), new XElement(Ns + "type", "EXTERNAL"), new XElement(Ns + "subType", "WEB")),
            new XElement(Ns + "orderDate", order.Created.Written()));
    }

    public static XElement Tickets(Order order, Func<Item, string> link, string merged) => new(
        Ns + "order-tickets",
        new XAttribute("orderCode", order.Code),
        new XElement(Ns + "tickets", order.Items.Where(i => i.Barcode is not null && i.Status != "REFUND").Select(i => new XElement(
            Ns + "ticket", new XAttribute("id", i.Id), new XAttribute("format", "PDF"), new XAttribute("url", link(i))))),
        new XElement(Ns + "mergedTickets", merged));

    private static XElement Item(Item item, Order order, OneboxChannelsState state)
    {
        var session = state.SessionOf(item);
        var open = order.Status == "CONFIRMED" && item.BookingStatus == "PENDING";
        return new XElement(
            Ns + "order-item",
            new XAttribute("id", item.Id), new XAttribute("type", "TICKET"),
            item.RelatedOrder is null ? null : new XAttribute("relatedBookingIssueOrderCode", item.RelatedOrder),
            item.OriginalBooking is null ? null : new XAttribute("originalBookingOrderCode", item.OriginalBooking),
            Ticket(item, session, order),
            MoneyShapes.Breakdown(Ns + "price-breakdown", item),
            item.BookingStatus is null ? null : new XElement(Ns + "bookingIssueStatus", item.BookingStatus),
            item.BookingExpires is { } until ? new XElement(Ns + "bookingExpireDate", until.Written()) : null,
            new XElement(
                Ns + "operationsAllowed",
                new XElement(Ns + "refund", false.Written()), new XElement(Ns + "purchase", open.Written()), new XElement(Ns + "print", (item.Barcode is not null).Written())),
            item.Warnings.Select(w => new XElement(Ns + "itemWarning", w)));
    }

    private static XElement Ticket(Item item, SessionRow session, Order order)
    {
        var (seat, area) = (session.Places.SeatOf(item.PlaceId), session.Places.AreaOf(item.PlaceId));
        return new XElement(
            Ns + "ticket-data",
            new XAttribute("seatType", seat is null ? "NOT_NUMBERED" : "NUMBERED"), new XAttribute("ticketType", "GENERAL"),
            CartShapes.PlaceOf(Ns, item, seat, area, forOrder: true),
            item.Barcode is null ? null : new XElement(Ns + "barcode", item.Barcode),
            new XElement(Ns + "status", order.Status == "PRE_ORDER" && item.BookingStatus is null ? "PREORDER" : item.Status),
            new XElement(
                Ns + "session-basic-info",
                new XAttribute("id", session.Id), new XElement(Ns + "name", session.Event.Title), CatalogueShapes.DatesOf(session, Ns),
                new XElement(Ns + "event-basic-info", new XAttribute("id", session.Event.Id), new XElement(Ns + "title", session.Event.Title))),
            item.ZoneId is { } zone ? new XElement(Ns + "priceZoneId", zone) : null,
            item.TicketTypeId is { } type ? new XElement(Ns + "idTicketActivityType", type) : null,
            item.TicketTypeId is { } named ? new XElement(Ns + "nameTicketActivityType", session.TicketTypes.First(t => t.Id == named).Name) : null);
    }

    private static XElement Payment(Payment payment) => new(
        Ns + "payment",
        new XElement(Ns + "type", payment.Type), new XElement(Ns + "value", payment.Value.Written()),
        payment.Reference is null ? null : new XElement(Ns + "externalReference", payment.Reference),
        new XElement(Ns + "isAdvance", false.Written()), new XElement(Ns + "paymentDate", payment.At.Written()), new XElement(Ns + "id", payment.Id));
}
