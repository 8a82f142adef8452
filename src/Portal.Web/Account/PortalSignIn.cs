using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Core.Agencies;

namespace Portal.Web.Account;

/// <summary>
/// Identity's sign-in with the portal's own conditions: the person and their agency are active, at sign-in and at every later check
/// of the cookie or circuit, and a passkey passes the same gate as a password.
/// </summary>
public sealed class PortalSignIn(
    UserManager<User> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<User> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<User> confirmation, IPasswordHasher<User> hasher)
    : SignInManager<User>(users, http, claims, options, logger, schemes, confirmation)
{
    // A hash of nothing anybody knows: verified where there is no account, so that both answers take the same time.
    private static readonly User Nobody = new() { DisplayName = "" };
    private static string? nobodysHash;

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        if (await UserManager.FindByNameAsync(userName) is { } user)
            return await PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure);
        hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password);
        return SignInResult.Failed;
    }

    public override async Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        var assertion = await PerformPasskeyAssertionAsync(credentialJson);
        if (!assertion.Succeeded)
            return SignInResult.Failed;
        if (await PreSignInCheck(assertion.User) is { } refusal)
            return refusal;
        // Records the authenticator's new counter, by which a copied one is noticed.
        if (!(await UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey)).Succeeded)
            return SignInResult.Failed;
        return await SignInOrTwoFactorAsync(assertion.User, isPersistent: false, bypassTwoFactor: true);
    }

    public override async Task<bool> ValidateSecurityStampAsync(User? user, string? securityStamp) =>
        user is not null && await base.ValidateSecurityStampAsync(user, securityStamp) && await CanSignInAsync(user);
}
