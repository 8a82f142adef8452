using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// When an order is read back next. Close after the commit, when tickets and places are told; then hourly while something is booked, at its
/// deadline and just after it, until the provider says what became of it; wider for what is sold; never again once all is over.
/// </summary>
internal static class NextReading
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan JustAfter = TimeSpan.FromSeconds(45);

    /// <param name="order">The order with items and fulfilments, as the provider just told.</param>
    /// <param name="sessions">What its items are for.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when there is nothing left to learn.</returns>
    public static DateTime? Of(Order order, IReadOnlyList<Session> sessions, DateTime now)
    {
        if (order.State is OrderState.Expired or OrderState.Released || (sessions.Count > 0 && sessions.All(s => s.EndLocal.AddDays(2) < now)))
            return null;
        var age = now - (order.CommittedAt ?? order.CreatedAt);
        if (order.State == OrderState.Booked)
            return OfBooked(order, age, now);
        var isDelivered = order.Fulfilments.Count > 0
            && order.Fulfilments.TrueForAll(f => f.Status is FulfilmentStatus.Completed or FulfilmentStatus.Cancelled or FulfilmentStatus.Returned);
        return now + (isDelivered ? TimeSpan.FromHours(6)
            : age < Settling ? TimeSpan.FromSeconds(10)
            : age < TimeSpan.FromHours(2) ? TimeSpan.FromMinutes(2)
            : TimeSpan.FromMinutes(30));
    }

    private static DateTime OfBooked(Order order, TimeSpan age, DateTime now)
    {
        // Until every place has a name and the deadline is told there is something to wait for.
        var isTold = order.KeptUntil is not null && order.Items.TrueForAll(i => i.ProviderRef is not null);
        var usual = now + (isTold ? TimeSpan.FromHours(1) : age < Settling ? TimeSpan.FromSeconds(30) : TimeSpan.FromMinutes(10));
        if (order.KeptUntil is not { } deadline)
            return usual;
        DateTime[] wanted = [deadline, deadline + JustAfter];
        // Past its deadline and still called booked: the provider takes its time, but not for ever.
        var late = now - deadline;
        var next = late < JustAfter ? wanted.First(at => at > now)
            : now + (late < TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(2) : TimeSpan.FromHours(1));
        return next < usual ? next : usual;
    }
}
