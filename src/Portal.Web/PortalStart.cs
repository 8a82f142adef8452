using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Db.Demo;
using Portal.Web.Account;

namespace Portal.Web;

/// <summary>What is done at each start, after the tables are up to date and before the first page is served.</summary>
public static class PortalStart
{
    public static void AddPortalStart(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoSettings>().BindConfiguration(DemoSettings.Section);
        builder.Services.AddScoped<DemoSeed>();
        builder.Services.AddSingleton<DemoEnablement>();
        builder.Services.AddHostedService<DemoDecisions>();
        builder.Services.AddSingleton<SandboxHosting>();
    }

    public static async Task PreparePortalAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;

        // The first sealing writes a key: here, so that no verb's transaction waits for it.
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Portal.Start").Protect("");

        var sandbox = services.GetRequiredService<SandboxHosting>();
        await sandbox.StartAsync(stopping);

        await services.GetRequiredService<PrepareAccounts>().RunAsync(services.GetRequiredService<IOptions<AccountSettings>>().Value.FirstAdmin, stopping);
        var demo = services.GetRequiredService<IOptions<DemoSettings>>().Value;
        if (demo.Seed)
        {
            await services.GetRequiredService<DemoSeed>().RunAsync(demo, stopping);
            app.Announce(demo, sandbox.Address);
        }
        await services.GetRequiredService<SeedConnections>().RunAsync(ConnectionsFromConfiguration.Read(app.Configuration, sandbox.Address), stopping);
    }
}
