using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>One small value that changes whenever something of a booking does; see <see cref="Carts.ReadCartMark"/>.</summary>
public sealed class ReadBookingMark(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such booking, or not for this actor.</returns>
    public async Task<string?> RunAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mark = await db.Bookings.AsNoTracking().VisibleTo(actor).Where(b => b.Id == bookingId).Select(b => new
        {
            b.Version, Orders = b.Orders.Sum(o => o.Version), Read = db.Fulfilments.Where(f => f.Order!.BookingId == b.Id).Max(f => (DateTime?)f.ReadAt),
            Told = db.History.Where(h => h.BookingId == b.Id).Max(h => (long?)h.Id),
        }).SingleOrDefaultAsync(cancellation);
        return mark is null ? null : $"{mark.Version}.{mark.Orders}.{mark.Read?.Ticks}.{mark.Told}";
    }
}
