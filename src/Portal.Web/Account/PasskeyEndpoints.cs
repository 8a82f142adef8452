using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Portal.Core.Agencies;

namespace Portal.Web.Account;

/// <summary>What the account pages' script asks for.</summary>
internal static class PasskeyEndpoints
{
    /// <summary>What the browser needs to make or use a passkey. The challenge is kept in a sealed, short-lived cookie by Identity.</summary>
    public static void MapPasskeyOptions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/passkeys/new", async (HttpContext http, IAntiforgery antiforgery, PortalSignIn signIn) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http) || await signIn.UserManager.GetUserAsync(http.User) is not { } user)
                return Results.BadRequest();
            var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
            {
                Id = user.Id.ToString(), Name = user.UserName ?? "", DisplayName = user.DisplayName,
            });
            return Results.Content(options, "application/json");
        }).DisableAntiforgery();

        // Names no account: the browser offers what it has, so the answer is the same for everybody.
        app.MapPost("/account/passkeys/use", async (HttpContext http, IAntiforgery antiforgery, PortalSignIn signIn) =>
                await antiforgery.IsRequestValidAsync(http)
                    ? Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
                    : Results.BadRequest())
            .AllowAnonymous().DisableAntiforgery().RequireRateLimiting(SignInLimits.SignIn);
    }
}
