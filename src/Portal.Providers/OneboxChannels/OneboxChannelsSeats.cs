using System.Xml.Linq;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

/// <summary>Views and their status, from the provider's shapes onto one plan (page 1a.4, maps). Views are laid below one another. Pure.</summary>
internal sealed class OneboxChannelsSeats
{
    private const double Between = 3;
    private readonly List<SeatPlace> seats = [];
    private readonly Dictionary<string, SeatZone> zones = [];
    private double nextY;

    public SeatMap Map() => new([.. zones.Values], [.. seats]);

    /// <summary>Ids of the views one can go to from here.</summary>
    public static IEnumerable<string> Links(XElement view) => view.Child("links").Children("link").Select(l => l.Text("targetViewId")).OfType<string>();

    public void Add(XElement view, XElement status, IReadOnlyDictionary<string, string> zoneNames)
    {
        var states = status.Below("seatStatus").Where(s => s.Text("id") is not null).GroupBy(s => s.Text("id")!).ToDictionary(g => g.Key, g => g.First());
        var free = status.Below("notNumberedAreasStatus").Elements().Where(a => a.Text("id") is not null).GroupBy(a => a.Text("id")!)
            .ToDictionary(g => g.Key, g => g.Sum(a => OneboxChannelsOffers.Left(a) ?? 0));
        var depth = 0d;
        foreach (var zone in view.Child("price-zones").Children("price-zone"))
        {
            if (zone.Text("id") is not { } zoneId)
                continue;
            var areas = zone.Child("notNumberedAreas")?.Elements().Where(a => a.Text("id") is not null).ToList() ?? [];
            var numbered = zone.Child("seats").Children("seat").Where(s => s.Text("id") is not null).ToList();
            Zone(zoneId, zoneNames.GetValueOrDefault(zoneId) ?? areas.FirstOrDefault().Text("name") ?? numbered.FirstOrDefault().Text("sectorName") ?? zoneId, numbered.Count > 0,
                areas.Count > 0 ? areas.Sum(a => free.GetValueOrDefault(a.Text("id")!)) : null);
            foreach (var seat in numbered)
            {
                var place = seat.Child("matrixPosition");
                var y = place.Number("y") ?? seat.Number("rowOrder") ?? 0;
                depth = Math.Max(depth, y);
                var state = states.GetValueOrDefault(seat.Text("id")!);
                seats.Add(new SeatPlace(seat.Text("id")!, state.Text("priceZoneId") ?? zoneId, seat.Text("sectorName"), seat.Text("row"), seat.Text("num") ?? "?",
                    place.Number("x") ?? seat.Number("num") ?? 0, nextY + y, Status(state.Whole("status")))
                {
                    IsAccessible = seat.Text("accessibility") == "DISABILITY", HasReducedView = seat.Text("visibility") == "REDUCED",
                });
            }
        }
        if (seats.Count > 0)
            nextY += depth + Between;
    }

    private void Zone(string id, string name, bool isNumbered, int? free)
    {
        var known = zones.GetValueOrDefault(id);
        zones[id] = new SeatZone(id, name) { IsNumbered = isNumbered || known?.IsNumbered is true, Free = known?.Free is { } before ? before + (free ?? 0) : free };
    }

    /// <summary>The numbers are not documented; these are the sandbox's. Only what is certainly free can be chosen.</summary>
    private static SeatStatus Status(int? status) => status switch
    {
        1 => SeatStatus.Free, 2 => SeatStatus.Held, 3 => SeatStatus.Sold, 4 => SeatStatus.Blocked, 5 => SeatStatus.Booked, _ => SeatStatus.Unknown,
    };
}
