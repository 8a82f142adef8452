using System.Xml.Linq;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Wire;

/// <summary>A view of the seat map, and how its seats stand.</summary>
internal static class MapShapes
{
    private static readonly XNamespace Ns = Xml.Places;

    public static XElement View(SessionRow s, PlanView view, string root) => new(
        Ns + "seatMap",
        new XElement(
            Ns + "view",
            new XAttribute("id", view.Id), new XAttribute("name", view.Name),
            new XElement(Ns + "root", view.Root.Written()),
            new XElement(Ns + "svg", $"{root}/onebox-rest2-files/maps/{s.Event.House.Id}/{view.Id}.svg"),
            new XElement(Ns + "links", view.LinksTo.Select((to, n) => new XElement(
                Ns + "link", new XAttribute("id", view.Id * 10 + n), new XAttribute("refId", $"link-{to}"), new XAttribute("targetViewId", to),
                new XAttribute("targetViewName", s.Places.Plan.Views.First(v => v.Id == to).Name)))),
            new XElement(Ns + "price-zones", s.Zones.Select((z, n) => Zone(s, view, z, n)).Where(z => z.HasElements))));

    public static XElement Status(SessionRow s, PlanView view) => new(
        Ns + "viewStatus",
        new XAttribute("id", view.Id),
        new XElement(
            Ns + "status",
            new XElement(Ns + "seatsStatus", view.Seats.Select(seat => Seat(s, seat))),
            new XElement(Ns + "notNumberedAreasStatus", view.Areas.Select(a => new XElement(
                Ns + "notNumberedAreaStatus", new XAttribute("id", a.Number + 1), new XAttribute("sessionId", s.Id), new XAttribute("priceZoneId", s.Zones[a.Zone].Id),
                SessionShapes.Left(a.Capacity, s.Places.FreeIn(a)))))));

    private static XElement Seat(SessionRow s, Spot seat)
    {
        var status = s.Places.StatusOf(seat);
        return new XElement(
            Ns + "seatStatus",
            new XAttribute("id", s.Places.IdOf(seat)), new XAttribute("sessionId", s.Id), new XAttribute("status", (int)status),
            status == PlaceStatus.Blocked ? new XAttribute("blockingReasonId", 7) : null,
            new XAttribute("priceZoneId", s.Zones[seat.Zone].Id));
    }

    private static XElement Zone(SessionRow s, PlanView view, PriceZone zone, int number)
    {
        var seats = view.Seats.Where(seat => seat.Zone == number).Select(seat => new XElement(
            Ns + "seat",
            new XAttribute("id", s.Places.IdOf(seat)), new XAttribute("sessionId", s.Id), new XAttribute("type", "NUMBERED"), new XAttribute("refId", $"seat-{seat.Number}"),
            new XElement(Ns + "sectorId", seat.Sector.Id), new XElement(Ns + "sectorName", seat.Sector.Name),
            new XElement(Ns + "row", seat.Row), new XElement(Ns + "num", seat.Seat),
            new XElement(Ns + "accessibility", seat.Accessible ? "DISABILITY" : "NORMAL"), new XElement(Ns + "visibility", seat.Reduced ? "REDUCED" : "NORMAL"),
            new XElement(Ns + "rowOrder", seat.RowOrder),
            new XElement(Ns + "matrixPosition", new XAttribute("x", seat.X), new XAttribute("y", seat.Y)))).ToList();
        var areas = view.Areas.Where(a => a.Zone == number).Select(a => new XElement(
            Ns + "notNumberedArea",
            new XAttribute("id", a.Number + 1), new XAttribute("sessionId", s.Id), new XAttribute("refId", $"area-{a.Number + 1}"),
            new XElement(Ns + "name", a.Name), new XElement(Ns + "sectorId", a.Sector.Id), new XElement(Ns + "sectorName", a.Sector.Name))).ToList();
        return new XElement(
            Ns + "price-zone", seats.Count + areas.Count == 0 ? null : new XAttribute("id", zone.Id),
            seats.Count == 0 ? null : new XElement(Ns + "seats", seats), areas.Count == 0 ? null : new XElement(Ns + "notNumberedAreas", areas));
    }
}
