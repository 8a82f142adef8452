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
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }
}
