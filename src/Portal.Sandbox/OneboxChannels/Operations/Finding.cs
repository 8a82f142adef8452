using System.Globalization;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>Finds what a call names, and refuses what its caller may not see.</summary>
internal static class Finding
{
    /// <summary>A session of an event that is assigned to the caller's channel.</summary>
    public static SessionRow SessionFor(this OneboxChannelsState state, string id, Caller caller) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && state.Catalogue.Sessions.TryGetValue(number, out var session) && session.Event.IsFor(caller.Channel)
            ? session
            : throw Faults.NoSession();

    /// <summary>A session that can be sold now.</summary>
    public static SessionRow Sellable(this OneboxChannelsState state, string id, Caller caller) =>
        state.SessionFor(id, caller) is { ForSale: true } session && session.StartUtc.AddHours(-1) > state.Now ? session : throw Faults.NotForSale();

    /// <summary>A cart that is alive. Whatever finds it keeps it alive for another while.</summary>
    public static Cart OpenCart(this OneboxChannelsState state, Asked asked, Caller caller)
    {
        if (!state.Carts.TryGetValue(asked.Needed("token"), out var cart) || !cart.Open || cart.ChannelId != caller.Channel) throw Faults.NoCart();
        cart.LastUsed = state.Now;
        state.Touch(cart);
        return cart;
    }

    public static Order OrderOf(this OneboxChannelsState state, Asked asked, Caller caller)
    {
        if (!state.Orders.TryGetValue(asked.Needed("orderCode"), out var order)) throw Faults.NoOrder();
        if (order.ChannelId != caller.Channel) throw Faults.Forbidden("The order");
        return order.Status == "EXPIRED" && state.Options.ForgetsExpiredOrders ? throw Faults.NoOrder() : order;
    }
}
