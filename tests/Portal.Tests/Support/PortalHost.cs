using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Portal.Tests.Support;

/// <summary>The whole portal inside the test process, on a database of its own.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private PortalDatabase? database;

    public PortalDatabase Database => database ?? throw new InvalidOperationException("The portal was not started by xunit.");

    public async Task InitializeAsync() => database = await PortalDatabase.CreateAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in Database.Settings)
            builder.UseSetting(name, value);
        // An empty portal: no sandbox on the ports of the demo, none of its people; verbs are called by the tests, not by a schedule beside them.
        builder.UseSetting("Sandbox:Enabled", "false").UseSetting("Jobs:Enabled", "false").UseSetting("Demo:Seed", "false");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }
}
