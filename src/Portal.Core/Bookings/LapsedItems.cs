using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Lets booked places lapse by the portal's own clock: only after the provider's deadline and the connection's margin, only right after
/// the provider was asked, and only where its answer does not say that it still keeps them.
/// </summary>
internal static class LapsedItems
{
    /// <param name="order">The order with its items, which the reports were written into.</param>
    /// <param name="reports">What the provider just reported.</param>
    /// <param name="margin">For clocks that differ.</param>
    /// <param name="now">UTC.</param>
    /// <returns>What lapsed.</returns>
    public static IReadOnlyList<Item> ByTheClock(Order order, IReadOnlyList<FulfilmentReport> reports, TimeSpan margin, DateTime now)
    {
        if (order.State != OrderState.Booked)
            return [];
        var kept = reports.SelectMany(r => r.Items).Where(i => i.State == ItemState.Booked).Select(i => i.ItemRef).ToHashSet();
        var lapsed = order.Items.FindAll(i => i is { State: ItemState.Booked, OperationId: null }
            && order.DeadlineOf(i) + margin <= now && (i.ProviderRef is null || !kept.Contains(i.ProviderRef)));
        foreach (var item in lapsed)
            item.MoveTo(ItemState.Lapsed);
        if (lapsed.Count > 0)
            order.Touch();
        return lapsed;
    }
}
