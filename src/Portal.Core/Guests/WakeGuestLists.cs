using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Guests;

/// <summary>
/// Saves what was typed of persons together with the wish that their providers' lists are looked at now: what is complete then goes out
/// within seconds, also when this process dies right after.
/// </summary>
public sealed class WakeGuestLists(MeasureGuests measure, TimeProvider time)
{
    /// <param name="db">The caller's context with what it changed.</param>
    /// <param name="guestIds">Whose data changed.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    /// <returns>False when somebody else changed one of them since; nothing is saved then.</returns>
    internal async Task<bool> TrySaveAsync(PortalDb db, IReadOnlyCollection<Guid> guestIds, CancellationToken cancellation)
    {
        var lineIds = await db.GuestPlaces.Where(p => guestIds.Contains(p.GuestId) && p.CartLine!.OrderId != null).Select(p => p.CartLineId).Distinct().ToListAsync(cancellation);
        if (lineIds.Count == 0)
            return await db.TrySaveAsync(cancellation);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            if (!await db.TrySaveAsync(cancellation))
                return false;
            var now = time.GetUtcNow().UtcDateTime;
            await db.Fulfilments.Where(f => f.GuestsReadAt != null && db.Items.Any(i => i.FulfilmentId == f.Id && lineIds.Contains(i.CartLineId)))
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.NextGuestsAt, now).SetProperty(f => f.GuestTries, 0), cancellation);
            await transaction.CommitAsync(cancellation);
        }
        foreach (var bookingId in await db.Orders.Where(o => db.CartLines.Any(l => lineIds.Contains(l.Id) && l.OrderId == o.Id)).Select(o => o.BookingId).Distinct().ToListAsync(cancellation))
            await measure.RunAsync(bookingId, CancellationToken.None);
        return true;
    }
}
