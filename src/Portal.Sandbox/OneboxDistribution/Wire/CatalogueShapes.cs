using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution.Wire;

/// <summary>Sessions and events as the Catalog API writes them.</summary>
internal static class CatalogueShapes
{
    private const decimal TicketTax = 0.10m;
    private const decimal SurchargeTax = 0.21m;

    public static object Of(EventRow e) => new
    {
        id = e.Id,
        name = e.Name,
        type = e.Kind.ToUpperInvariant(),
        reference = $"EV-{e.Id}",
        entity = new { id = e.Entity.Id, name = e.Entity.Name },
        texts = new
        {
            title = Spanish(e.Name), subtitle = Spanish(e.Venue.Name), description_short = Spanish($"{e.Name} en {e.Venue.City}"),
            description_long = Spanish($"{e.Name} en {e.Venue.Name}, {e.Venue.City}. Apertura de puertas una hora antes."),
        },
        images = new { main = Spanish($"https://images.example.org/{e.Id}/main.jpg"), landscape = new[] { Spanish($"https://images.example.org/{e.Id}/wide.jpg") } },
        default_language = "es_ES",
    };

    public static object Of(SessionRow s, DateTime now, Func<PriceType, int> available) => new
    {
        id = s.Id,
        name = s.Event.Name,
        type = "SESSION",
        @event = Of(s.Event),
        venue = VenueOf(s.Event.Venue),
        date = new
        {
            start = s.AtVenue(s.Start).At(), end = s.AtVenue(s.Start.AddHours(2)).At(), sale_start = s.AtVenue(s.SaleStart).At(), sale_end = s.AtVenue(s.SaleEnd).At(),
            booking_start = s.BookingStart?.Utc(), booking_end = s.BookingEnd?.Utc(), start_unconfirmed = s.StartUnconfirmed,
        },
        texts = new { title = Spanish(s.Event.Name), description = Spanish("") },
        images = new { main = Spanish($"https://images.example.org/{s.Event.Id}/main.jpg") },
        price = PriceOf(s),
        availability = new { price_types = s.PriceTypes.Select(p => new { id = p.Id, name = p.Name, availability = Bounded(p.Total, available(p)) }).ToList() },
        for_sale = s.ForSale,
        on_sale = s.OnSale(now),
        sold_out = s.PriceTypes.All(p => available(p) == 0),
        rates = s.Rates.Select(RateOf).ToList(),
    };

    public static object AvailabilityOf(SessionRow s) => new
    {
        id = s.Id,
        name = s.Event.Name,
        availability = Bounded(s.PriceTypes.Sum(p => p.Total), s.PriceTypes.Sum(p => p.Available)),
        price_types = s.PriceTypes.Select((p, n) => new
        {
            id = p.Id, name = p.Name, code = p.Code, texts = new { name = Spanish(p.Name), description = Spanish(p.Numbered ? "Asientos numerados" : "Sin numerar") },
            ui_settings = new { order = n, color = p.Color }, availability = Bounded(p.Total, p.Available),
        }).ToList(),
        sectors = s.Sectors.Select(x => new
        {
            id = x.Id, name = x.Name, code = x.Code,
            price_types = s.PriceTypes.Where(p => p.Seats.Exists(e => e.Sector == x)).Select(p => new { id = p.Id, name = p.Name, availability = Bounded(p.Total, p.Available) }).ToList(),
        }).ToList(),
    };

    public static object PricesOf(SessionRow s) => s.PriceTypes.SelectMany(p => s.Rates.Select(r => new
    {
        price_type = new { id = p.Id, name = p.Name },
        rate = RateOf(r),
        price = new { value = p.PriceAt(r), surcharge = new { promoter = p.PromoterSurcharge, channel = p.ChannelSurcharge } },
    })).ToList();

    public static object MapOf(SessionRow s) => new
    {
        id = s.Event.Venue.Id,
        name = s.Event.Venue.Name,
        views = s.Sectors.Select(x => new { id = x.ViewId, name = x.Name, code = x.Code }).ToList(),
        sectors = s.Sectors.Select(x => new { id = x.Id, name = x.Name, code = x.Code, view_id = x.ViewId }).ToList(),
        nnz = s.PriceTypes.Where(p => !p.Numbered).Select(p => new { id = p.NnzId, name = p.Name, price_type_id = p.Id }).ToList(),
    };

    public static object SeatOf(Seat s) => new
    {
        id = s.Id, sector_id = s.Sector.Id, row = s.Row, name = s.Name, price_type_id = s.PriceType.Id, status = s.Status.ToString().ToUpperInvariant(),
    };

    public static object VenueOf(Venue v) => new
    {
        id = v.Id,
        name = v.Name,
        location = new
        {
            address = v.Address, city = v.City, country = new { code = v.Country, name = v.CountryName }, postal_code = v.PostalCode,
            country_subdivision = new { code = $"{v.Country}-X", name = v.City }, time_zone = v.TimeZone,
        },
        image = $"https://images.example.org/venues/{v.Id}.jpg",
        graphic = v.Kind != "club",
        check_orphan_seats = false,
    };

    public static object RateOf(Rate r) => new { id = r.Id, name = r.Name, @default = r.Default };

    /// <summary>Half-up to cents, as the documentation's own figures show.</summary>
    private static decimal Net(decimal value, decimal tax) => Math.Round(value / (1 + tax), 2, MidpointRounding.AwayFromZero);

    private static object PriceOf(SessionRow s)
    {
        var all = s.PriceTypes.SelectMany(p => s.Rates.Select(r => (Value: p.PriceAt(r), p.PromoterSurcharge, p.ChannelSurcharge))).OrderBy(p => p.Value).ToList();
        var best = s.Promotions.Where(p => p.Code is null).Select(p => p.Percent).DefaultIfEmpty().Max();
        return new
        {
            min = Shape(all[0], 0), max = Shape(all[^1], 0), min_promoted = Shape(all[0], best),
            min_net = NetShape(all[0], 0), min_net_promoted = NetShape(all[0], best), max_net = NetShape(all[^1], 0),
            min_final = FinalShape(all[0], 0), max_final = FinalShape(all[^1], 0), min_final_promoted = FinalShape(all[0], best),
            taxes = new
            {
                tickets = new[] { new { id = 1, name = "IVA reducido", value = TicketTax * 100 } },
                surcharges = new[] { new { id = 2, name = "IVA", value = SurchargeTax * 100, applies_to = new[] { "PROMOTER", "CHANNEL" } } },
            },
        };

        static object Shape((decimal Value, decimal Promoter, decimal Channel) p, decimal percent) => percent == 0
            ? new { value = p.Value, surcharge = new { promoter = p.Promoter, channel = p.Channel } }
            : new
            {
                value = Reduced(p.Value, percent), surcharge = new { promoter = p.Promoter, channel = p.Channel },
                original_price = p.Value, variation = new { type = "PERCENTAGE", value = percent },
            };

        static object NetShape((decimal Value, decimal Promoter, decimal Channel) p, decimal percent) =>
            new { value = Net(Reduced(p.Value, percent), TicketTax), surcharge = new { promoter = Net(p.Promoter, SurchargeTax), channel = Net(p.Channel, SurchargeTax) } };

        static object FinalShape((decimal Value, decimal Promoter, decimal Channel) p, decimal percent) => new { value = Reduced(p.Value, percent) + p.Promoter + p.Channel };
    }

    private static decimal Reduced(decimal value, decimal percent) => Math.Round(value * (1 - percent / 100), 2, MidpointRounding.AwayFromZero);

    private static Dictionary<string, string> Spanish(string text) => new() { ["es-ES"] = text };

    private static object Bounded(int total, int available) => new { type = "BOUNDED", total, available };
}
