using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution.Catalogue;

/// <summary>Makes the offers that tests rely on; all at one house, a few days apart.</summary>
internal sealed class SampleBuilder(DistributionCatalogue catalogue, SeasonBuilder season, LayoutBuilder layout, DateTime anchor)
{
    // An agent of the demo sees these too: on a poster, not as a test calls them.
    private static readonly string[] Posters =
    [
        "Lola Marea – Gira de sal", "Ana Duarte – Raíces", "Últimas plazas – Trío Bardenas", "Luna Grande – El estadio", "Clara Ibáñez en concierto", "Ensemble Noctámbulo",
        "Noche de boleros", "Gala de los premios Levante", "Marcos Leal – Acústico", "Pop de los noventa", "Sierra Norte", "Ámbar – Preestreno", "Ruido Blanco",
        "La Banda del Muelle", "Iris y los Satélites", "Vendaval",
    ];

    private readonly Dictionary<string, PlaceSample> _made = [];
    private int _number;

    public DistributionSamples Build()
    {
        var zone = Zone(nameof(DistributionSamples.Zone), new());
        Name(nameof(DistributionSamples.ZoneReduced), zone, zone.Session.Rates[1]);
        Name(nameof(DistributionSamples.OtherZone), layout.Zone(zone.Session, "Grada baja", 48m, 120));
        Zone(nameof(DistributionSamples.OtherEvent), new());
        Zone(nameof(DistributionSamples.LastTwo), new(), capacity: 2);
        Zone(nameof(DistributionSamples.Huge), new(), capacity: 5000);
        var numbered = layout.Rows(Session(new()), "Grada preferente", 55m, "Sector 101", 6, 14);
        foreach (var seat in numbered.Seats) seat.Status = SeatStatus.Free;
        Name(nameof(DistributionSamples.Numbered), numbered);
        var scattered = layout.Rows(Session(new()), "Platea", 42m, "Platea", 3, 8);
        foreach (var seat in scattered.Seats) seat.Status = seat.Number % 2 == 0 ? SeatStatus.Free : SeatStatus.Sold;
        Name(nameof(DistributionSamples.Scattered), scattered);
        Zone(nameof(DistributionSamples.Attendees), new() { Attendees = Acts.NamesOnly });
        Zone(nameof(DistributionSamples.AllAttendeeData), new() { Attendees = Acts.Everything });
        Zone(nameof(DistributionSamples.LimitFour), new() { MaxPerOrder = 4 });
        var promoted = Zone(nameof(DistributionSamples.Promoted), new() { Promotions = Acts.Promotions });
        layout.Zone(promoted.Session, "Grada", 30m, 90);
        Zone(nameof(DistributionSamples.SoldOut), new(), capacity: 0);
        Zone(nameof(DistributionSamples.NotYetOnSale), new() { SaleStart = anchor.Date.AddDays(30).AddHours(10) });
        Zone(nameof(DistributionSamples.NotForSale), new() { ForSale = false });
        Zone(nameof(DistributionSamples.OtherChannels), new() { OnlyChannel = OneboxOptions.OtherChannel });
        Zone(nameof(DistributionSamples.Bookable), new() { BookableFor = TimeSpan.FromDays(20) });
        Zone(nameof(DistributionSamples.UnconfirmedDate), new() { StartUnconfirmed = true });
        return new DistributionSamples(_made);
    }

    private PriceType Zone(string name, SessionRules rules, int capacity = 300)
    {
        var made = layout.Zone(Session(rules), "Pista", 32m, capacity);
        Name(name, made);
        return made;
    }

    private SessionRow Session(SessionRules rules)
    {
        var number = _number++;
        var (stage, kind, entity) = Acts.Houses[number % 3];
        var made = season.AddEvent(number, Posters[number], "concert", entity, catalogue.VenueOf(stage, kind));
        return season.AddSession(made, anchor.Date.AddDays(40 + number * 2).AddHours(21), rules);
    }

    private void Name(string name, PriceType of, Rate? rate = null)
    {
        rate ??= of.Session.DefaultRate;
        _made[name] = new PlaceSample(of.Session.Event.Id, of.Session.Id, of.Id, rate.Id, of.PriceAt(rate) + of.PromoterSurcharge + of.ChannelSurcharge,
            of.Available, [.. of.Seats.Where(s => s.Status == SeatStatus.Free).Take(12).Select(s => s.Id)]);
    }
}
