using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Portal.Core.Agencies;

namespace Portal.Web.Account;

/// <summary>Sets a password with the token of a mailed link, and ends a lock-out: whoever has the mailbox is the person.</summary>
internal sealed class ChoosePassword(UserManager<User> users, IUserConfirmation<User> active, IdentityErrorDescriber words)
{
    /// <returns>Why not, in one sentence or two; null when it is done.</returns>
    public async Task<string?> RunAsync(string? person, string? token, string password)
    {
        // No such person, no longer active, and a wrong token sound the same.
        if (person is null || token is null || !Base64Url.IsValid(token)
            || await users.FindByIdAsync(person) is not { } user || !await active.IsConfirmedAsync(users, user))
            return words.InvalidToken().Description;
        var done = await users.ResetPasswordAsync(user, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)), password);
        if (!done.Succeeded)
            return string.Join(' ', done.Errors.Select(e => e.Description));
        user.EmailConfirmed = true;
        user.AccessFailedCount = 0;
        await users.SetLockoutEndDateAsync(user, null);
        return null;
    }
}
