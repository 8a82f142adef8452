using Microsoft.AspNetCore.Components.Authorization;
using Portal.Core.Agencies;

namespace Portal.Web.Account;

/// <summary>
/// Says who asks, to pages. Asked anew for each verb: within a long circuit the answer ends when the person is switched off.
/// Endpoints use <see cref="PortalClaims.ToActor"/> on their request's user.
/// </summary>
public sealed class ActorSource(AuthenticationStateProvider authentication)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<Actor> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.ToActor();
}
