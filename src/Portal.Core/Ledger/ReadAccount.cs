using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Ledger;

/// <summary>An agency's account as it stands.</summary>
/// <param name="Decided">What admins decided about it, newest first; only admins read it.</param>
public sealed record AccountView(Guid AgencyId, string Name, string? Address, string Zone, Exposure Exposure, IReadOnlyList<AccountDecision> Decided);

/// <summary>One decision about an account.</summary>
public sealed record AccountDecision(DateTime At, string By, string Said);

/// <summary>Reads one agency's account: the actor's own, or for admins any.</summary>
public sealed class ReadAccount(IDbContextFactory<PortalDb> databases)
{
    private const int Shown = 20;

    /// <param name="actor">Who looks.</param>
    /// <param name="agencyId">Whose; null for the actor's own.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>Null where there is no such agency for the actor.</returns>
    public async Task<AccountView?> RunAsync(Actor actor, Guid? agencyId, CancellationToken cancellation)
    {
        var id = agencyId ?? actor.AgencyId;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agency = await db.Agencies.AsNoTracking().VisibleTo(actor).Where(a => a.Id == id).Select(a => new { a.Id, a.Name, a.Address, a.TimeZone }).SingleOrDefaultAsync(cancellation);
        if (agency is null)
            return null;
        var decided = actor.SeesAll
            ? await db.History.AsNoTracking().Where(h => h.AccountOf == agency.Id).OrderByDescending(h => h.Id).Take(Shown).Select(h => new AccountDecision(h.At, h.By, h.Said)).ToListAsync(cancellation)
            : [];
        return new AccountView(agency.Id, agency.Name, agency.Address, agency.TimeZone, await Exposure.ReadAsync(db, agency.Id, cancellation), decided);
    }
}
