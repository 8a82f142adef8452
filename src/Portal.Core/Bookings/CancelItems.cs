using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Takes back what was committed, whole or place by place as its provider can: what is booked is freed, what is sold cancelled or
/// refunded. Claimed and recorded like a commit, Unknown included. <see cref="CancelPreview"/> says before what will be done.
/// </summary>
public sealed class CancelItems(BeginOperation begin)
{
    public Task<Answer<OperationMade>> RunAsync(Actor actor, ItemsChosen chosen, CancellationToken cancellation) =>
        begin.RunAsync(actor, chosen, OperationKind.Cancel, Fits, (_, order, items, connection, _) => Task.FromResult(Against(order, items, connection)), cancellation);

    private static bool Fits(Item item, OpenConnection connection) =>
        item.State is ItemState.Booked or ItemState.Purchased && connection.Provider is ICancels cancels && cancels.CanCancel(ModeOf(item.State));

    private static Refusal? Against(Order order, IReadOnlyList<Item> items, OpenConnection connection)
    {
        if (connection.Provider is not ICancels cancels)
            return new Refusal(RefusalReason.NotAllowed, "it has no way to take anything back through this portal");
        var states = items.Select(i => i.State).Distinct().ToList();
        if (states.Count > 1)
            return new Refusal(RefusalReason.NotAllowed, "booked and bought places are cancelled one after the other");
        if (!cancels.CanCancel(ModeOf(states[0])))
            return new Refusal(RefusalReason.NotAllowed, states[0] == ItemState.Booked ? "bookings are not freed; they lapse by themselves" : "what was sold is not taken back");
        return !cancels.CanCancelItems && items.Count < order.Items.Count(i => i.State is ItemState.Booked or ItemState.Purchased)
            ? new Refusal(RefusalReason.NotAllowed, "an order is cancelled as a whole, not place by place")
            : null;
    }

    internal static SaleMode ModeOf(ItemState state) => state == ItemState.Booked ? SaleMode.Book : SaleMode.Purchase;
}
