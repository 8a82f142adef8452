using Microsoft.EntityFrameworkCore;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>
/// Puts what an undone order had sold into its cart again, unheld, with the names that were typed. The lines of the order stay with it:
/// its items tell what was sold and taken back.
/// </summary>
internal static class BackToCart
{
    public static async Task CopyAsync(PortalDb db, Order order, DateTime now)
    {
        var lines = await db.CartLines.Include(l => l.GuestPlaces).Where(l => l.OrderId == order.Id).ToListAsync();
        foreach (var line in lines)
            db.CartLines.Add(Copy(line, now));
        await db.Carts.Where(c => c.Id == order.Booking!.CartId && c.State == CartState.Closed)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CartState.Open).SetProperty(c => c.Version, c => c.Version + 1));
    }

    private static CartLine Copy(CartLine line, DateTime now)
    {
        var copy = new CartLine
        {
            Id = Guid.CreateVersion7(), CartId = line.CartId, SessionId = line.SessionId, ConnectionId = line.ConnectionId, OfferRef = line.OfferRef, OfferName = line.OfferName,
            Delivery = line.Delivery, Mode = line.Mode, Quantity = line.Quantity, Quote = line.Quote with { }, QuotedAt = line.QuotedAt, AddedAt = now,
            RequirementsJson = line.RequirementsJson, SeatsJson = line.SeatsJson, Together = line.Together, Version = 1,
        };
        foreach (var place in line.GuestPlaces)
            copy.GuestPlaces.Add(place.CopyFor(copy));
        return copy;
    }
}
