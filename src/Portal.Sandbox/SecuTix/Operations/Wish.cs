using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>One operation that is to be added, checked against the catalogue.</summary>
internal sealed record Wish(Product Product, Performance? Performance, long? SeatCategoryId, Item? Item, Pool Pool, long AudienceId, int Quantity, IReadOnlyList<int> Seats);

/// <summary>Reads what is to be put into an order, and checks all of it before any of it is done.</summary>
internal sealed class WishReader(SecuTixState state)
{
    /// <summary>Null where no list of operations was given at all.</summary>
    public List<Wish>? Read(Given given, VirtualOperator caller)
    {
        var entries = given.Objects("singleEntryAttributionOperations");
        var items = given.Objects("simpleProductOperations");
        var wishes = new List<Wish>();
        foreach (var entry in entries ?? [])
        {
            entry.Wholes("preferedAreas");
            wishes.AddRange((entry.Objects("operationAttributions") ?? throw new MalformedException("operationAttributions is mandatory.")).Select(a => Attribution(a, caller)));
        }
        wishes.AddRange((items ?? []).Select(Simple));
        return entries is null && items is null ? null : wishes;
    }

    public void Check(List<Wish> wishes, string orderType, Order? order)
    {
        foreach (var wish in wishes)
        {
            var family = Family.Of(wish.Product.Family);
            if (orderType == "RESERVATION" && family.Reservable != "YES") throw No.NotReservable();
            if (orderType == "OPTION" && family.DirectOption != "YES") throw No.NoOption();
            if (wish.Item is { } item && (wish.Quantity < item.MinQty || wish.Quantity > item.MaxQty)) throw No.Quantity();
        }
        foreach (var of in wishes.Where(w => w.Performance is not null).GroupBy(w => w.Performance!.Id))
        {
            var already = order?.Operations.Where(o => o.PerformanceId == of.Key).Sum(o => o.Movements.Count) ?? 0;
            if (already + of.Sum(w => w.Quantity) > state.Options.MaxSeatsPerPerformance) throw No.MaxSeats(state.Options.MaxSeatsPerPerformance);
        }
        // An option is a request: no place is allocated for it and no quota is needed.
        if (orderType != "OPTION" && wishes.GroupBy(w => w.Pool).Any(p => !p.Key.Has(p.Sum(w => w.Quantity)))) throw No.Availability();
        if (wishes.Exists(w => w.Seats.Any(w.Pool.Taken.Contains))) throw No.Availability();
    }

    private Wish Attribution(Given given, VirtualOperator caller)
    {
        var (performanceId, categoryId, audience) = (given.Needed("performanceId"), given.Needed("seatCategoryId"), given.Needed("audienceSubCategoryId"));
        var (quantity, contingent, seats) = (Quantity(given), given.Whole("contingentId"), given.Wholes("seatIds"));
        if (contingent is not null && contingent != caller.ContingentId) throw No.Contingent();
        if (!state.Catalogue.Performances.TryGetValue(performanceId, out var performance) || !state.IsShown(performance)
            || performance is not { State: "RUNNING", Product.State: "RUNNING" }) throw No.Unknown("performance");
        if (!performance.Pools.TryGetValue(categoryId, out var pool)) throw No.Unknown("seatCategory");
        if (!pool.Prices.ContainsKey(audience)) throw No.Unknown("audienceSubCategory");
        if (seats.Count > 0 && (seats.Count != quantity || !pool.Numbered || seats.Any(s => s / 10_000 != categoryId))) throw No.Quantity();
        return new Wish(performance.Product, performance, categoryId, null, pool, audience, quantity, [.. seats.Select(s => (int)(s % 10_000))]);
    }

    private Wish Simple(Given given)
    {
        var (itemId, audience, quantity) = (given.Needed("itemId"), given.Needed("audienceSubCategoryId"), Quantity(given));
        if (!state.Catalogue.Items.TryGetValue(itemId, out var item) || item.Product.State != "RUNNING") throw No.Unknown("item");
        if (!item.Pool.Prices.ContainsKey(audience)) throw No.Unknown("audienceSubCategory");
        return new Wish(item.Product, null, null, item, item.Pool, audience, quantity, []);
    }

    private static int Quantity(Given given) => given.Needed("quantity") is >= 1 and <= 10_000 and var quantity ? (int)quantity : throw No.Quantity();
}
