using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Persistence;

namespace Portal.Core.Guests;

/// <summary>Ways to guests that cannot forget whose they are.</summary>
internal static class GuestReading
{
    /// <summary>Persons of an agent's own carts and of the agency's bookings; a job's all.</summary>
    public static IQueryable<Guest> VisibleTo(this IQueryable<Guest> guests, PortalDb db, Actor actor) => actor.SeesAll
        ? guests
        : guests.Where(g => g.AgencyId == actor.AgencyId
            && (g.Places.Any(p => p.CartLine!.OrderId != null) || db.Carts.VisibleTo(actor).Any(c => c.Id == g.CartId)));

    /// <summary>How far the guest data of the agency's bookings are; an admin's and a job's all.</summary>
    public static IQueryable<GuestProgress> VisibleTo(this IQueryable<GuestProgress> progress, Actor actor) => actor.SeesAll
        ? progress
        : progress.Where(p => p.AgencyId == actor.AgencyId);

    /// <summary>As people read it. What is past its day is late from then on, also before it is counted anew.</summary>
    public static GuestProgressView View(this GuestProgress p, DateTime now) =>
        new(p.BookingId, p.State == GuestProgressState.Collecting && p.DueAt <= now ? GuestProgressState.Late : p.State, p.DueAt, p.StartsAt, p.Persons, p.PersonsDone, p.Fields, p.FieldsDone, p.Refused)
        {
            AskedAt = p.AskedAt, Reminders = p.Reminders,
        };

    /// <summary>The bookings in whose orders these persons have a place.</summary>
    public static IQueryable<Booking> OfGuests(this IQueryable<Booking> bookings, PortalDb db, IReadOnlyCollection<Guid> guestIds) =>
        bookings.Where(b => db.GuestPlaces.Any(p => guestIds.Contains(p.GuestId) && db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.BookingId == b.Id)));

    /// <summary>Persons with a place in one of a booking's orders.</summary>
    public static IQueryable<Guest> OfBooking(this IQueryable<Guest> guests, PortalDb db, Guid bookingId) =>
        guests.Where(g => g.Places.Any(p => db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.BookingId == bookingId)));
}
