using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>A place on a list that its provider takes after the sale, with what decides whether it still counts. Instants are UTC.</summary>
/// <param name="StartsAt">When its event begins; null while that is not known.</param>
/// <param name="IsKept">What it belongs to is booked or purchased, and its provider delivers it.</param>
internal sealed record LatePlace(GuestPlace Place, Guest Guest, string ProviderKind, DateTime BookedAt, Guid SessionId, DateTime? StartsAt, bool IsKept)
{
    /// <summary>Whether anything is collected for it at that moment.</summary>
    public bool CountsAt(DateTime now) => IsKept && !(StartsAt <= now) && Guest.ErasedAt is null;
}

/// <summary>Reads the places of a booking's lists.</summary>
internal static class LatePlaces
{
    public static async Task<List<LatePlace>> OfBookingAsync(PortalDb db, ProviderDirectory providers, Guid bookingId, CancellationToken cancellation)
    {
        var rows = await (
            from place in db.GuestPlaces.AsNoTracking()
            join order in db.Orders on place.CartLine!.OrderId equals order.Id
            join connection in db.Connections on order.ConnectionId equals connection.Id
            where order.BookingId == bookingId
            select new LatePlace(place, place.Guest!, connection.ProviderKind, order.CommittedAt ?? order.CreatedAt, place.CartLine!.SessionId, place.CartLine.Session!.StartUtc,
                db.Items.Any(i => i.CartLineId == place.CartLineId && (i.State == ItemState.Booked || i.State == ItemState.Purchased)
                    && !db.Fulfilments.Any(f => f.Id == i.FulfilmentId && (f.Status == FulfilmentStatus.Cancelled || f.Status == FulfilmentStatus.Returned))))).ToListAsync(cancellation);
        rows.RemoveAll(r => providers.Get(r.ProviderKind) is not ITakesLateGuests);
        return rows;
    }
}
