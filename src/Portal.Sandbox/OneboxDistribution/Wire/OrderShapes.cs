using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution.Wire;

/// <summary>The order object that nearly every call answers with.</summary>
internal static class OrderShapes
{
    public static object Of(OrderRow o, DistributionState state) => new
    {
        id = o.Id,
        code = o.Code,
        date = o.Date.Utc(),
        external_code = o.ExternalCode,
        type = o.Type,
        status = o.Open ? (object)new { type = o.Status, expires_in = Remaining(o.ExpiresAt, state.Now) } : new { type = o.Status },
        language_code = "es-ES",
        items = o.Items.Select(i => Item(i, o, state)).ToList(),
        buyer_data = o.BuyerData,
        delivery_method = o.DeliveryMethod,
        insurance = (object?)null,
        promotions = PromotionsOf(o.Items, state),
        price = PriceOf(o.Items, o.DeliveryCost),
        consumer_metadata = new { },
    };

    private static object Remaining(DateTime until, DateTime now) => new { value = (int)(until - now).TotalSeconds, time_unit = "SECONDS", date = until.Utc() };

    private static object Item(OrderItem i, OrderRow o, DistributionState state)
    {
        var session = state.Catalogue.Sessions[i.SessionId];
        var seat = i.SeatId is { } id ? state.Catalogue.Seats[id] : null;
        return new
        {
            id = i.Id,
            barcode = i.Barcode is null ? null : new { mode = "QR", code = i.Barcode, multiticket_codes = Array.Empty<object>() },
            type = "SEAT",
            state = i.State is null ? null : new { type = i.State, next_order = i.NextOrder is null ? null : new { code = i.NextOrder }, previous_order = (object?)null },
            allocation = Allocation(session, state.Catalogue.PriceTypes[i.PriceTypeId], seat),
            rate = CatalogueShapes.RateOf(session.Rates.First(r => r.Id == i.RateId)),
            attendee = session.Attendees.Select(f => new { key = f.Key, type = f.Type, required = f.Required, value = i.Attendee.GetValueOrDefault(f.Key) }).ToList(),
            promotions = PromotionsOf([i], state),
            price = PriceOf([i], 0),
            item_warnings = Warnings(i, o, session).ToList(),
        };
    }

    private static object Allocation(SessionRow s, PriceType p, Seat? seat) => new
    {
        type = seat is null ? "NOT_NUMBERED" : "NUMBERED",
        @event = new { id = s.Event.Id, name = s.Event.Name, type = s.Event.Kind.ToUpperInvariant(), reference = $"EV-{s.Event.Id}", entity = new { id = s.Event.Entity.Id, name = s.Event.Entity.Name } },
        session = new { id = s.Id, name = s.Event.Name, date = new { start = s.AtVenue(s.Start).At() } },
        venue = new { id = s.Event.Venue.Id, name = s.Event.Venue.Name, city = s.Event.Venue.City, time_zone = s.Event.Venue.TimeZone },
        sector = seat is null ? null : new { id = seat.Sector.Id, name = seat.Sector.Name, code = seat.Sector.Code },
        row = seat is null ? null : new { id = seat.Sector.Id * 100 + int.Parse(seat.Row, null), name = seat.Row, block = "", order = int.Parse(seat.Row, null) },
        seat = seat is null ? null : new { id = seat.Id, name = seat.Name },
        price_type = new { id = p.Id, name = p.Name },
        nnz = p.Numbered ? null : new { id = p.NnzId, name = p.Name },
        view = seat is null ? null : new { id = seat.Sector.ViewId, name = seat.Sector.Name, code = seat.Sector.Code },
        accessibility = "NORMAL",
        visibility = "FULL",
    };

    private static IEnumerable<string> Warnings(OrderItem i, OrderRow o, SessionRow session)
    {
        var here = o.Items.Where(x => x.SessionId == i.SessionId).ToList();
        if (i.NotConsecutive) yield return "SESSION_NON_CONSECUTIVE_SEAT";
        if (here.Exists(x => x.PriceTypeId != i.PriceTypeId)) yield return "SESSION_SEVERAL_PRICE_TYPES";
        if (here.Exists(x => x.SeatId is null != i.SeatId is null)) yield return "SESSION_MIXED_NUMBERED_AND_NON_NUMBERED_SEATS";
        if (session.StartUnconfirmed) yield return "NON_CONFIRMED_DATE";
    }

    private static List<object> PromotionsOf(IReadOnlyList<OrderItem> items, DistributionState state) =>
        [.. items.Where(i => i.PromotionId is not null).GroupBy(i => i.PromotionId).Select(g =>
        {
            var promotion = state.Catalogue.Sessions[g.First().SessionId].Promotions.First(p => p.Id == g.Key);
            return (object)new { id = promotion.Id, name = promotion.Name, type = "DISCOUNT", subtype = "PERCENTAGE", activator = promotion.Code is null ? "NONE" : "COLLECTIVE" };
        })];

    private static object PriceOf(IReadOnlyList<OrderItem> items, decimal delivery) => new
    {
        @base = items.Sum(i => i.Value),
        promotions = items.Where(i => i.Reduction > 0).Select(i => new { type = "DISCOUNT", subtype = "PERCENTAGE", value = i.Reduction }).ToList(),
        delivery,
        insurance = 0m,
        surcharges = new[] { new { type = "PROMOTER", value = items.Sum(i => i.PromoterSurcharge) }, new { type = "CHANNEL", value = items.Sum(i => i.ChannelSurcharge) } },
        b2b = new { discount = 0m, commission = 0m },
        final = items.Sum(i => i.Final) + delivery,
        currency = "EUR",
    };
}
