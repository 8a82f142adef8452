using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Core.Agencies;

namespace Portal.Web.Account;

/// <summary>What a sign-in cookie says beside Identity's own: the agency, and the name that colleagues read.</summary>
public static class PortalClaims
{
    public const string AgencyId = "portal:agency";
    public const string DisplayName = "portal:name";

    /// <summary>Who a signed-in person is to the verbs.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Actor ToActor(this ClaimsPrincipal person)
    {
        if (person.Identity is not { IsAuthenticated: true } || !Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
            throw new InvalidOperationException("Nobody is signed in here. Nothing was done.");
        var name = person.FindFirstValue(DisplayName) ?? person.Identity.Name ?? "";
        if (person.IsInRole(Roles.Admin))
            return Actor.Admin(userId, name);
        return Guid.TryParse(person.FindFirstValue(AgencyId), out var agencyId)
            ? Actor.Agent(userId, agencyId, name)
            : new Actor(ActorKind.Person, name, userId, null, SeesAll: false);
    }
}

internal sealed class PortalClaimsFactory(UserManager<User> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
        if (user.AgencyId is { } agencyId)
            identity.AddClaim(new Claim(PortalClaims.AgencyId, agencyId.ToString()));
        return identity;
    }
}
