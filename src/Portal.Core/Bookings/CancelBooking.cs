using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What became of the cancellation of one order of a booking.</summary>
public sealed record OrderCancelled(Guid OrderId, string OurReference, Answer<OperationMade> Answer);

/// <summary>
/// Takes back everything of a booking that its providers take back: each order by itself, as <see cref="CancelItems"/> does, all asked at once.
/// There is no undoing of a cancellation, so each part tells its own truth; what stays unanswered is looked up.
/// </summary>
public sealed class CancelBooking(IDbContextFactory<PortalDb> databases, CancelItems cancel)
{
    /// <param name="actor">On whose behalf.</param>
    /// <param name="actionId">Made when the page was drawn; each order's own act is named after it, so that a second click finds the first.</param>
    /// <param name="bookingId">Which booking.</param>
    /// <param name="itemIds">What the preview showed; nothing else is cancelled.</param>
    /// <param name="cancellation">Heeded until the claims are saved.</param>
    /// <returns>One answer for each order and for each of the states its chosen items are in.</returns>
    public async Task<IReadOnlyList<OrderCancelled>> RunAsync(Actor actor, Guid actionId, Guid bookingId, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var items = await db.Items.AsNoTracking().Where(i => i.Order!.BookingId == bookingId && itemIds.Contains(i.Id) && db.Orders.VisibleTo(actor).Any(o => o.Id == i.OrderId))
            .Select(i => new { i.Id, i.State, i.OrderId, i.Order!.OurReference, i.Order.Number }).ToListAsync(cancellation);
        // What is booked is freed and what is sold refunded: two acts, one after the other.
        var orders = items.GroupBy(i => i.OrderId).Select(async of =>
        {
            var told = new List<OrderCancelled>();
            foreach (var (alike, place) in of.GroupBy(i => i.State == ItemState.Booked).OrderBy(g => g.Key).Select((g, place) => (g, place)))
                told.Add(new OrderCancelled(of.Key, alike.First().OurReference,
                    await cancel.RunAsync(actor, new ItemsChosen(ActOf(actionId, of.Key, place), of.Key, [.. alike.Select(i => i.Id)]), cancellation)));
            return told;
        });
        return [.. (await Task.WhenAll(orders)).SelectMany(told => told).OrderBy(t => t.OurReference, StringComparer.Ordinal)];
    }

    // The same for every click of one page on one order.
    private static Guid ActOf(Guid actionId, Guid orderId, int place) => Deed.IdOf($"cancel:{actionId}:{orderId}:{place}");
}
