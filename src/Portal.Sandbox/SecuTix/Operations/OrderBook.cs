using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>Finding a caller's orders in the state that a method wants.</summary>
internal sealed class OrderBook(SecuTixState state)
{
    public Order Find(long id, VirtualOperator caller) =>
        state.Orders.TryGetValue(id, out var order) && order.Operator == caller.Operator ? order : throw No.NotFound();

    /// <summary>One that is neither closed nor ended.</summary>
    public Order FindOpen(long id, VirtualOperator caller)
    {
        var order = Find(id, caller);
        if (order.Expired) throw No.Expired();
        return order.Open ? order : throw No.WrongState(order.State);
    }

    /// <summary>One that can still be changed: after validateOrder nothing can be put in or taken out.</summary>
    public Order FindChangeable(long id, VirtualOperator caller) =>
        FindOpen(id, caller) is { State: Order.Running } order ? order : throw No.WrongState(Order.Validated);

    public IReadOnlyList<Order> FindFile(long id, VirtualOperator caller) =>
        state.OrdersOf(id).Where(o => o.Operator == caller.Operator).ToList() is { Count: > 0 } orders ? orders : throw No.FileNotFound();
}
