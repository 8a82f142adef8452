using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Core.Persistence;

namespace Portal.Core.GuestLinks;

/// <summary>Ends the link to the page for guest data. What was filled in with it stays.</summary>
public sealed class RevokeGuestLink(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="bookingId">Whose guests.</param>
    /// <param name="guestId">The guest whose own link ends; null for the link of the whole booking.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    /// <returns>False when there was nothing to end, or not for this actor.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid bookingId, Guid? guestId, CancellationToken cancellation)
    {
        for (; ; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            var booking = await db.Bookings.VisibleTo(actor).SingleOrDefaultAsync(b => b.Id == bookingId, cancellation);
            if (booking is null || await CustomerLinks.RevokeAsync(db, bookingId, LinkPurpose.Guests, guestId, now, cancellation) == 0)
                return false;
            booking.Version++;
            db.History.Add(new HistoryEntry
            {
                At = now, BookingId = bookingId, By = actor.Name, Said = $"The link {(guestId is null ? "" : "of one guest ")}to the page for guest data was revoked. Nobody comes in with it any more.",
            });
            if (await db.TrySaveAsync(cancellation))
                return true;
            // A sending, or a mail that was rendered just now, made another link: it ends too.
        }
    }
}
