using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>An agency's rule, who may change it, and who did.</summary>
/// <param name="MayChange">The reader is a manager of it, or an admin.</param>
/// <param name="History">The newest first.</param>
public sealed record ConversionOfAgency(Guid AgencyId, string Name, ConversionSettings Settings, bool MayChange, IReadOnlyList<RuleChange> History);

/// <summary>One change of a rule.</summary>
public sealed record RuleChange(DateTime At, string By, string Said);

/// <summary>Reads the rules of the agencies whose deadlines somebody sees: their own, an admin's all.</summary>
public sealed class ReadConversion(IDbContextFactory<PortalDb> databases)
{
    public async Task<IReadOnlyList<ConversionOfAgency>> RunAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.IsActive && (actor.SeesAll || a.Id == actor.AgencyId)).OrderBy(a => a.Name).Take(200).ToListAsync(cancellation);
        var ids = agencies.ConvertAll(a => a.Id);
        var said = (await db.History.AsNoTracking().Where(h => h.SwitchOf != null && ids.Contains(h.SwitchOf.Value) && h.Said.StartsWith(SetConversion.Began)).OrderByDescending(h => h.Id).Take(100)
            .Select(h => new { Of = h.SwitchOf!.Value, Change = new RuleChange(h.At, h.By, h.Said) }).ToListAsync(cancellation)).ToLookup(h => h.Of, h => h.Change);
        var mayChange = await db.RunsAgencyAsync(actor, cancellation);
        return [.. agencies.Select(a => new ConversionOfAgency(a.Id, a.Name, ConversionSettings.Of(a), mayChange, [.. said[a.Id].Take(5)]))];
    }
}

internal static class AgencyRights
{
    /// <summary>Whether the actor decides for the agencies it sees: admins for all, managers for their own.</summary>
    public static Task<bool> RunsAgencyAsync(this PortalDb db, Actor actor, CancellationToken cancellation) => actor.SeesAll
        ? Task.FromResult(true)
        : (from held in db.UserRoles
           join role in db.Roles on held.RoleId equals role.Id
           join user in db.Users on held.UserId equals user.Id
           where user.Id == actor.UserId && user.IsActive && user.AgencyId == actor.AgencyId && role.Name == Roles.Manager
           select user.Id).AnyAsync(cancellation);
}
