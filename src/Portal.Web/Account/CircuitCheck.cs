using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace Portal.Web.Account;

/// <summary>Looks every few minutes whether the person behind a circuit may still be there; if not, the page goes to the sign-in.</summary>
internal sealed class CircuitCheck(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<AccountSettings> settings)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => settings.Value.CheckEvery;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A scope of its own: the circuit's lives as long as the page and would answer from what it read first.
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<PortalSignIn>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
