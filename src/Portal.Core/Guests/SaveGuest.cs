using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Saves what was typed for one person, field by field, as it is typed. Incomplete and wrong values are kept too: nothing typed is lost.</summary>
public sealed class SaveGuest(IDbContextFactory<PortalDb> databases, GuestTyping typing, WakeGuestLists wake, NoteBuyer buyer, GuestSeal seal)
{
    private static readonly Refusal Gone = new(RefusalReason.NotFound, "This person is no longer on the list.");
    private static readonly Refusal NotTheirs = new(RefusalReason.NotAllowed, "Guest data are typed by the agency's own people. Nothing was changed.");

    /// <param name="actor">Who types.</param>
    /// <param name="guestId">About whom.</param>
    /// <param name="typed">Field → value; empty removes the value. Fields not named stay as they are.</param>
    /// <param name="cancellation">Ends the saving before it began.</param>
    public Task<Answer<GuestSaved>> RunAsync(Actor actor, Guid guestId, IReadOnlyDictionary<string, string> typed, CancellationToken cancellation) =>
        actor.SeesPersons ? RunAsync((db, guests) => guests.VisibleTo(db, actor), guestId, typed, cancellation) : Task.FromResult<Answer<GuestSaved>>(NotTheirs);

    /// <param name="among">Whom the one who types may tell about.</param>
    internal async Task<Answer<GuestSaved>> RunAsync(
        Func<PortalDb, IQueryable<Guest>, IQueryable<Guest>> among, Guid guestId, IReadOnlyDictionary<string, string> typed, CancellationToken cancellation)
    {
        // Two tabs may type into two fields of one person; each try reads what the other saved.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var guest = await among(db, db.Guests).Include(g => g.Words).Include(g => g.Places).AsSplitQuery().SingleOrDefaultAsync(g => g.Id == guestId && g.ErasedAt == null, cancellation);
            if (guest is null)
                return Gone;
            var was = guest.SealedValues;
            if (!await typing.WriteAsync(guest, typed, cancellation))
                return new GuestSaved(guest.ChangedAt);
            if (!await wake.TrySaveAsync(db, [guestId], cancellation))
                continue;
            if (guest.Places.Exists(p => p.IsLead) && await db.CartLines.InCart().AnyAsync(l => l.GuestPlaces.Any(p => p.GuestId == guestId && p.IsLead), cancellation))
                await buyer.FollowAsync(guest.CartId, seal.Open(was), seal.Open(guest.SealedValues), cancellation);
            return new GuestSaved(guest.ChangedAt);
        }
        return new Refusal(RefusalReason.Busy, "The same person is being changed elsewhere.");
    }
}

/// <summary>When what was typed was saved.</summary>
public sealed record GuestSaved(DateTime At);
