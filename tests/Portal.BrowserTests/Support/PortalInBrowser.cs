using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;

namespace Portal.BrowserTests.Support;

/// <summary>
/// The portal on a free port inside the test process, the pretended providers beside it, and one browser in front of both. They live in
/// the sandbox's time, so that moving its clock lets holds lapse and tickets be issued; timers and jobs run on the real one.
/// </summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-").FullName;
    private readonly Browsing browsing = new();
    private readonly Complaints errors = new();
    private WebApplicationFactory<Program>? portal;
    private SandboxServer? sandbox;

    public SandboxServer Sandbox => sandbox!;

    public Xs2EventSamples Samples => Sandbox.Xs2Event.Samples;

    public IServiceProvider Services => portal!.Services;

    public async Task InitializeAsync()
    {
        if (!Chromium.IsHere && !Chromium.IsRequired)
            return;
        sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        portal = new WebApplicationFactory<Program>().WithWebHostBuilder(Configure);
        portal.UseKestrel(0);
        portal.StartServer();
        // By name: passkeys belong to a domain, and an address of numbers is none.
        await browsing.StartAsync(new UriBuilder(portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri, Services.GetRequiredService<IConfiguration>()["Demo:Password"]!);
        await Until.TrueAsync(async () => await ReadAsync(db => db.Connections.AllAsync(c => c.CatalogReadAt != null)), "the catalogues were read", seconds: 120);
    }

    /// <inheritdoc cref="Browsing.StoryAsync" />
    public Task StoryAsync(Func<Task> story, [System.Runtime.CompilerServices.CallerMemberName] string name = "") => browsing.StoryAsync(async () =>
    {
        Sandbox.Scenarios.Clear();
        errors.Take();
        try
        {
            await story();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}\n{errors.Take()}", failure);
        }
        Assert.Equal("", errors.Take());
    }, name);

    /// <inheritdoc cref="Browsing.VisitAsync" />
    public Task<IPage> VisitAsync(string path, int width = 1280, int height = 900, ColorScheme look = ColorScheme.Light, bool runsScripts = true) =>
        browsing.VisitAsync(path, width, height, look, runsScripts);

    /// <inheritdoc cref="Browsing.VisitAsAsync" />
    public Task<IPage> VisitAsAsync(string email, string path, int width = 1280, int height = 900, ColorScheme look = ColorScheme.Light) =>
        browsing.VisitAsAsync(email, path, width, height, look);

    /// <summary>The address of the event of a sample.</summary>
    public async Task<string> EventAsync(TicketSample sample, int seats = 2)
    {
        var session = await ReadAsync(db => db.Sessions.Where(s => s.Event!.ProviderRef == sample.EventId).Select(s => new { s.EventId, s.Id, s.Event!.Name }).SingleAsync());
        return $"/events/{session.EventId}?session={session.Id}&seats={seats}";
    }

    public Task<string> NameAsync(TicketSample sample) =>
        ReadAsync(db => db.Events.Where(e => e.ProviderRef == sample.EventId).Select(e => e.Name).SingleAsync());

    /// <summary>An empty cart becomes the person's current one: what an earlier story left does not disturb.</summary>
    public async Task<Guid> FreshCartAsync(string email)
    {
        var user = await ReadAsync(db => db.Users.SingleAsync(u => u.Email == email));
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StartCart>().RunAsync(Actor.Agent(user.Id, user.AgencyId!.Value, user.DisplayName), CancellationToken.None);
    }

    public async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async Task DisposeAsync()
    {
        await browsing.DisposeAsync();
        if (portal is not null)
            await portal.DisposeAsync();
        if (sandbox is not null)
            await sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Configure(IWebHostBuilder builder) => builder
        // UseKestrel(0) is lost on the way to a factory that was made with a builder.
        .UseSetting("urls", "http://127.0.0.1:0")
        .UseSetting("Database:ConnectionString", $"Data Source={folder}/portal.db")
        .UseSetting("Sandbox:Enabled", "false")
        .UseSetting("Connections:XS2Event:BaseUrl", Sandbox.BaseUrl.ToString())
        .UseSetting("Connections:e-guma:BaseUrl", Sandbox.BaseUrl.ToString())
        .UseSetting("Connections:Onebox Channels:BaseUrl", Sandbox.BaseUrl.ToString())
        .UseSetting("Connections:Onebox Distribution:BaseUrl", Sandbox.BaseUrl.ToString())
        .UseSetting("Connections:SecuTix:BaseUrl", Sandbox.BaseUrl.ToString())
        .UseSetting("Connections:XS2Event:SettleSeconds", "2")
        .UseSetting("Mail:Port", $"{Sandbox.SmtpPort}")
        .UseSetting("Accounts:SignInsPerMinute", "1000")
        .ConfigureLogging(logging => logging.AddProvider(errors))
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Sandbox.Clock));
}
