using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What a cancellation would do, said before it is asked for. No wire connected here tells beforehand what it would give back.</summary>
/// <param name="Items">What would be cancelled.</param>
/// <param name="Net">What they cost at the provider.</param>
/// <param name="Returns">What comes back, in a sentence.</param>
public sealed record CancelPreview(IReadOnlyList<ItemView> Items, Money Net, string Returns)
{
    /// <param name="order">The order as its page shows it.</param>
    /// <param name="chosen">Empty for all that can be cancelled.</param>
    /// <returns>Null when nothing of it can be cancelled.</returns>
    public static CancelPreview? Of(OrderView order, IReadOnlyCollection<Guid> chosen)
    {
        var items = order.Items.Where(i => i.CanCancel && (chosen.Count == 0 || chosen.Contains(i.Id))).ToList();
        return items.Count == 0 ? null : new CancelPreview(items, items.Select(i => i.Net).Aggregate((a, b) => a + b), items.TrueForAll(i => i.State == ItemState.Booked)
            ? $"They are not paid: nothing comes back and nothing is owed. {order.Provider} gives the places to others."
            : $"{order.Provider} tells only afterwards what it gives back, by the organiser's terms.");
    }
}
