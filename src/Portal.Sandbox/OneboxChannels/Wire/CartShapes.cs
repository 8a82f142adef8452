using System.Globalization;
using System.Xml.Linq;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary><c>shopping-cart</c> and what is in it.</summary>
internal static class CartShapes
{
    public static XElement Of(Cart cart, OneboxChannelsState state)
    {
        var left = (long)(cart.LastUsed + state.Options.CartLife - state.Now).TotalSeconds;
        return new XElement(
            Xml.Cart + "shopping-cart",
            new XAttribute("token", cart.Token), new XAttribute("currency", "EUR"),
            state.Options.TellsTimeLeft ? new XAttribute("timeLeft", left) : null,
            cart.Client.Count == 0 ? null : Client(Xml.Cart + "client", cart.Client),
            cart.Items.Select(i => Item(i, cart.ChannelId, state)),
            cart.DeliveryId is { } delivery ? new XElement(Xml.Cart + "deliveryMethod", delivery) : null,
            cart.DeliveryId is null ? null : new XElement(Xml.Cart + "deliveryCosts", cart.DeliveryCost.Written()),
            cart.Items.Count == 0 ? null : MoneyShapes.Breakdown(Xml.Cart + "total-price-breakdown", cart.Items, cart.DeliveryCost));
    }

    /// <summary>A customer; inner elements have no namespace.</summary>
    public static XElement Client(XName name, Dictionary<string, string> client) => new(
        name,
        new XElement("name", client.GetValueOrDefault("firstName")), new XElement("lastname", client.GetValueOrDefault("lastName")),
        new XElement("email", client.GetValueOrDefault("email")), new XElement("phone", client.GetValueOrDefault("telephone")),
        new XElement("gender", "NOT_DEFINED"),
        new XElement(
            "location",
            new XElement("address", client.GetValueOrDefault("address")), new XElement("city", client.GetValueOrDefault("city")),
            new XElement("postalCode", client.GetValueOrDefault("postalCode")),
            client.GetValueOrDefault("countryCode") is { Length: > 0 } country ? new XElement("country", new XAttribute("code", country)) : null),
        new XElement("allowCommercialMailing", false.Written()));

    private static XElement Item(Item item, long channel, OneboxChannelsState state)
    {
        var session = state.SessionOf(item);
        return new XElement(
            Xml.Cart + "shopping-cart-item",
            new XAttribute("id", item.Id), new XAttribute("type", "TICKET"),
            Ticket(Xml.Cart, item, session),
            MoneyShapes.Breakdown(Xml.Cart + "price-breakdown", item),
            new XElement(
                Xml.Cart + "operationsAllowed",
                new XElement(Xml.Cart + "issue", false.Written()), new XElement(Xml.Cart + "purchase", true.Written()),
                new XElement(Xml.Cart + "booking", state.MayBook(session, channel).Written())),
            item.Warnings.Select(w => new XElement(Xml.Cart + "itemWarning", w)));
    }

    private static XElement Ticket(XNamespace ns, Item item, SessionRow session)
    {
        var (seat, area) = (session.Places.SeatOf(item.PlaceId), session.Places.AreaOf(item.PlaceId));
        var zone = session.Zones.FirstOrDefault(z => z.Id == item.ZoneId);
        return new XElement(
            ns + "ticket-data",
            new XAttribute("seatId", item.PlaceId), new XAttribute("sessionId", item.SessionId), new XAttribute("entityId", session.Event.Promoter.Id),
            new XAttribute("seatType", seat is null ? "NOT_NUMBERED" : "NUMBERED"), new XAttribute("ticketType", "GENERAL"),
            PlaceOf(ns, item, seat, area, forOrder: false),
            zone is null ? null : new XElement(ns + "priceZoneId", zone.Id), zone is null ? null : new XElement(ns + "priceZoneName", zone.Name),
            item.TicketTypeId is { } type ? new XElement(ns + "idTicketActivityType", type) : null);
    }

    /// <summary>Where it is, for a cart or, without some of it, for an order.</summary>
    public static IEnumerable<XElement> PlaceOf(XNamespace ns, Item item, Spot? seat, Area? area, bool forOrder)
    {
        if (area is not null && item.TicketTypeId is null)
        {
            yield return new XElement(ns + "notNumberedAreaId", area.Number + 1);
            yield return new XElement(ns + "notNumberedAreaName", area.Name);
            yield return new XElement(ns + "sectorId", area.Sector.Id);
            yield return new XElement(ns + "sectorName", area.Sector.Name);
        }
        if (seat is null) yield break;
        yield return new XElement(ns + "numSeat", seat.Seat);
        yield return new XElement(ns + "rowName", seat.Row);
        if (!forOrder) yield return new XElement(ns + "rowOrder", seat.RowOrder.ToString(CultureInfo.InvariantCulture));
        yield return new XElement(ns + "sectorId", seat.Sector.Id);
        yield return new XElement(ns + "sectorName", seat.Sector.Name);
        yield return new XElement(ns + "viewId", seat.View);
        yield return new XElement(ns + "accessibility", seat.Accessible ? "DISABILITY" : "NORMAL");
        yield return new XElement(ns + "visibility", seat.Reduced ? "REDUCED" : "NORMAL");
    }
}
