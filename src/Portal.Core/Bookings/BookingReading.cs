using Portal.Core.Agencies;

namespace Portal.Core.Bookings;

/// <summary>Ways to bookings that cannot forget whose they are.</summary>
public static class BookingReading
{
    /// <summary>The agency's bookings; an admin's and a job's all. Somebody else's look like none at all.</summary>
    public static IQueryable<Booking> VisibleTo(this IQueryable<Booking> bookings, Actor actor) => actor.SeesAll
        ? bookings
        : bookings.Where(b => b.AgencyId == actor.AgencyId);

    public static IQueryable<Order> VisibleTo(this IQueryable<Order> orders, Actor actor) => actor.SeesAll
        ? orders
        : orders.Where(o => o.AgencyId == actor.AgencyId);

    /// <summary>What became final since then, UTC: sold, or kept until it is paid.</summary>
    public static IQueryable<Order> SoldSince(this IQueryable<Order> orders, DateTime since) =>
        orders.Where(o => o.CommittedAt >= since && (o.State == OrderState.Purchased || o.State == OrderState.Booked));
}
