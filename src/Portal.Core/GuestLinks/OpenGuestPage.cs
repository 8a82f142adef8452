using Microsoft.EntityFrameworkCore;
using Portal.Core.Links;
using Portal.Core.Persistence;

namespace Portal.Core.GuestLinks;

/// <summary>Lets a customer in with a link and shows what is asked of the guests of that one booking, or of the one guest whose link it is.</summary>
public sealed class OpenGuestPage(IDbContextFactory<PortalDb> databases, GuestPageReading reading, GuestPagePass pass, TimeProvider time)
{
    /// <returns>Null for a link that is unknown, over or revoked: nobody is told which.</returns>
    public async Task<GuestPageView?> RunAsync(string token, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        if (await CustomerLinks.FindAsync(db, token, LinkPurpose.Guests, now, cancellation) is not { } link)
            return null;
        await CustomerLinks.SeenAsync(db, link, now, cancellation);
        return (await reading.ReadAsync(db, link.BookingId, link.GuestId, cancellation)).View.For(link, pass);
    }
}
