using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution.Operations;

/// <summary>An order's first and last moments before it is pre-confirmed: created empty, read, emptied.</summary>
internal sealed class OrderOperations(DistributionState state)
{
    public Reply Create(Call call, long channel)
    {
        call.AllowOnly();
        var order = new OrderRow { Id = Guid.NewGuid().ToString("N"), ChannelId = channel, Date = state.Now, ExpiresAt = state.Now + state.Options.BasketFor };
        state.Touch(order);
        return Shown(order);
    }

    public Reply Read(Call call, long channel) => Shown(Open(call.AllowOnly(), channel));

    /// <summary>Lets go of the items named, or of all.</summary>
    public Reply Release(Call call, long channel)
    {
        var order = Open(call.AllowOnly("id"), channel);
        var ids = call.Query["id"].Select(v => long.TryParse(v, out var id) ? id : throw Refusals.BadParameter("id must be a whole number.")).ToHashSet();
        foreach (var id in ids)
            if (!order.Items.Exists(i => i.Id == id)) throw Refusals.BadParameter($"The order has no item {id}.");
        foreach (var item in order.Items.Where(i => ids.Count == 0 || ids.Contains(i.Id)).ToList())
        {
            state.GiveBack(item);
            order.Items.Remove(item);
        }
        return Changed(order);
    }

    /// <summary>The order of the header <c>ob-order-id</c>. Its id names it until it is confirmed or has expired, and only to its channel.</summary>
    public OrderRow Open(Call call, long channel) => Named(call, channel) is { Open: true } order ? order : throw Refusals.OrderNotFound();

    public OrderRow Named(Call call, long channel)
    {
        var id = call.Header("ob-order-id");
        if (id.Length == 0) throw Refusals.Required("The header ob-order-id");
        return state.Orders.TryGetValue(id, out var found) && found.ChannelId == channel ? found : throw Refusals.OrderNotFound();
    }

    /// <summary>Every change starts the basket's minutes anew and takes a pre-confirmation back.</summary>
    public Reply Changed(OrderRow order)
    {
        order.Status = "BASKET";
        order.Code = null;
        order.ExpiresAt = state.Now + state.Options.BasketFor;
        state.Touch(order);
        return Shown(order);
    }

    public Reply Shown(OrderRow order) => Reply.Json(200, OrderShapes.Of(order, state));
}
