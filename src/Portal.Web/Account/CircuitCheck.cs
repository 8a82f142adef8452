using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace Portal.Web.Account;

/// <summary>Looks every few minutes whether the person behind a circuit may still be there; if not, the page goes to the sign-in.</summary>
internal sealed class CircuitCheck(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<AccountSettings> settings)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    // Never none at all: the base class would ask without a pause, and where the database answers at once, without an end.
    protected override TimeSpan RevalidationInterval =>
        settings.Value.CheckEvery > Shortest ? settings.Value.CheckEvery : Shortest;

    private static TimeSpan Shortest => TimeSpan.FromSeconds(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A scope of its own: the circuit's lives as long as the page and would answer from what it read first.
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<PortalSignIn>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
