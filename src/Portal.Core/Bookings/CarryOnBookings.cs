using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// The job's verb that takes up checkouts which stand still: after a restart, after a look-up that freed an order, and after a provider
/// asked to slow down or could not be reached, which are definite refusals that may be tried again while the hold lives.
/// </summary>
public sealed class CarryOnBookings(IDbContextFactory<PortalDb> databases, AdvanceBooking advance, TimeProvider time, ILogger<CarryOnBookings> logger)
{
    private static readonly Actor By = Actor.Job("checkout");
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UndoneWithin = TimeSpan.FromHours(3);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var paused = await db.Orders
            .Where(o => (o.State == OrderState.Planned || o.State == OrderState.Prepared) && o.CommitBy > now && (o.RefusedFor == RefusalReason.Throttled || o.RefusedFor == RefusalReason.Unreachable)
                && !o.History.Any(h => h.At > now - Pause))
            .ToListAsync(cancellation);
        foreach (var order in paused)
            order.TryAgain("The provider asked to wait; it is asked again.", By, now);
        if (paused.Count > 0)
            await db.TrySaveAsync(cancellation);

        // A checkout of this moment is being carried out by whoever pressed the button.
        var still = await db.Orders.Where(o => o.CreatedAt <= now - Pause)
            .Where(o => ((o.State == OrderState.Planned || o.State == OrderState.Prepared) && o.RefusedFor == null && o.LetGoAt == null && o.CommitBy > now)
                // An undoing that was cut off between two steps leaves no order waiting: a sale beside a refusal tells of it.
                || (o.Booking!.OnRefusal == OnRefusal.UndoTheRest && o.CreatedAt > now - UndoneWithin
                    && (o.State == OrderState.Purchased || o.State == OrderState.Booked || o.State == OrderState.Planned || o.State == OrderState.Prepared)
                    && o.Booking.Orders.Any(x => x.State == OrderState.Refused || (x.State == OrderState.Expired && x.CommittedAt == null) || x.RefusedFor != null)))
            .Select(o => o.BookingId).Distinct().OrderBy(id => id).Take(100).ToListAsync(cancellation);
        await Alone.EachAsync(still, (bookingId, ct) => advance.RunAsync(By, bookingId, ct), logger, cancellation);
        return still.Count;
    }
}
