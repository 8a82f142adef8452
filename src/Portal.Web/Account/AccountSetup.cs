using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Web.Account;

/// <summary>
/// Who may come in, and how. Signing in and all that writes the cookie happens on plain pages (this folder, no circuit); every
/// other page needs a signed-in person unless it says otherwise itself.
/// </summary>
public static class AccountSetup
{
    public const string SignInPath = "/account/sign-in";

    public static void AddPortalAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountSettings>().BindConfiguration(AccountSettings.Section);
        services.AddHttpContextAccessor();
        AddIdentity(services);
        AddCookies(services, builder.Environment);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitCheck>();
        services.AddScoped<ActorSource>();
        services.AddSignInLimits();
        // At Information it writes whole addresses, and the link to choose a password has its token in the address.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        services.AddScoped<ChoosePassword>();
    }

    /// <summary>After routing, before anti-forgery and the pages.</summary>
    public static void UsePortalAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
    }

    public static void MapPortalAccounts(this WebApplication app) => app.MapPasskeyOptions();

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<User>(options =>
            {
                options.SignIn.RequireConfirmedAccount = true; // ActiveOnly
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                // Length is what makes guessing dear; rules of composition only make people write passwords down.
                options.Password.RequiredLength = 10;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 4;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddUserStore<SealedUserStore>()
            .AddRoleStore<RoleStore<IdentityRole<Guid>, PortalDb, Guid>>()
            .AddSignInManager<PortalSignIn>()
            .AddClaimsPrincipalFactory<PortalClaimsFactory>()
            .AddErrorDescriber<AccountWords>()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserConfirmation<User>, ActiveOnly>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(AccountLinks.Hours));
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<AccountSettings>>((options, settings) => options.ValidationInterval = settings.Value.CheckEvery);
    }

    private static void AddCookies(IServiceCollection services, IHostEnvironment environment)
    {
        // Sent over TLS only; in Development the portal speaks plain HTTP to its own machine.
        var secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "portal.sign-in";
            cookie.LoginPath = SignInPath;
            cookie.AccessDeniedPath = "/account/not-allowed";
            cookie.ReturnUrlParameter = "returnUrl";
            // A working day, renewed by use.
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
        });
        foreach (var scheme in (string[])[IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.TwoFactorRememberMeScheme])
            services.Configure<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(scheme, cookie =>
            {
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SecurePolicy = secure;
                // Lax, not Strict: a link in a mail to a booking arrives signed in.
                cookie.Cookie.SameSite = SameSiteMode.Lax;
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "portal.form";
            options.Cookie.SecurePolicy = secure;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
    }
}
