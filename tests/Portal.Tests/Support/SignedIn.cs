using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Agencies;
using Portal.Web.Account;
using Portal.Web.Pages.Carts;
using Portal.Web.Parts;

namespace Portal.Tests.Support;

/// <summary>Pages as a signed-in agent of a world sees them.</summary>
internal static class SignedIn
{
    /// <returns>The timers of the pages, which run only when a test lets them.</returns>
    public static HandTimers SeesAs(this BunitContext context, PortalWorld world, Actor actor)
    {
        var timers = new HandTimers(world.Time);
        context.Services.AddSingleton<TimeProvider>(timers);
        context.Services.AddSingleton<AuthenticationStateProvider>(new Person(actor));
        context.Services.AddScoped<ActorSource>().AddScoped<CartNews>().AddPortalParts();
        // The verbs themselves, on the world's database.
        context.Services.AddFallbackServiceProvider(world.Get<IServiceProvider>());
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return timers;
    }

    private sealed class Person(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, actor.UserId.ToString()!), new(ClaimTypes.Name, actor.Name), new(PortalClaims.AgencyId, actor.AgencyId.ToString()!), new(ClaimTypes.Role, actor.SeesAll ? Roles.Admin : Roles.Agent),
        ], "test"))));
    }
}
