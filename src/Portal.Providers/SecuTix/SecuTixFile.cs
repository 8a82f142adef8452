using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Readers;

namespace Portal.Providers.SecuTix;

/// <summary>One place of an order with what became of it on its file.</summary>
/// <param name="Movement">As the order has it; its id is the item's name for good.</param>
/// <param name="Ticket">The movement that bears the ticket: of the sale that carried it on, where there is one.</param>
internal sealed record SecuTixPlace(MovementDto Movement, OperationDto Operation, MovementDto Ticket, ItemState State)
{
    public string ItemRef => Movement.MovementId ?? "";
}

/// <summary>
/// A file with its orders. What was reserved stays listed in its own order; what became of it shows in the orders of the same file that
/// carried it on: sales and freeings (page 2.5, 2.7; which movement carries on which is assumed to be told, else matched by seat).
/// </summary>
internal sealed class SecuTixFile(FileDetailResultDto file, string orderId)
{
    private readonly IReadOnlyList<OrderDetailsDto> orders = file.OrderDetailsDatas ?? [];

    public string State => file.FileDetailsData?.FileState ?? "";

    /// <summary>The order that was committed; null where the file does not hold it.</summary>
    public OrderDetailsDto? Order => orders.FirstOrDefault(o => o.OrderId == orderId);

    /// <summary>An open order of that type on the file that carries places on: one of ours that was not brought to its end.</summary>
    public OrderDetailsDto? UnderWay(string type) => orders.FirstOrDefault(o => o.OrderType == type && o.OrderId != orderId
        && SecuTixWords.Order(o.OrderState) is OrderStanding.Running or OrderStanding.Validated && (o.MovementDatas ?? []).Any(m => m.Resumed is true));

    public DateTime? KeptUntil => Order is { OrderType: not "SALE" } order ? WireTimes.Utc(order.ExpirationDate, null) : null;

    public IReadOnlyList<SecuTixPlace> Places(DateTime now)
    {
        if (Order is not { } order)
            return [];
        var content = SecuTixContent.Of(order);
        var (sold, freed) = (Carried("SALE", content), Carried(order.OrderType + "_FREEING", content));
        return [.. content.Movements.Where(m => m.MovementId is not null).Select(m => (Movement: m, Operation: content.OperationOf(m))).Where(m => m.Operation is not null).Select(m =>
        {
            var ticket = sold.GetValueOrDefault(m.Movement.MovementId!);
            var state = order.OrderType is null or "SALE" ? SaleState(order)
                : ticket is not null ? ItemState.Purchased
                : freed.ContainsKey(m.Movement.MovementId!) ? ItemState.Cancelled
                : State is "CANCELED" or "ABANDONNED" || KeptUntil <= now ? ItemState.Lapsed
                : ItemState.Booked;
            return new SecuTixPlace(m.Movement, m.Operation!, ticket ?? m.Movement, state);
        })];
    }

    /// <summary>Which of the order's movements an order under way carries on.</summary>
    public static IReadOnlySet<string> CarriedBy(OrderDetailsDto carrier, OrderDetailsDto order)
    {
        var content = SecuTixContent.Of(order);
        return (carrier.MovementDatas ?? []).Select(m => Origin(m, content)).OfType<string>().ToHashSet();
    }

    private Dictionary<string, MovementDto> Carried(string type, SecuTixContent content)
    {
        var carried = new Dictionary<string, MovementDto>();
        foreach (var movement in orders.Where(o => o.OrderType == type && o.OrderId != orderId && SecuTixWords.Order(o.OrderState) is OrderStanding.Closed).SelectMany(o => o.MovementDatas ?? []))
            if (Origin(movement, content) is { } origin)
                carried[origin] = movement;
        return carried;
    }

    private static string? Origin(MovementDto movement, SecuTixContent content) =>
        movement.ResumedMovementId ?? (movement.SeatId is { } seat ? content.Movements.FirstOrDefault(m => m.SeatId == seat)?.MovementId : null);

    private static ItemState SaleState(OrderDetailsDto order) => SecuTixWords.Order(order.OrderState) is OrderStanding.Over ? ItemState.Cancelled : ItemState.Purchased;
}
