using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>Putting into an order and taking out of it. Each answers with what changed, not with the whole order.</summary>
internal sealed class CartOperations(SecuTixState state, OrderBook book, Resumption resumption)
{
    private static readonly IReadOnlyList<string> Types = ["SALE", "RESERVATION", "OPTION", "RESERVATION_FREEING", "OPTION_FREEING"];

    private readonly OrderShapes _shapes = new(state);
    private readonly WishReader _wishes = new(state);

    public IEnumerable<Method> Methods =>
    [
        new("ExternalOrderFacade", "createOrUpdateOrder", "OrderUpdateResult", CreateOrUpdate),
        new("ExternalOrderService", "abandonMovements", "OrderUpdateResult", AbandonMovements),
        new("ExternalOrderService", "cancelOperations", "OrderUpdateResult", CancelOperations),
    ];

    private object CreateOrUpdate(Given given, VirtualOperator caller)
    {
        var (pointOfSales, orderId, fileId) = (given.Needed("pointOfSalesId"), given.Whole("orderId"), given.Whole("fileId"));
        var (type, reference, contact) = (given.Text("orderType"), given.Text("externalReference"), Contact(given));
        given.Text("origin");
        if (pointOfSales != caller.PointOfSalesId) throw No.PointOfSales();
        if (type is null || !Types.Contains(type)) throw No.Type(type);
        var wishes = _wishes.Read(given, caller);
        var resumed = resumption.Read(given, fileId, type, caller);
        given.End();
        if (wishes is null && resumed is null) throw No.Nothing();
        if (wishes is { Count: > 0 } && type.EndsWith("_FREEING", StringComparison.Ordinal)) throw No.Type(type);

        var order = orderId is { } id ? book.FindChangeable(id, caller) : null;
        if (order is not null && order.Type != type) throw No.Type(type);
        if (fileId is { } file) book.FindFile(file, caller);
        if (order is not null && fileId is not null && order.FileId != fileId) throw No.FileNotFound();
        _wishes.Check(wishes ?? [], type, order);
        if (type == "SALE") resumption.CheckStock(resumed ?? []);

        order ??= new Order
        {
            Id = state.NewId(), SecretId = Guid.NewGuid().ToString("N"), FileId = fileId ?? state.NewId(), Operator = caller.Operator, Type = type, Created = state.Now,
        };
        (order.Contact, order.Reference) = (contact ?? order.Contact, reference ?? order.Reference);
        List<Operation> made = [.. (wishes ?? []).Select(w => Make(w, type)), .. (resumed ?? []).Select(r => resumption.Carry(r, type == "SALE"))];
        order.Operations.AddRange(made);
        state.Touch(order);
        return _shapes.Delta(order, made, [.. made.SelectMany(o => o.Movements)], [], []);
    }

    private object AbandonMovements(Given given, VirtualOperator caller)
    {
        var (orderId, movementIds) = (given.Needed("orderId"), given.Wholes("movementIds"));
        given.End();
        return Remove(book.FindChangeable(orderId, caller), [], movementIds);
    }

    private object CancelOperations(Given given, VirtualOperator caller)
    {
        var (orderId, operationIds, movementIds) = (given.Needed("orderId"), given.Wholes("operationIds"), given.Wholes("movementIds"));
        given.End();
        return Remove(book.FindChangeable(orderId, caller), operationIds, movementIds);
    }

    private object Remove(Order order, IReadOnlyList<long> operationIds, IReadOnlyList<long> movementIds)
    {
        if (movementIds.Any(id => order.Movements.All(m => m.Id != id)) || operationIds.Any(id => !order.Operations.Exists(o => o.Id == id))) throw No.Movement();
        var gone = new List<long>();
        foreach (var operation in order.Operations)
        {
            var leaving = operation.Movements.Where(m => operationIds.Contains(operation.Id) || movementIds.Contains(m.Id)).ToList();
            state.Release(operation, leaving);
            operation.Movements.RemoveAll(leaving.Contains);
            gone.AddRange(leaving.Select(m => m.Id));
        }
        var emptied = order.Operations.Where(o => o.Movements.Count == 0).Select(o => o.Id).ToList();
        order.Operations.RemoveAll(o => emptied.Contains(o.Id));
        state.Touch(order);
        return _shapes.Delta(order, order.Operations, [], emptied, gone);
    }

    private Operation Make(Wish wish, string orderType)
    {
        var operation = new Operation
        {
            Id = state.NewId(), ProductId = wish.Product.Id, PerformanceId = wish.Performance?.Id, SeatCategoryId = wish.SeatCategoryId, ItemId = wish.Item?.Id,
            AudienceId = wish.AudienceId, UnitPrice = wish.Pool.Prices[wish.AudienceId], Added = state.Now,
        };
        var allocates = orderType != "OPTION";
        for (var n = 0; n < wish.Quantity; n++)
            operation.Movements.Add(new Movement
            {
                Id = state.NewId(), HasPlace = allocates, Seat = allocates ? wish.Pool.Take(n < wish.Seats.Count ? wish.Seats[n] : null) : null,
            });
        state.Touch(wish.Pool);
        return operation;
    }

    private static string? Contact(Given given) => (given.Objects("purchasersInfo") ?? []).Select(p => p.Text("contactReference")).ToList().FirstOrDefault();
}
