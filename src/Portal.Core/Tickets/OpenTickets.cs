using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Persistence;

namespace Portal.Core.Tickets;

/// <summary>Lets a customer in with a link and shows the purchased tickets of that one booking, as they are now.</summary>
public sealed class OpenTickets(IDbContextFactory<PortalDb> databases, GuestSeal seal, TimeProvider time)
{
    // When it was opened is worth a look, not a write with every click.
    private static readonly TimeSpan SeenAgainAfter = TimeSpan.FromMinutes(5);

    /// <returns>Null for a link that is unknown, over or revoked: nobody is told which.</returns>
    public async Task<TicketSheet?> RunAsync(string token, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        if (await CustomerLinks.FindAsync(db, token, LinkPurpose.Tickets, now, cancellation) is not { } link)
            return null;
        if (link.SeenAt is not { } seen || seen + SeenAgainAfter < now)
            await db.CustomerLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.SeenAt, now), cancellation);
        return await VoucherReading.SheetAsync(db, seal, link.BookingId, cancellation);
    }
}
