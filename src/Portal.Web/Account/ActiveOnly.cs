using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Web.Account;

/// <summary>What Identity calls a confirmed account: the person is active, and so is their agency. Read anew at each check.</summary>
internal sealed class ActiveOnly(IDbContextFactory<PortalDb> databases) : IUserConfirmation<User>
{
    public async Task<bool> IsConfirmedAsync(UserManager<User> manager, User user)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Users.AnyAsync(u => u.Id == user.Id && u.IsActive && (u.AgencyId == null || u.Agency!.IsActive));
    }
}
