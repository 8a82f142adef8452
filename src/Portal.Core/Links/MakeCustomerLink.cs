using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Links;

/// <summary>
/// Makes the token of a link while its mail is rendered, and keeps its hash. A mail that is rendered again, because nobody knows whether
/// its server took it, gets a token of its own: the copy that may have gone out before works too. What the token opens is the link's
/// own purpose and no other.
/// </summary>
public sealed class MakeCustomerLink(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <returns>The token; null when the link was revoked or is over, and its mail need not be sent.</returns>
    public async Task<string?> RunAsync(Guid linkId, CancellationToken cancellation)
    {
        var token = LinkToken.New();
        for (; ; )
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await db.CustomerLinks.Alive(time.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(l => l.Id == linkId, cancellation) is not { } link)
                return null;
            if (link.TokenHash is null)
                link.TokenHash = LinkToken.Hash(token);
            else
                db.CustomerLinks.Add(Again(link, token));
            // Whoever revokes at this moment must see it: one of the two looks again.
            (await db.Bookings.SingleAsync(b => b.Id == link.BookingId, cancellation)).Version++;
            if (await db.TrySaveAsync(cancellation))
                return token;
        }
    }

    private static CustomerLink Again(CustomerLink link, string token) => new()
    {
        Id = Guid.CreateVersion7(), BookingId = link.BookingId, AgencyId = link.AgencyId, Purpose = link.Purpose, GuestId = link.GuestId, Language = link.Language,
        SealedTo = link.SealedTo, CreatedAt = link.CreatedAt, CreatedBy = link.CreatedBy, ExpiresAt = link.ExpiresAt, TokenHash = LinkToken.Hash(token),
    };
}
