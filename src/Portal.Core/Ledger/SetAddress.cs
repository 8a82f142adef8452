using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;

namespace Portal.Core.Ledger;

/// <summary>Says what stands under an agency's name on the next invoices; those issued keep theirs.</summary>
public sealed class SetAddress(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private const int Longest = 400;

    /// <param name="actor">An admin.</param>
    /// <param name="agencyId">Which agency.</param>
    /// <param name="address">Its lines; empty for none.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<AccountOutcome> RunAsync(Actor actor, Guid agencyId, string? address, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return AccountOutcome.OnlyAdmins;
        var lines = (address ?? "").ReplaceLineEndings("\n").Trim();
        if (lines.Length > Longest)
            return AccountOutcome.Not($"An address has {Longest} characters at most. Nothing was changed.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Agencies.SingleOrDefaultAsync(a => a.Id == agencyId, cancellation) is not { } agency)
            return AccountOutcome.Gone;
        agency.Address = lines.Length == 0 ? null : lines;
        var said = $"The address of {agency.Name} on invoices was {(agency.Address is null ? "taken off" : "changed")}.";
        db.History.Add(new HistoryEntry { At = time.GetUtcNow().UtcDateTime, By = actor.Name, AccountOf = agencyId, Said = said });
        await db.SaveChangesAsync(cancellation);
        return AccountOutcome.Done(said);
    }
}
