using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>What is left. The results' inner names are the sandbox's own: no document shows them.</summary>
internal sealed class AvailabilityOperations(SecuTixState state)
{
    private const long Each = -1;

    public IEnumerable<Method> Methods =>
    [
        new("AvailabilityService", "getProductAvailability", "ProductAvailabilityResult", Products),
        new("AvailabilityService", "getEventAvailability", "EventAvailabilityResult", Events),
        new("AvailabilityService", "getPerformanceAvailability", "PerformanceAvailabilityResult", OnePerformance),
        new("AvailabilityService", "getSeatsAvailability", "SeatsAvailabilityResult", Seats),
        new("AvailabilityService", "getUpdatedAvailabilities", "UpdatedAvailabilitiesResult", Updated),
    ];

    /// <summary>No category: summed; -1: split by every one; ids: those.</summary>
    private object Events(Given given, VirtualOperator caller)
    {
        CheckPointOfSale(given, caller);
        var (events, performances, categories, contingents) =
            (given.Wholes("eventIds"), given.Wholes("performanceIds"), given.Wholes("seatCategoryIds"), given.Wholes("contingentIds"));
        given.Whole("composedProductId");
        given.Whole("advantageId");
        given.End();
        if (performances.Count == 0) throw new MalformedException("performanceIds is mandatory.");
        if (contingents.Any(c => c != Each && c != caller.ContingentId)) throw No.Contingent();
        long? contingent = contingents.Count == 0 ? null : caller.ContingentId;
        var found = performances.Select(Find).Where(p => events.Count == 0 || events.Contains(p.Product.Id)).ToList();
        return new { eventAvailabilityData = new { performanceAvailabilities = found.SelectMany(p => Split(p, categories, contingent)) } };
    }

    private object OnePerformance(Given given, VirtualOperator caller)
    {
        CheckPointOfSale(given, caller);
        var id = given.Needed("performanceId");
        given.End();
        return new { performanceAvailabilityData = new { performanceAvailabilities = Split(Find(id), [Each], null) } };
    }

    private object Products(Given given, VirtualOperator caller)
    {
        CheckPointOfSale(given, caller);
        var ids = given.Wholes("productIds");
        given.End();
        var items = ids.SelectMany(id => state.Catalogue.Products.TryGetValue(id, out var product) ? product.Items : throw No.Unknown("product"));
        return new { productAvailabilityData = new { itemAvailabilities = items.Select(i => new { productId = i.Product.Id, itemId = i.Id, availableQuantity = i.Pool.Left }) } };
    }

    private object Seats(Given given, VirtualOperator caller)
    {
        CheckPointOfSale(given, caller);
        var (id, category) = (given.Needed("performanceId"), given.Needed("seatCategoryId"));
        given.End();
        if (!Find(id).Pools.TryGetValue(category, out var pool)) throw No.Unknown("seatCategory");
        return new
        {
            seatsAvailabilityData = new
            {
                seats = pool.FreeSeats().Select(s => new { seatId = OrderShapes.SeatId(category, s), seatCategoryId = category, row = Pool.Row(s), number = Pool.Number(s) }),
            },
        };
    }

    /// <summary>The sandbox does not keep when a stock changed: everything asked for may have.</summary>
    private object Updated(Given given, VirtualOperator caller)
    {
        CheckPointOfSale(given, caller);
        var ids = given.Wholes("productIds");
        given.Text("referenceDate");
        given.End();
        return new { availabilityUpdateData = ids.Where(state.Catalogue.Products.ContainsKey).Select(id => new { productId = id, lastUpdate = Times.Written(state.Now) }) };
    }

    private static IEnumerable<object> Split(Performance performance, IReadOnlyList<long> categories, long? contingent)
    {
        if (categories.Count == 0)
            return [new { eventId = performance.Product.Id, performanceId = performance.Id, contingentId = contingent, availableQuantity = performance.Pools.Values.Sum(p => p.Left) }];
        return performance.Pools.Where(p => categories.Contains(Each) || categories.Contains(p.Key)).Select(p => (object)new
        {
            eventId = performance.Product.Id, performanceId = performance.Id, seatCategoryId = p.Key, contingentId = contingent, availableQuantity = p.Value.Left,
        });
    }

    private Performance Find(long id) => state.Catalogue.Performances.TryGetValue(id, out var found) && state.IsShown(found) ? found : throw No.Unknown("performance");

    private static void CheckPointOfSale(Given given, VirtualOperator caller)
    {
        given.Whole("requestId");
        if (given.Needed("pointOfSalesId") != caller.PointOfSalesId) throw No.PointOfSales();
    }
}
