using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Portal.Web.Account;

/// <summary>
/// How fast one address may try sign-ins and ask for mails. Beside Identity's lock-out, which guards one account against many tries:
/// this guards many accounts against one trier. Reading a page is not counted, except with a customer's link.
/// </summary>
internal static class SignInLimits
{
    public const string SignIn = "sign-in";
    public const string Mail = "mail";
    public const string Customers = "customers";
    public const string CustomerSaves = "customer-saves";

    public static void AddSignInLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limits => limits.OnRejected = SayAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AccountSettings>>((limits, settings) =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignIn, http => PerAddress(http, settings.Value.SignInsPerMinute, TimeSpan.FromMinutes(1)));
            limits.AddPolicy(Mail, http => PerAddress(http, settings.Value.MailsPerTenMinutes, TimeSpan.FromMinutes(10)));
            // Each reading tries a token, and so does each saving.
            limits.AddPolicy(Customers, http => Window(http, settings.Value.CustomerPagesPerMinute, TimeSpan.FromMinutes(1)));
            limits.AddPolicy(CustomerSaves, http => Window(http, settings.Value.CustomerSavesPerMinute, TimeSpan.FromMinutes(1)));
        });
    }

    private static RateLimitPartition<string> PerAddress(HttpContext http, int posts, TimeSpan window) =>
        HttpMethods.IsPost(http.Request.Method) ? Window(http, posts, window) : RateLimitPartition.GetNoLimiter("reading");

    private static RateLimitPartition<string> Window(HttpContext http, int requests, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "unknown", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = requests, Window = window, SegmentsPerWindow = 6, QueueLimit = 0,
        });

    private static async ValueTask SayAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<BusyAnswer>() is { } page)
            await page.SayAsync(rejected.HttpContext, seconds);
        else
            await rejected.HttpContext.Response.WriteAsync("Too many tries from your network in a short time. This one was not looked at. Wait a minute, go back and try again.", cancellation);
    }
}

/// <summary>How an endpoint says that there were too many, and in how many seconds one may try again.</summary>
internal sealed record BusyAnswer(Func<HttpContext, int, Task> SayAsync);
