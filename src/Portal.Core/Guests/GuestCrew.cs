using Microsoft.EntityFrameworkCore;
using Portal.Core.Carts;
using Portal.Core.Persistence;

namespace Portal.Core.Guests;

/// <summary>
/// The persons among whom a list's places are given out. The first place of each list is the first person's and so on, so that who goes
/// to several events is asked once; somebody new is added where a list is longer than all before.
/// </summary>
internal sealed class GuestCrew
{
    private readonly PortalDb db;
    private readonly Guid agencyId;
    private readonly Guid cartId;
    private readonly List<Guest> persons;
    private readonly DateTime now;

    private GuestCrew(PortalDb db, Guid agencyId, Guid cartId, List<Guest> persons, DateTime now) =>
        (this.db, this.agencyId, this.cartId, this.persons, this.now) = (db, agencyId, cartId, persons, now);

    /// <summary>Those of a cart who are not with a booking: its next customer is somebody else.</summary>
    public static async Task<GuestCrew> OfCartAsync(PortalDb db, Guid agencyId, Guid cartId, DateTime now, CancellationToken cancellation) => new(db, agencyId, cartId,
        await db.Guests.Include(g => g.Places).Where(g => g.CartId == cartId && g.ErasedAt == null)
            .Where(g => !g.Places.Any(p => p.CartLine!.OrderId != null) || g.Places.Any(p => p.CartLine!.OrderId == null && p.CartLine.RemovedAt == null)).OrderBy(g => g.Number).ToListAsync(cancellation), now);

    /// <summary>Those of a booking.</summary>
    public static async Task<GuestCrew> OfBookingAsync(PortalDb db, Guid agencyId, Guid cartId, Guid bookingId, DateTime now, CancellationToken cancellation) => new(db, agencyId, cartId,
        await db.Guests.Include(g => g.Places).Where(g => g.ErasedAt == null && g.Places.Any(p => db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.BookingId == bookingId)))
            .OrderBy(g => g.Number).ToListAsync(cancellation), now);

    /// <summary>Whose the place is.</summary>
    public Guest For(CartLine line, int slot)
    {
        bool IsFree(Guest guest) => !line.GuestPlaces.Exists(p => p.GuestId == guest.Id);
        if (slot < persons.Count && IsFree(persons[slot]))
            return persons[slot];
        if (persons.Skip(line.GuestPlaces.Count).FirstOrDefault(IsFree) is { } next)
            return next;
        var added = new Guest { Id = Guid.CreateVersion7(), AgencyId = agencyId, CartId = cartId, Number = NextNumber(), ChangedAt = now, Version = 1 };
        persons.Add(added);
        db.Guests.Add(added);
        return added;
    }

    private int NextNumber() => persons.Count == 0 ? 0 : persons.Max(p => p.Number) + 1;
}
