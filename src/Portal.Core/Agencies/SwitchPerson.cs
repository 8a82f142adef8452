using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>
/// Lets a person sign in or keeps them out. Keeping out renews the security stamp, so that every browser and circuit of theirs is
/// signed out at its next check. A manager does this for their agency, except for themselves.
/// </summary>
public sealed class SwitchPerson(PortalDb db, UserManager<User> users)
{
    public async Task<PersonOutcome> RunAsync(Actor actor, Guid userId, bool isActive, CancellationToken cancellation)
    {
        if (await db.Users.VisibleTo(actor).SingleOrDefaultAsync(u => u.Id == userId, cancellation) is not { } user
            || !await MaySwitchAsync(actor))
            return PersonOutcome.Not("There is no such person, or only a manager can do this. Nothing was changed.");
        if (user.Id == actor.UserId)
            return PersonOutcome.Not("You cannot do this to your own account. Nothing was changed.");
        user.IsActive = isActive;
        var saved = await users.UpdateSecurityStampAsync(user);
        return saved.Succeeded ? PersonOutcome.Done(user.Id) : PersonOutcome.Not(saved.Errors.Select(e => e.Description));
    }

    private async Task<bool> MaySwitchAsync(Actor actor) => actor.SeesAll
        || (actor.UserId is { } id && await users.FindByIdAsync(id.ToString()) is { IsActive: true } manager && await users.IsInRoleAsync(manager, Roles.Manager));
}
