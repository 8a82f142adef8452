using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>The catalogue's objects as they go over the wire: members named as documented, nulls written out.</summary>
internal static class CatalogueShapes
{
    public static object Of(EventRow e) => new
    {
        event_id = e.Id,
        event_name = e.Name,
        date_start = e.Start.Written(),
        date_stop = e.Stop.Written(),
        event_status = e.Status,
        tournament_id = e.Tournament.Id,
        tournament_name = e.Tournament.Name,
        venue_id = e.Venue.Id,
        venue_name = e.Venue.Name,
        location_id = e.Venue.City.LocationId,
        city = e.Venue.City.Name,
        iso_country = e.Venue.City.Country,
        latitude = e.Venue.City.Latitude,
        longitude = e.Venue.City.Longitude,
        sport_type = e.Sport,
        season = e.Tournament.Season,
        tournament_type = e.Tournament.Type,
        date_confirmed = e.DateConfirmed,
        date_start_main_event = e.DateConfirmed ? e.Stop.AddHours(-2).Written() + "+00:00" : null,
        date_stop_main_event = e.DateConfirmed ? e.Stop.Written() + "+00:00" : null,
        hometeam_id = e.Home?.Id,
        hometeam_name = e.Home?.Name,
        visiting_id = e.Visitor?.Id,
        visiting_name = e.Visitor?.Name,
        created = e.Created.Written(),
        updated = e.Updated.Written(),
        event_description = e.Description,
        min_ticket_price_eur = e.LowestEuro,
        max_ticket_price_eur = e.HighestEuro,
        slug = Slug(e.Name),
        number_of_tickets = e.Available,
        sales_periods = SalesPeriods(e),
        is_popular = e.Popular,
    };

    public static object Of(TicketRow t) => new
    {
        ticket_id = t.Id,
        event_id = t.Event.Id,
        category_id = t.Category.Id,
        category_name = t.Category.Name,
        ticket_title = t.Title,
        ticket_targetgroup = t.TargetGroup,
        sub_category = t.SubCategory,
        category_type = t.Category.Type,
        type_ticket = t.Type,
        ticket_status = t.Status,
        ticket_validity = t.Validity,
        ticket_validfrom = t.Event.Start.Date.Written(),
        ticket_validuntil = t.Event.Stop.Date.AddDays(1).AddSeconds(-1).Written(),
        net_rate = t.NetRate,
        face_value = t.FaceValue,
        sales_price = t.SalesPrice,
        currency_code = t.Currency,
        stock = t.Stock,
        min_order = t.MinOrder,
        supplier_id = t.Supplier.Id,
        supplier_role = t.Supplier.Role,
        is_xs2event_supplier = t.Supplier.IsXs2Event,
        external_ticket_id = (string?)null,
        category_information_available = t.Category.Type == "grandstand",
        description_supplier = t.Category.Type == "hospitality" ? "Three-course dinner, open bar until one hour after the end." : null,
        information_shipping = t.Type == "paper-ticket" ? "Sent by courier up to five days before the event." : null,
        supplier_terms = (string?)null,
        eventdays = (t.Event.Stop.Date - t.Event.Start.Date).Days + 1,
        options = new
        {
            pairs_only = t.PairsOnly,
            videowall = t.Category.Type == "grandstand" && t.FaceValue % 200 == 0,
            covered_seat = t.Category.Name.Contains("Upper", StringComparison.Ordinal),
            numbered_seat = t.Category.Type == "grandstand",
            customer_details_required = t.Guests.Requirements.Count == 0 ? "none" : t.Guests.Requirements[0].Scope,
        },
        sales_periods = Array.Empty<object>(),
        local_rates = new
        {
            face_value_eur = (long)Money.ToEuro(t.FaceValue, t.Currency),
            net_rate_eur = t.Currency == "EUR" ? (long?)null : (long)Money.ToEuro(t.NetRate, t.Currency),
        },
        vat_category = t.VatCategory,
        flags = t.Flags,
        created = t.Created.Written(),
        updated = t.Updated.Written(),
    };

    public static object Of(Tournament t, IReadOnlyList<EventRow> events) => new
    {
        tournament_id = t.Id,
        official_name = t.Name,
        season = t.Season,
        tournament_type = t.Type,
        region = t.Region,
        sport_type = t.Sport,
        date_start = events.Count == 0 ? null : events.Min(e => e.Start).Written(),
        date_stop = events.Count == 0 ? null : events.Max(e => e.Stop).Written(),
        created = events.Count == 0 ? null : events.Min(e => e.Created).Written(),
        updated = events.Count == 0 ? null : events.Max(e => e.Updated).Written(),
        slug = Slug(t.Name),
        number_events = events.Count,
    };

    public static object Of(Venue v) => new
    {
        venue_id = v.Id,
        official_name = v.Name,
        venue_name = v.Name,
        city = v.City.Name,
        country = v.City.Country,
        iso_country = v.City.Country,
        location_id = v.City.LocationId,
        latitude = v.City.Latitude,
        longitude = v.City.Longitude,
        capacity = v.Capacity,
        venue_type = v.Kind,
        slug = Slug(v.Name),
    };

    public static object Of(Team t) => new
    {
        team_id = t.Id,
        official_name = t.Name,
        sport_type = t.Sport,
        venue_id = t.Home.Id,
        iso_country = t.Home.City.Country,
        slug = Slug(t.Name),
    };

    public static object Of(Category c) => new
    {
        category_id = c.Id,
        category_name = c.Name,
        category_type = c.Type,
        venue_id = c.Venue.Id,
        venue_name = c.Venue.Name,
    };

    private static object[] SalesPeriods(EventRow e) => e.DateConfirmed
        ? [new { date_start = e.Created.Written(), date_stop = e.Start.AddDays(-1).Written(), label = "regular" }]
        : [];

    public static string Slug(string name)
    {
        var letters = name.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAscii)
            .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
