using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Guests;

/// <summary>How far the guest data of one booking are. Instants are UTC.</summary>
public sealed record GuestProgressView(Guid BookingId, GuestProgressState State, DateTime? DueAt, DateTime? StartsAt, int Persons, int PersonsDone, int Fields, int FieldsDone, int Refused)
{
    /// <summary>When the customer was last asked; null before the first time.</summary>
    public DateTime? AskedAt { get; init; }
    public int Reminders { get; init; }
}

/// <summary>Reads how far the guest data of a booking are.</summary>
public sealed class ReadGuestProgress(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when no provider of the booking keeps a guest list, there is no such booking, or not for this actor.</returns>
    public async Task<GuestProgressView?> RunAsync(Actor actor, string reference, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await Of(db, actor, reference).Select(p => new GuestProgressView(p.BookingId, p.State, p.DueAt, p.StartsAt, p.Persons, p.PersonsDone, p.Fields, p.FieldsDone, p.Refused)
        {
            AskedAt = p.AskedAt, Reminders = p.Reminders,
        }).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Changes whenever something of it does.</summary>
    public async Task<string?> MarkAsync(Actor actor, string reference, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var wanted = reference.Trim().ToUpperInvariant();
        var places = await db.GuestPlaces.Where(p => db.Orders.VisibleTo(actor).Any(o => o.Id == p.CartLine!.OrderId && o.Booking!.Reference == wanted))
            .GroupBy(p => 1).Select(g => new { Changed = g.Max(p => p.Guest!.ChangedAt), Accepted = g.Max(p => p.AcceptedAt), Version = g.Sum(p => p.Version) }).SingleOrDefaultAsync(cancellation);
        return $"{await Of(db, actor, reference).Select(p => p.Version).SingleOrDefaultAsync(cancellation)}.{places?.Changed.Ticks}.{places?.Accepted?.Ticks}.{places?.Version}";
    }

    private static IQueryable<GuestProgress> Of(PortalDb db, Actor actor, string reference)
    {
        var wanted = reference.Trim().ToUpperInvariant();
        return db.GuestProgress.AsNoTracking().Where(p => db.Bookings.VisibleTo(actor).Any(b => b.Id == p.BookingId && b.Reference == wanted));
    }
}
