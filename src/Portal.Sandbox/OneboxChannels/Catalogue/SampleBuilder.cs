using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Catalogue;

/// <summary>Adds the offers that <see cref="OneboxChannelsSamples"/> promises.</summary>
internal sealed class SampleBuilder(SessionMaker make, DateTime anchor)
{
    private static readonly House Playhouse = Houses.Theatres[0];
    private readonly Dictionary<string, PlaceSample> _made = [];

    public OneboxChannelsSamples Build()
    {
        var theatre = Performance(nameof(OneboxChannelsSamples.Theatre), "La gaviota de papel");
        _made[nameof(OneboxChannelsSamples.TheatreRear)] = Of(theatre, 1);
        Performance(nameof(OneboxChannelsSamples.OtherTheatre), "El baile de los ausentes", Houses.Theatres[3]);
        Performance(nameof(OneboxChannelsSamples.GrandHouse), "Hamlet en la lluvia", Houses.Theatres[1]);
        Performance(nameof(OneboxChannelsSamples.Arena), "Vértigo – Gira mundial", Houses.Arenas[0], kind: "concert");
        Performance(nameof(OneboxChannelsSamples.Standing), "Alpenglühen – Konzert", Houses.OfTheProgramme["Halle am See"], kind: "concert");
        Performance(nameof(OneboxChannelsSamples.LastTwo), "Los últimos de la fila", then: s => s.Places.SetLeft(0, 2));
        Performance(nameof(OneboxChannelsSamples.Scattered), "Solos en la noche", then: Scatter);
        Performance(nameof(OneboxChannelsSamples.NotBookable), "Festival de las Azoteas", promoter: 85);
        Performance(nameof(OneboxChannelsSamples.Attendants), "Cena de gala con crimen", attendants: true);
        Performance(nameof(OneboxChannelsSamples.NoBestSeats), "La butaca vacía", traits: new() { BestSeats = false, SoldPercent = 10 });
        Performance(nameof(OneboxChannelsSamples.AtMostFour), "Cuatro estaciones y un tango", traits: new() { PurchaseLimit = 4, SoldPercent = 10 });
        Performance(nameof(OneboxChannelsSamples.NotForSale), "La función interrumpida", traits: new() { ForSale = false });
        Performance(nameof(OneboxChannelsSamples.Promoted), "Comedia de los enredos", traits: new() { PromotionPercent = 20, SoldPercent = 10 });
        Performance(nameof(OneboxChannelsSamples.ShortBooking), "Una hora con Lope", bookingLife: TimeSpan.FromHours(1));
        Performance(nameof(OneboxChannelsSamples.UnconfirmedDate), "El regreso de Irene", traits: new() { DateConfirmed = false });
        Performance(nameof(OneboxChannelsSamples.SoldOut), "La venta del gato", then: s => s.Places.SetLeft(0, 0));
        Performance(nameof(OneboxChannelsSamples.OtherChannelOnly), "El otro lado del telón", onlyFor: OneboxChannelsOptions.OtherChannel);
        var museum = make.Slot(
            make.Event("Entrada – Museu de la Llum Nova", "museum", Houses.Museums[0], 83, activity: true), Day(6).AddHours(-9), 12m, new() { SoldPercent = 0 });
        _made[nameof(OneboxChannelsSamples.Museum)] = OfType(museum, 0);
        _made[nameof(OneboxChannelsSamples.MuseumChild)] = OfType(museum, 1);
        return new OneboxChannelsSamples(_made);
    }

    private SessionRow Performance(
        string name, string title, House? house = null, string kind = "theatre", int promoter = 82, bool attendants = false,
        TimeSpan? bookingLife = null, SessionTraits? traits = null, Action<SessionRow>? then = null, params IReadOnlyList<long> onlyFor)
    {
        var of = make.Event(title, kind, house ?? Playhouse, promoter, attendants: attendants, bookingLife: bookingLife, onlyFor: onlyFor);
        var session = make.Performance(of, Day(30 + _made.Count), 30 + _made.Count, traits ?? new() { SoldPercent = 10 });
        then?.Invoke(session);
        _made[name] = Of(session, 0);
        return session;
    }

    /// <summary>Leaves every third seat of the first row, so that none has a free neighbour.</summary>
    private static void Scatter(SessionRow session)
    {
        var seats = session.Places.SeatsIn(0).ToList();
        var left = seats.Where(s => s.RowOrder == 1 && (s.X - 1) % 4 == 0).Take(4).Select(s => s.Number).ToHashSet();
        session.Places.SoldElsewhere = [.. session.Places.SoldElsewhere.Except(left), .. seats.Select(s => s.Number).Where(n => !left.Contains(n))];
    }

    private static PlaceSample Of(SessionRow session, int zone) => new(
        session.Event.Id, session.Id, session.Zones[zone].Id, Tariff.Of(session.Zones[zone], session.DefaultRate).Final, "EUR", session.Places.FreeIn(zone));

    private static PlaceSample OfType(SessionRow session, int type) =>
        new(session.Event.Id, session.Id, session.TicketTypes[type].Id, Tariff.Of(session.TicketTypes[type]).Final, "EUR", session.Places.FreeIn(0));

    private DateTime Day(int ahead) => anchor.Date.AddDays(ahead).AddHours(20);
}
