using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Links;

/// <summary>Ways to customers' links.</summary>
internal static class CustomerLinks
{
    // When a link was opened is worth a look, not a write with every click.
    private static readonly TimeSpan SeenAgainAfter = TimeSpan.FromMinutes(5);

    public static IQueryable<CustomerLink> Alive(this IQueryable<CustomerLink> links, DateTime now) =>
        links.Where(l => l.RevokedAt == null && l.ExpiresAt > now);

    /// <summary>A link that was opened so recently is in somebody's hands: nothing that happens by itself takes it away.</summary>
    public static readonly TimeSpan InUseFor = TimeSpan.FromMinutes(30);

    /// <summary>Those that somebody is using at this moment.</summary>
    public static IQueryable<CustomerLink> InUse(this IQueryable<CustomerLink> links, DateTime now)
    {
        var since = now - InUseFor;
        return links.Alive(now).Where(l => l.SeenAt > since);
    }

    /// <summary>The booking a token leads to; null for a token that is unknown, over or revoked: nobody is told which.</summary>
    public static async Task<CustomerLink?> FindAsync(PortalDb db, string token, LinkPurpose purpose, DateTime now, CancellationToken cancellation)
    {
        if (token.Length != LinkToken.Length)
            return null;
        var hash = LinkToken.Hash(token);
        return await db.CustomerLinks.AsNoTracking().Alive(now).SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose, cancellation);
    }

    /// <summary>Notes that a link was opened just now.</summary>
    public static async Task SeenAsync(PortalDb db, CustomerLink link, DateTime now, CancellationToken cancellation)
    {
        if (link.SeenAt is not { } seen || seen + SeenAgainAfter < now)
            await db.CustomerLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.SeenAt, now), cancellation);
    }

    /// <summary>Ends what is alive for the purpose; part of the caller's transaction.</summary>
    /// <param name="db">The caller's context; the caller saves.</param>
    /// <param name="bookingId">Whose links.</param>
    /// <param name="purpose">What they were for.</param>
    /// <param name="guestId">The guest whose own links end; null ends those of the whole booking.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>How many links ended.</returns>
    public static async Task<int> RevokeAsync(PortalDb db, Guid bookingId, LinkPurpose purpose, Guid? guestId, DateTime now, CancellationToken cancellation)
    {
        var alive = await db.CustomerLinks.Alive(now).Where(l => l.BookingId == bookingId && l.Purpose == purpose && l.GuestId == guestId).ToListAsync(cancellation);
        foreach (var link in alive)
            link.RevokedAt = now;
        return alive.Count;
    }
}
