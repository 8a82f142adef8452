using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Tickets;

/// <summary>Ways to customers' links.</summary>
internal static class CustomerLinks
{
    public static IQueryable<CustomerLink> Alive(this IQueryable<CustomerLink> links, LinkPurpose purpose, DateTime now) =>
        links.Where(l => l.Purpose == purpose && l.RevokedAt == null && l.ExpiresAt > now);

    /// <summary>The booking a token leads to; null for a token that is unknown, over or revoked: nobody is told which.</summary>
    public static async Task<CustomerLink?> FindAsync(PortalDb db, string token, LinkPurpose purpose, DateTime now, CancellationToken cancellation)
    {
        if (token.Length != LinkToken.Length)
            return null;
        var hash = LinkToken.Hash(token);
        return await db.CustomerLinks.AsNoTracking().Alive(purpose, now).SingleOrDefaultAsync(l => l.TokenHash == hash, cancellation);
    }

    /// <summary>Ends what is alive for the purpose; part of the caller's transaction.</summary>
    /// <returns>How many links ended.</returns>
    public static async Task<int> RevokeAsync(PortalDb db, Guid bookingId, LinkPurpose purpose, DateTime now, CancellationToken cancellation)
    {
        var alive = await db.CustomerLinks.Alive(purpose, now).Where(l => l.BookingId == bookingId).ToListAsync(cancellation);
        foreach (var link in alive)
            link.RevokedAt = now;
        return alive.Count;
    }
}
