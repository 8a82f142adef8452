using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Core.Persistence;

namespace Portal.Core.Tickets;

/// <summary>Ends the link to a booking's tickets. Tickets that were downloaded with it stay good: only the provider can take those back.</summary>
public sealed class RevokeTicketLink(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <returns>False when there was nothing to end, or not for this actor.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        for (; ; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            var booking = await db.Bookings.VisibleTo(actor).SingleOrDefaultAsync(b => b.Id == bookingId, cancellation);
            if (booking is null || await CustomerLinks.RevokeAsync(db, bookingId, LinkPurpose.Tickets, null, now, cancellation) == 0)
                return false;
            booking.Version++;
            db.History.Add(new HistoryEntry { At = now, BookingId = bookingId, By = actor.Name, Said = "The link to the tickets was revoked. Nobody comes in with it any more." });
            if (await db.TrySaveAsync(cancellation))
                return true;
            // A sending, or a mail that was rendered just now, made another link: it ends too.
        }
    }
}
