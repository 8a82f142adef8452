using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Catalogue;

/// <summary>What may differ from an ordinary session.</summary>
internal sealed record SessionTraits
{
    public int? PurchaseLimit { get; init; }
    public bool BestSeats { get; init; } = true;
    public bool DateConfirmed { get; init; } = true;
    public bool ForSale { get; init; } = true;
    public int PromotionPercent { get; init; }

    /// <summary>How much somebody else has sold already, in percent.</summary>
    public int SoldPercent { get; init; } = 30;
}

/// <summary>Makes sessions with prices, tariffs and what was sold elsewhere; ids follow from the order of making.</summary>
internal sealed class SessionMaker(PretendedCatalogue catalogue, DateTime anchor)
{
    private static readonly string[] Colors = ["#2f6f4f", "#2b5f9e", "#8a5a00", "#7a3b78"];
    private long _lastEvent = 30_000;
    private long _lastSession = 1_200_000;

    public EventRow Event(
        string title, string kind, House house, int promoter, bool activity = false, bool attendants = false, TimeSpan? bookingLife = null, params IReadOnlyList<long> onlyFor) =>
        catalogue.Add(new EventRow
        {
            Id = ++_lastEvent, Title = title, Kind = kind, House = house, Promoter = catalogue.Promoter(promoter), IsActivity = activity,
            MandatoryAttendant = attendants, BookingLife = bookingLife ?? TimeSpan.FromDays(3), OnlyFor = onlyFor,
        });

    /// <param name="price">The dearest zone's price.</param>
    public SessionRow Performance(EventRow of, DateTime start, decimal price, SessionTraits? traits = null)
    {
        traits ??= new();
        var id = ++_lastSession;
        var plan = of.House.Plan;
        var places = new Places(id, plan) { SoldElsewhere = SoldSeats(id, plan, traits.SoldPercent) };
        foreach (var area in plan.Areas) places.AreaSoldElsewhere[area.Number] = area.Capacity * traits.SoldPercent / 100;
        return catalogue.Add(new SessionRow
        {
            Id = id, Event = of, Start = start, Length = TimeSpan.FromMinutes(120), SalesBegin = anchor.Date.AddDays(-30), Places = places,
            Zones = [.. plan.Zones.Select((name, n) => new PriceZone
            {
                Id = id * 10 + n, Name = name, Color = Colors[n % Colors.Length], Price = Share(price, n), PromotionPercent = n == 0 ? traits.PromotionPercent : 0,
            })],
            Rates = [new(id * 10 + 1, "General", true, 1m), new(id * 10 + 2, "Joven (menos de 26)", false, 0.75m), new(id * 10 + 3, "Jubilados", false, 0.80m)],
            PurchaseLimit = traits.PurchaseLimit, BestSeats = traits.BestSeats, DateConfirmed = traits.DateConfirmed, ForSale = traits.ForSale,
        });
    }

    /// <param name="price">An adult's price.</param>
    public SessionRow Slot(EventRow of, DateTime start, decimal price, SessionTraits? traits = null)
    {
        traits ??= new();
        var id = ++_lastSession;
        var places = new Places(id, of.House.Plan);
        places.AreaSoldElsewhere[0] = of.House.Plan.Areas[0].Capacity * Ids.Dice($"slot {id}", traits.SoldPercent + 1) / 100;
        return catalogue.Add(new SessionRow
        {
            Id = id, Event = of, Start = start, Length = TimeSpan.FromMinutes(60), SalesBegin = anchor.Date.AddDays(-30), Places = places,
            TicketTypes =
            [
                new() { Id = id * 10 + 5, Name = "Adulto", Price = price, PromotionPercent = traits.PromotionPercent },
                new() { Id = id * 10 + 6, Name = "Niño (4 a 12)", Price = Tariff.Rounded(price / 2) }, new() { Id = id * 10 + 7, Name = "Menor de 4", Price = 0m },
            ],
            PurchaseLimit = traits.PurchaseLimit, BestSeats = false, ForSale = traits.ForSale,
        });
    }

    private static decimal Share(decimal price, int zone) => Tariff.Rounded(zone switch { 0 => price, 1 => price * 0.7m, _ => price * 0.45m });

    /// <summary>Sold in little groups, so that runs of free seats remain.</summary>
    private static HashSet<int> SoldSeats(long id, SeatingPlan plan, int percent) =>
        [.. plan.Seats.Where(s => Ids.Dice($"{id} {s.Number / 4}", 100) < percent).Select(s => s.Number)];
}
