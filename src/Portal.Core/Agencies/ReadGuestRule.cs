using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>An agency's rule for guest data, who may change it, and who did.</summary>
/// <param name="MayChange">The reader is a manager of it, or an admin.</param>
/// <param name="History">The newest first.</param>
public sealed record GuestRuleOfAgency(Guid AgencyId, string Name, GuestRule Rule, bool MayChange, IReadOnlyList<RuleChange> History);

/// <summary>Reads the rules of the agencies whose guest data somebody sees: their own, an admin's all.</summary>
public sealed class ReadGuestRule(IDbContextFactory<PortalDb> databases)
{
    public async Task<IReadOnlyList<GuestRuleOfAgency>> RunAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.IsActive && (actor.SeesAll || a.Id == actor.AgencyId)).OrderBy(a => a.Name).Take(200).ToListAsync(cancellation);
        var ids = agencies.ConvertAll(a => a.Id);
        var said = (await db.History.AsNoTracking().Where(h => h.SwitchOf != null && ids.Contains(h.SwitchOf.Value) && h.Said.StartsWith(SetGuestRule.Began)).OrderByDescending(h => h.Id).Take(100)
            .Select(h => new { Of = h.SwitchOf!.Value, Change = new RuleChange(h.At, h.By, h.Said) }).ToListAsync(cancellation)).ToLookup(h => h.Of, h => h.Change);
        var mayChange = await db.RunsAgencyAsync(actor, cancellation);
        return [.. agencies.Select(a => new GuestRuleOfAgency(a.Id, a.Name, GuestRule.Of(a), mayChange, [.. said[a.Id].Take(5)]))];
    }
}
