using Microsoft.EntityFrameworkCore;
using Portal.Core.Guests;
using Portal.Core.Links;
using Portal.Core.Persistence;

namespace Portal.Core.Tickets;

/// <summary>Lets a customer in with a link and shows the purchased tickets of that one booking, as they are now.</summary>
public sealed class OpenTickets(IDbContextFactory<PortalDb> databases, GuestSeal seal, TimeProvider time)
{
    /// <returns>Null for a link that is unknown, over or revoked: nobody is told which.</returns>
    public async Task<TicketSheet?> RunAsync(string token, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        if (await CustomerLinks.FindAsync(db, token, LinkPurpose.Tickets, now, cancellation) is not { } link)
            return null;
        await CustomerLinks.SeenAsync(db, link, now, cancellation);
        return await VoucherReading.SheetAsync(db, seal, link.BookingId, cancellation);
    }
}
