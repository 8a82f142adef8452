using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Counts how far the guest data of a booking are and writes it down. Only lists that a provider takes after the sale count: what was
/// wanted before is there, or nothing was sold.
/// </summary>
public sealed class MeasureGuests(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, GuestSeal seal, TimeProvider time)
{
    /// <returns>The booking's progress; null when no provider keeps a list for it.</returns>
    public async Task<GuestProgressState?> RunAsync(Guid bookingId, CancellationToken cancellation)
    {
        // Each loss is another's counting: it goes on until what is written is what was counted.
        for (; ; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            var progress = await db.GuestProgress.SingleOrDefaultAsync(p => p.BookingId == bookingId, cancellation);
            if (progress is { State: GuestProgressState.Closed })
                return progress.State;
            var booking = await db.Bookings.Where(b => b.Id == bookingId).Select(b => new { b.AgencyId, b.AgentId, DueDays = db.Agencies.Where(a => a.Id == b.AgencyId).Select(a => a.GuestsDueDays).Single() }).SingleAsync(cancellation);
            var count = await CountAsync(db, bookingId, booking.DueDays, now, cancellation);
            if (progress is null)
            {
                if (count is null or { IsOver: true } or { Fields: 0 })
                    return null;
                db.GuestProgress.Add(progress = GuestProgress.Of(bookingId, booking.AgencyId, booking.AgentId, now));
            }
            progress.Record(count ?? new GuestCount(0, 0, 0, 0, 0, null, null, IsOver: true, AllAccepted: true), now);
            try
            {
                if (await db.TrySaveAsync(cancellation))
                    return progress.State;
            }
            catch (DbUpdateException) when (!cancellation.IsCancellationRequested && db.Entry(progress).State == EntityState.Added)
            {
                // Another node counted it for the first time at this moment.
            }
        }
    }

    private async Task<GuestCount?> CountAsync(PortalDb db, Guid bookingId, int dueDays, DateTime now, CancellationToken cancellation)
    {
        if (await LatePlaces.OfBookingAsync(db, providers, bookingId, cancellation) is not { Count: > 0 } rows)
            return null;
        var live = rows.FindAll(r => r.CountsAt(now));
        var today = DateOnly.FromDateTime(now);
        var (persons, personsDone, fields, fieldsDone, refused) = (0, 0, 0, 0, 0);
        DateTime? due = null, starts = null;
        foreach (var ofPerson in live.GroupBy(r => r.Guest.Id))
        {
            var wanted = ofPerson.SelectMany(r => GuestList.Wanted(r.Place)).GroupBy(w => w.Key).ToDictionary(w => w.Key, w => w.Min(x => x.Value));
            if (wanted.Count == 0)
                continue;
            var complaints = ofPerson.SelectMany(r => seal.Open(r.Place.SealedFaults).Keys).ToHashSet();
            var bad = GuestCheck.Check(wanted, seal.Open(ofPerson.First().Guest.SealedValues), GuestDue.BeforeDownload, today).Select(f => f.Field).Concat(complaints).ToHashSet();
            var done = wanted.Keys.Count(f => !bad.Contains(f));
            (persons, fields, fieldsDone, refused) = (persons + 1, fields + wanted.Count, fieldsDone + done, refused + complaints.Count);
            personsDone += done == wanted.Count ? 1 : 0;
            foreach (var place in ofPerson.Where(r => GuestList.Wanted(r.Place).Count > 0))
            {
                starts = Earlier(starts, place.StartsAt);
                if (GuestList.Wanted(place.Place).Keys.Any(bad.Contains))
                    due = Earlier(due, GuestDeadline.Of(place.StartsAt, place.BookedAt, dueDays));
            }
        }
        // Where nothing is missing the deadline still stands: it may not be accepted yet.
        due ??= live.Select(r => GuestDeadline.Of(r.StartsAt, r.BookedAt, dueDays)).Min();
        return new GuestCount(persons, personsDone, fields, fieldsDone, refused, due, starts, live.Count == 0,
            live.TrueForAll(r => GuestList.Wanted(r.Place).Count == 0 || r.Place.AcceptedAt >= r.Guest.ChangedAt));
    }

    private static DateTime? Earlier(DateTime? a, DateTime? b) => a is null ? b : b is null || a <= b ? a : b;
}
