using System.Xml.Linq;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary><c>session-info</c>: a session with what is left of it and what it costs.</summary>
internal static class SessionShapes
{
    private static readonly XNamespace Ns = Xml.Session;

    public static XElement Info(SessionRow s) => CatalogueShapes.Session(
        Ns + "session-info", s,
        new XElement(Ns + "isGraphicVenue", s.Places.Plan.Graphic.Written()),
        s.Zones.Count == 0 ? null : new XElement(Ns + "price-zones-availability", s.Zones.Select((z, n) => Zone(s, z, n))),
        s.TicketTypes.Count == 0 ? null : new XElement(Ns + "activity-ticket-types-availability", s.TicketTypes.Select(t => Type(s, t))),
        s.Rates.Count == 0 ? null : new XElement(Ns + "sessionRates", s.Rates.Select(r => new XElement(
            Ns + "sessionRate", new XAttribute("id", r.Id), new XAttribute("name", r.Name), new XAttribute("default", r.IsDefault.Written())))),
        new XElement(
            Ns + "session-properties",
            new XElement(Ns + "bestSeatsOperationSupported", s.BestSeats.Written()),
            s.PurchaseLimit is { } limit ? new XElement(Ns + "purchaseTicketsLimit", limit) : null,
            new XElement(Ns + "showTime", true.Written())));

    private static XElement Zone(SessionRow s, PriceZone zone, int number)
    {
        var sectors = s.Places.SeatsIn(number).Select(seat => seat.Sector).Concat(s.Places.Plan.Areas.Where(a => a.Zone == number).Select(a => a.Sector)).Distinct();
        return new XElement(
            Ns + "price-zone-availability",
            new XAttribute("id", zone.Id), new XElement(Ns + "name", zone.Name), new XElement(Ns + "color", zone.Color),
            Prices(Tariff.Of(zone, s.DefaultRate)),
            Left(s.Places.TotalIn(number), s.Places.FreeIn(number)),
            sectors.Select(sector => new XElement(Ns + "sector-availability", new XAttribute("id", sector.Id), new XAttribute("sectorName", sector.Name))));
    }

    private static XElement Type(SessionRow s, TicketType type) => new(
        Ns + "activity-ticket-type-availability",
        new XAttribute("id", type.Id), new XElement(Ns + "name", type.Name),
        new XElement(Ns + "individualPrice", Prices(Tariff.Of(type))),
        Left(s.Places.TotalIn(0), s.Places.FreeIn(0)));

    private static IEnumerable<XElement> Prices(Tariff t)
    {
        var listed = Tariff.Of(t.Base, 1m, 0);
        yield return new XElement(Xml.Prices + "originalBasePrice", t.Base.Written());
        yield return MoneyShapes.Charges(Xml.Prices + "originalBasePriceCharges", listed.ChannelCharge, listed.PromoterCharge);
        if (t.Promotion > 0) yield return new XElement(Xml.Prices + "automatic-promotion", t.Promotion.Written());
        yield return new XElement(Xml.Prices + "promotedPrice", (t.Base - t.Promotion).Written());
        yield return MoneyShapes.Charges(Xml.Prices + "promotedPriceCharges", t.ChannelCharge, t.PromoterCharge);
    }

    public static XElement Left(int total, int available) => new(
        Xml.Availability + "availability-info", new XElement(Xml.Availability + "total", total), new XElement(Xml.Availability + "available", available));
}
