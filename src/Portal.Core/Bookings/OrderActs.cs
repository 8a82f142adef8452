using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Which later acts are possible on an order now, and why the others are not.</summary>
/// <param name="NoPurchase">Why what is booked cannot be bought now; null when it can, or when nothing is booked.</param>
/// <param name="NoCancel">Why nothing can be cancelled; null when something can, or nothing is left.</param>
/// <param name="PurchasesItems">Single places may be bought while the rest stays booked.</param>
/// <param name="CancelsItems">Single places may be cancelled.</param>
public sealed record OrderActs(string? NoPurchase, string? NoCancel, bool PurchasesItems, bool CancelsItems)
{
    public static readonly OrderActs None = new(null, null, false, false);

    internal static async Task<OrderActs> ReadAsync(PortalDb db, Order order, IReadOnlyList<ItemView> items, IProvider provider, DateTime now)
    {
        if (order.State is not (OrderState.Booked or OrderState.Purchased))
            return None;
        var (cancels, purchases, name) = (provider as ICancels, provider as IPurchasesBookings, provider.Traits.DisplayName);
        var booked = items.Where(i => i.State == ItemState.Booked).Select(i => i.SessionId).Distinct().ToList();
        string? noPurchase = null;
        if (booked.Count > 0)
            noPurchase = purchases is null ? $"{name} has no way to sell what was booked."
                : string.Join(' ', (await SellingNow.AgainstAsync(db, order.AgencyId, booked, provider.Traits, now)).Select(EnablementWords.Sentence)) is { Length: > 0 } against ? against : null;
        var left = items.Where(i => i.State is ItemState.Booked or ItemState.Purchased).ToList();
        var noCancel = left.Count == 0 || left.Exists(i => CanCancel(provider, i.State)) ? null
            : cancels is null ? $"{name} takes nothing back through this portal: ask them with the reference below."
            : left.TrueForAll(i => i.State == ItemState.Purchased) ? $"{name} does not take back what was sold: ask them with the reference below."
            : $"{name} frees no bookings: they lapse by themselves.";
        return new OrderActs(noPurchase, noCancel, purchases is { CanPurchaseItems: true }, cancels is { CanCancelItems: true });
    }

    internal static bool CanCancel(IProvider provider, ItemState state) =>
        state is ItemState.Booked or ItemState.Purchased && provider is ICancels cancels && cancels.CanCancel(CancelItems.ModeOf(state));
}
