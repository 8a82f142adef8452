using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Gives a place on one list to somebody else: not everybody of a group goes to every event. Whoever had it keeps what was typed and
/// their places on other lists; the provider is told the new person's data, after the sale too.
/// </summary>
public sealed class SeatGuest(IDbContextFactory<PortalDb> databases, WakeGuestLists wake, TimeProvider time)
{
    /// <param name="actor">Who decides.</param>
    /// <param name="lineId">Whose list.</param>
    /// <param name="slot">Zero-based place on it.</param>
    /// <param name="guestId">Who goes; null for somebody who is not named yet.</param>
    /// <param name="cancellation">Ends it before it is saved.</param>
    /// <returns>The person who has the place now.</returns>
    public async Task<Answer<GuestSeated>> RunAsync(Actor actor, Guid lineId, int slot, Guid? guestId, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var mine = db.Guests.VisibleTo(db, actor);
            var place = await db.GuestPlaces.Include(p => p.Guest!.Places).Where(p => mine.Any(g => g.Id == p.GuestId)).SingleOrDefaultAsync(p => p.CartLineId == lineId && p.Slot == slot, cancellation);
            if (place is null)
                return new Refusal(RefusalReason.NotFound, "This place is no longer on the list. Nothing was changed.");
            var before = place.Guest!;
            if (guestId == before.Id)
                return new GuestSeated(before.Id);
            Guest? guest;
            if (guestId is { } wanted)
            {
                guest = await mine.SingleOrDefaultAsync(g => g.Id == wanted && g.CartId == before.CartId && g.ErasedAt == null, cancellation);
                if (guest is null)
                    return new Refusal(RefusalReason.NotFound, "This person is no longer on the list. Nothing was changed.");
                if (await db.GuestPlaces.AnyAsync(p => p.CartLineId == lineId && p.GuestId == wanted, cancellation))
                    return new Refusal(RefusalReason.Invalid, "This person has a place on this list already. Nothing was changed.");
            }
            else
            {
                var last = await db.Guests.Where(g => g.CartId == before.CartId).MaxAsync(g => g.Number, cancellation);
                db.Guests.Add(guest = new Guest { Id = Guid.CreateVersion7(), AgencyId = before.AgencyId, CartId = before.CartId, Number = last + 1, ChangedAt = time.GetUtcNow().UtcDateTime, Version = 1 });
            }
            (place.Guest, place.GuestId, place.AcceptedAt, place.SealedFaults) = (guest, guest.Id, null, null);
            place.Version++;
            guest.Version++;
            if (before.SealedValues is null && before.Places.TrueForAll(p => p.Id == place.Id))
                db.Guests.Remove(before);
            if (await wake.TrySaveAsync(db, [guest.Id, before.Id], cancellation))
                return new GuestSeated(guest.Id);
        }
        return new Refusal(RefusalReason.Busy, "The list is being changed elsewhere. Nothing was changed.");
    }
}

/// <summary>Who has a place now.</summary>
public sealed record GuestSeated(Guid GuestId);
