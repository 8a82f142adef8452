using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>For whom something is decided.</summary>
/// <param name="IsActive">Whether the agency is switched on.</param>
/// <param name="ChannelId">The channel it sells through; null is every one.</param>
public sealed record Seller(bool IsActive, Guid? ChannelId)
{
    /// <summary>An admin, who belongs to no agency and looks at what is there.</summary>
    public static readonly Seller Nobody = new(true, null);

    /// <summary>The agency as it stands; one that is not known is off.</summary>
    public static async Task<Seller> ReadAsync(PortalDb db, Guid? agencyId, CancellationToken cancellation) => agencyId is null
        ? Nobody
        : await db.Agencies.Where(a => a.Id == agencyId).Select(a => new Seller(a.IsActive, a.ChannelId)).SingleOrDefaultAsync(cancellation) ?? new Seller(false, null);
}
