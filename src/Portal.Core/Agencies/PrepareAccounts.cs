using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>
/// Run at every start: the roles exist, and a portal without any admin invites its first one at the configured address. Losing a
/// race against another node is fine: what it made is there.
/// </summary>
public sealed class PrepareAccounts(PortalDb db, RoleManager<IdentityRole<Guid>> roles, InvitePerson invite)
{
    /// <param name="firstAdmin">The address to invite while there is no admin; null invites nobody.</param>
    /// <param name="cancellation">Stops the start.</param>
    public async Task RunAsync(string? firstAdmin, CancellationToken cancellation)
    {
        foreach (var name in Roles.All)
            if (!await roles.RoleExistsAsync(name))
                await AddAsync(name, cancellation);
        if (string.IsNullOrWhiteSpace(firstAdmin) || await HasAdminAsync(cancellation))
            return;
        var outcome = await invite.RunAsync(Actor.Job("Portal"), new InvitedPerson(firstAdmin, "Administrator", Roles.Admin, null), cancellation);
        if (!outcome.IsDone && !await HasAdminAsync(cancellation))
            throw new InvalidOperationException($"The first admin of Accounts:FirstAdmin could not be invited. {string.Join(' ', outcome.Problems)}");
    }

    private Task<bool> HasAdminAsync(CancellationToken cancellation) => (
        from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where role.Name == Roles.Admin select membership)
        .AnyAsync(cancellation);

    private async Task AddAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await roles.CreateAsync(new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7() });
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Roles.AnyAsync(r => r.Name == name, cancellation))
                throw;
        }
    }
}
