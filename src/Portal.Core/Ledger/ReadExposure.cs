using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Ledger;

/// <summary>How far an agency's credit is used, for its own people and for admins.</summary>
public sealed class ReadExposure(IDbContextFactory<PortalDb> databases)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="agencyId">Which agency; null for the actor's own.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null when the actor may not see it.</returns>
    public async Task<Exposure?> RunAsync(Actor actor, Guid? agencyId, CancellationToken cancellation)
    {
        if ((agencyId ?? actor.AgencyId) is not { } id || !(actor.SeesAll || actor.AgencyId == id))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await Exposure.ReadAsync(db, id, cancellation);
    }
}
