using Portal.Core.Agencies;
using Portal.Core.Bookings;

namespace Portal.Core.Carts;

/// <summary>Ways to carts and holds that cannot forget whose they are.</summary>
public static class CartReading
{
    /// <summary>An agent's own carts; an admin's and a job's all.</summary>
    public static IQueryable<Cart> VisibleTo(this IQueryable<Cart> carts, Actor actor) => actor.SeesAll
        ? carts
        : carts.Where(c => c.AgencyId == actor.AgencyId && c.AgentId == actor.UserId);

    public static IQueryable<CartLine> VisibleTo(this IQueryable<CartLine> lines, Actor actor) => actor.SeesAll
        ? lines
        : lines.Where(l => l.Cart!.AgencyId == actor.AgencyId && l.Cart.AgentId == actor.UserId);

    /// <summary>Lines an agent still works with: not taken out, not part of an order.</summary>
    public static IQueryable<CartLine> InCart(this IQueryable<CartLine> lines) => lines.Where(l => l.RemovedAt == null && l.OrderId == null);

    /// <summary>Holds whose time at the provider is over although they are still written down as kept.</summary>
    public static IQueryable<Hold> Lapsed(this IQueryable<Hold> holds, DateTime now) =>
        holds.Where(h => h.State == HoldState.Held && h.ExpiresAt <= now);

    /// <summary>Orders waiting in a checkout whose hold ran out meanwhile.</summary>
    public static IQueryable<Order> Lapsed(this IQueryable<Order> orders, DateTime now) =>
        orders.Where(o => (o.State == OrderState.Planned || o.State == OrderState.Prepared) && o.ExpiresAt <= now);
}
