using System.Text.Json;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution.Operations;

/// <summary>Putting places into a basket: chosen ones, or as many as are wanted. All or nothing.</summary>
internal sealed class SeatOperations(DistributionState state, OrderOperations orders)
{
    public Reply Chosen(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var asked = call.Object().Objects("seats").Select(s => Read(s, channel)).ToList();
        if (asked.DistinctBy(a => a.Seat.Id).Count() != asked.Count) throw Refusals.BadParameter("A seat may be named only once.");
        foreach (var (seat, _) in asked)
            if (seat.Status != SeatStatus.Free || !seat.PriceType.Session.OnSale(state.Now)) throw Refusals.SeatNotAvailable($"Seat {seat.Id}");
        foreach (var group in asked.GroupBy(a => a.Seat.PriceType.Session)) CheckLimit(order, group.Key, group.Count());
        foreach (var group in asked.GroupBy(a => a.Seat.PriceType.Session))
        {
            var apart = !SideBySide([.. group.Select(a => a.Seat)]);
            foreach (var (seat, rate) in group) Add(order, seat.PriceType, rate, seat, apart);
        }
        return orders.Changed(order);
    }

    public Reply Auto(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var body = call.Object();
        var session = CatalogueOperations.Find(state, body.Whole("session_id").Needed("session_id"), channel);
        var quantity = body.Whole("quantity").Needed("quantity");
        if (quantity is < 1 or > 1000) throw Refusals.BadParameter("quantity must be 1 or more.");
        var priceTypeId = body.Whole("price_type_id").Needed("price_type_id");
        var of = session.PriceTypes.Find(p => p.Id == priceTypeId) ?? throw Refusals.BadParameter($"The session has no price type {priceTypeId}.");
        var rate = RateOf(session, body);
        if (body.Whole("venue_nnz_id") is { } nnz && nnz != of.NnzId) throw Refusals.BadParameter($"The price type has no zone {nnz}.");
        if (!session.OnSale(state.Now)) throw Refusals.SeatNotAvailable(of.Name);
        CheckLimit(order, session, (int)quantity);

        var free = of.Seats.Where(s => s.Status == SeatStatus.Free && Fits(s, body)).ToList();
        if (of.Numbered ? free.Count < quantity : of.Available < quantity) throw Refusals.SeatNotAvailable(of.Name);
        if (!of.Numbered)
            for (var n = 0; n < quantity; n++) Add(order, of, rate, null, apart: false);
        else
        {
            var best = Together(free, (int)quantity);
            foreach (var seat in best ?? [.. free.Take((int)quantity)]) Add(order, of, rate, seat, best is null);
        }
        return orders.Changed(order);
    }

    private (Seat Seat, Rate Rate) Read(JsonElement asked, long channel)
    {
        var session = CatalogueOperations.Find(state, asked.Whole("session_id").Needed("seats.session_id"), channel);
        var id = asked.Whole("id").Needed("seats.id");
        return session.Seats.TryGetValue(id, out var seat) ? (seat, RateOf(session, asked)) : throw Refusals.SeatNotAvailable($"Seat {id}");
    }

    private static Rate RateOf(SessionRow session, JsonElement asked) => asked.Whole("rate_id") is not { } id
        ? session.DefaultRate
        : session.Rates.FirstOrDefault(r => r.Id == id) ?? throw Refusals.BadParameter($"The session has no rate {id}.");

    private static bool Fits(Seat seat, JsonElement body) =>
        (body.Whole("venue_sector_id") ?? seat.Sector.Id) == seat.Sector.Id && (body.Whole("venue_view_id") ?? seat.Sector.ViewId) == seat.Sector.ViewId;

    private static void CheckLimit(OrderRow order, SessionRow session, int more)
    {
        if (order.Items.Count(i => i.SessionId == session.Id) + more > session.MaxPerOrder) throw Refusals.LimitExceeded(session.MaxPerOrder);
    }

    /// <summary>The first row with so many free seats next to each other; null where there is none.</summary>
    private static List<Seat>? Together(List<Seat> free, int quantity) => free
        .GroupBy(s => (s.Sector, s.Row))
        .SelectMany(row => Enumerable.Range(0, Math.Max(0, row.Count() - quantity + 1)).Select(from => row.OrderBy(s => s.Number).Skip(from).Take(quantity).ToList()))
        .FirstOrDefault(SideBySide);

    private static bool SideBySide(List<Seat> seats)
    {
        var numbers = seats.Select(s => s.Number).Order().ToList();
        return seats.DistinctBy(s => (s.Sector, s.Row)).Count() == 1 && numbers[^1] - numbers[0] == numbers.Count - 1;
    }

    private void Add(OrderRow order, PriceType of, Rate rate, Seat? seat, bool apart)
    {
        var item = new OrderItem
        {
            Id = state.NextItem(), SessionId = of.Session.Id, PriceTypeId = of.Id, RateId = rate.Id, SeatId = seat?.Id,
            Value = of.PriceAt(rate), PromoterSurcharge = of.PromoterSurcharge, ChannelSurcharge = of.ChannelSurcharge, NotConsecutive = apart,
        };
        order.Items.Add(item);
        state.Take(item);
    }
}
