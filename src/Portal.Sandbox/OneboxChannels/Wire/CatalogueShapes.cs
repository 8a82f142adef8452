using System.Xml.Linq;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary>Events and sessions as the catalogue calls show them.</summary>
internal static class CatalogueShapes
{
    private static readonly XNamespace Ns = Xml.Event;

    public static XElement Search(IEnumerable<EventRow> events, DateTime now) => new(Ns + "events-search", events.Select(e => Event(Ns + "event-search-info", e, now)));

    public static XElement Event(XName name, EventRow e, DateTime now)
    {
        var shown = e.Sessions.Where(s => s.StartUtc > now).ToList();
        var prices = shown.SelectMany(Tariffs).ToList();
        return new XElement(
            name,
            new XAttribute("id", e.Id),
            new XElement(Ns + "internalName", e.Title), new XElement(Ns + "title", e.Title),
            new XElement(Ns + "shortDescription", $"{e.Title}. {e.House.Name}, {e.House.City}."),
            new XElement(Ns + "taxonomy", new XElement("code", e.Kind.ToUpperInvariant()), new XElement("description", e.Kind)),
            new XElement(
                Ns + "entidad", new XAttribute("id", e.Promoter.Id), new XElement(Ns + "corporateName", e.Promoter.Name)),
            new XElement(
                Ns + "promotor", new XAttribute("id", e.Promoter.Id), new XElement(Ns + "corporateName", e.Promoter.Name), new XElement(Ns + "location", new XElement("city", e.Promoter.City))),
            new XElement(Ns + "severalVenues", false.Written()), new XElement(Ns + "supraEvent", false.Written()),
            new XElement(Ns + "eventType", e.IsActivity ? "ACTIVITY" : "EVENT"),
            new XElement(Ns + "mandatoryAttendant", e.MandatoryAttendant.Written()),
            new XElement(Ns + "sessions-search-info", shown.Select(s => Session(Ns + "session-search-info", s))),
            prices.Count == 0 ? null : Price("eventMinPrice", prices.MinBy(p => p.Final)!), prices.Count == 0 ? null : Price("eventMaxPrice", prices.MaxBy(p => p.Final)!));
    }

    public static XElement Session(XName name, SessionRow s, params object?[] more) => new(
        name,
        new XAttribute("id", s.Id),
        new XElement(Xml.Session + "internalName", s.Event.Title), new XElement(Xml.Session + "name", s.Event.Title),
        DatesOf(s, Xml.Session),
        new XElement(
            Xml.Session + "venue",
            new XAttribute("id", s.Event.House.Id), new XAttribute("name", s.Event.House.Name), new XAttribute("timeZone", s.Event.House.TimeZone),
            new XElement(Xml.Venue + "location", new XElement("city", s.Event.House.City), new XElement("country", new XAttribute("code", s.Event.House.Country)))),
        new XElement(Xml.Session + "event-basic-info", new XAttribute("id", s.Event.Id), new XElement(Xml.Session + "title", s.Event.Title)),
        new XElement(Xml.Session + "forSale", s.ForSale.Written()),
        new XElement(Xml.Session + "supportedEventType", s.Event.IsActivity ? "ACTIVITY" : "EVENT"), new XElement(Xml.Session + "supportedVisitorType", "INDIVIDUAL"),
        more);

    public static XElement DatesOf(SessionRow s, XNamespace ns)
    {
        var zone = s.Event.House.TimeZone;
        return new XElement(
            ns + "dates",
            Date("SESSION_BEGIN", s.Start), Date("SESSION_END", s.Start + s.Length), Date("SESSION_SALES_BEGIN", s.SalesBegin), Date("SESSION_SALES_END", s.Start.AddHours(-1)));

        XElement Date(string type, DateTime local) => new(
            Xml.Dates + "datetime",
            new XAttribute("type", type), new XAttribute("timeZoneId", zone),
            type == "SESSION_BEGIN" && !s.DateConfirmed ? new XAttribute("pendingConfirmation", "true") : null,
            local.WrittenIn(zone));
    }

    private static IEnumerable<Tariff> Tariffs(SessionRow s) =>
        s.Zones.Select(z => Tariff.Of(z, s.DefaultRate)).Concat(s.TicketTypes.Where(t => t.Price > 0).Select(Tariff.Of));

    private static XElement Price(string name, Tariff t) => new(
        Ns + name, new XElement("price", (t.Base - t.Promotion).Written()), MoneyShapes.Charges("charges", t.ChannelCharge, t.PromoterCharge));
}
