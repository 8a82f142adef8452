using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>
/// Identity's store, with authenticator keys and recovery codes sealed: whoever reads the database cannot make sign-in codes.
/// </summary>
public sealed class SealedUserStore(PortalDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserStore<User, IdentityRole<Guid>, PortalDb, Guid>(db, describer)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.UserTokens.v1");

    public override Task SetTokenAsync(User user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    /// <exception cref="CryptographicException">The value was sealed with keys that this portal has not.</exception>
    public override async Task<string?> GetTokenAsync(User user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? protector.Unprotect(value) : null;
}
