using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Turns booked places into a sale, all that are left or chosen ones; the rest stays booked with its own deadline. The provider is told
/// that their total is paid in full; a price that rose since the booking is refused and shown, never taken silently (design rule 7).
/// </summary>
public sealed class PurchaseItems(BeginOperation begin)
{
    public Task<Answer<OperationMade>> RunAsync(Actor actor, ItemsChosen chosen, CancellationToken cancellation) =>
        begin.RunAsync(actor, chosen, OperationKind.Purchase, (item, _) => item is { State: ItemState.Booked, GivenUpAt: null },
            (db, order, items, connection, now) => AgainstAsync(db, actor, order, items, connection, now), cancellation);

    private static async Task<Refusal?> AgainstAsync(PortalDb db, Actor actor, Order order, IReadOnlyList<Item> items, OpenConnection connection, DateTime now)
    {
        // A person who picks such a place wants it after all; a job has no wishes.
        if (actor.Kind == ActorKind.Job && items.Any(i => i.GivenUpAt is not null))
            return new Refusal(RefusalReason.Busy, "Some of these places were given up meanwhile.");
        if (items.Any(i => i.State != ItemState.Booked))
            return new Refusal(RefusalReason.Busy, "Some of these places are bought already.");
        if (connection.Provider is not IPurchasesBookings purchases)
            return new Refusal(RefusalReason.NotAllowed, "it has no way to sell what was booked");
        if (!purchases.CanPurchaseItems && items.Count < order.Items.Count(i => i.State == ItemState.Booked))
            return new Refusal(RefusalReason.NotAllowed, "a booking is bought as a whole, not place by place");
        if (items.Min(i => i.KeptUntil ?? order.KeptUntil) is { } until && until - connection.Margin <= now)
            return new Refusal(RefusalReason.HoldExpired, $"They are kept until {VenueWords.When(until)} UTC only.");
        return await SellingNow.AgainstAsync(db, order.AgencyId, items, connection.Traits, now);
    }
}
