using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>An operation of a closed reservation or option, of which some movements are carried on in another order of the same file.</summary>
internal sealed record Resumed(Operation Origin, string OriginType, IReadOnlyList<Movement> Movements);

/// <summary>
/// Resuming reservations and options on their file: to sell them, or to free them. No document shows the request; the sandbox takes
/// <c>resumedOperations[]{operationId, movementIds[]}</c>, no movement meaning all that are kept.
/// </summary>
internal sealed class Resumption(SecuTixState state, OrderBook book)
{
    public List<Resumed>? Read(Given given, long? fileId, string orderType, VirtualOperator caller)
    {
        if (given.Objects("resumedOperations") is not { } asked) return null;
        var orders = book.FindFile(fileId ?? throw new MalformedException("fileId is mandatory where operations are resumed."), caller);
        var underWay = orders.Where(o => o.Open).SelectMany(o => o.Movements).Select(m => m.ResumedFrom).ToHashSet();
        return [.. asked.Select(a => One(a.Needed("operationId"), a.Wholes("movementIds"), orders, underWay, orderType))];
    }

    /// <summary>The new operation that carries these movements on. Of a reservation they keep their places, of an option they get them only now.</summary>
    public Operation Carry(Resumed resumed, bool sells)
    {
        var origin = resumed.Origin;
        var operation = new Operation
        {
            Id = state.NewId(), ProductId = origin.ProductId, PerformanceId = origin.PerformanceId, SeatCategoryId = origin.SeatCategoryId, ItemId = origin.ItemId,
            AudienceId = origin.AudienceId, UnitPrice = origin.UnitPrice, Added = state.Now, ResumedFrom = origin.Id,
        };
        var pool = state.Catalogue.PoolOf(origin);
        foreach (var movement in resumed.Movements)
        {
            var takes = sells && resumed.OriginType == "OPTION";
            operation.Movements.Add(new Movement { Id = state.NewId(), ResumedFrom = movement.Id, Seat = takes ? pool.Take() : movement.Seat, HasPlace = takes });
        }
        state.Touch(pool);
        return operation;
    }

    public void CheckStock(IEnumerable<Resumed> resumed)
    {
        if (resumed.Where(r => r.OriginType == "OPTION").GroupBy(r => state.Catalogue.PoolOf(r.Origin)).Any(p => !p.Key.Has(p.Sum(r => r.Movements.Count)))) throw No.Availability();
    }

    /// <summary>What was carried on leaves the reservation: its place passes to the sale, or back into the stock.</summary>
    public void Settle(Order order)
    {
        var carriedOn = order.Movements.Where(m => m.ResumedFrom is not null).ToDictionary(m => m.ResumedFrom!.Value);
        foreach (var origin in state.OrdersOf(order.FileId).Where(o => o.Id != order.Id).ToList())
        {
            foreach (var operation in origin.Operations)
                foreach (var movement in operation.Movements.Where(m => carriedOn.ContainsKey(m.Id)))
                    if (order.Type == "SALE")
                    {
                        movement.Fate = Movement.PassedOn;
                        if (movement.HasPlace) (movement.HasPlace, carriedOn[movement.Id].HasPlace) = (false, true);
                    }
                    else
                    {
                        state.Release(operation, [movement]);
                        movement.Fate = Movement.Freed;
                    }
            if (origin.Movements.Any(m => carriedOn.ContainsKey(m.Id))) state.Touch(origin);
        }
    }

    private static Resumed One(long operationId, IReadOnlyList<long> movementIds, IReadOnlyList<Order> orders, HashSet<long?> underWay, string orderType)
    {
        var from = orders.FirstOrDefault(o => o.Keeps && o.Operations.Exists(p => p.Id == operationId)) ?? throw No.Resumed();
        if (orderType != "SALE" && orderType != from.Type + "_FREEING") throw No.Type(orderType);
        var origin = from.Operations.First(o => o.Id == operationId);
        var movements = origin.Movements.Where(m => m.Fate == Movement.Kept && (movementIds.Count == 0 || movementIds.Contains(m.Id))).ToList();
        if (movements.Count == 0 || (movementIds.Count > 0 && movements.Count != movementIds.Count) || movements.Exists(m => underWay.Contains(m.Id))) throw No.Resumed();
        return new Resumed(origin, from.Type, movements);
    }
}
