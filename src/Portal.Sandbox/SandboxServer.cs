using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Sandbox.Http;
using Portal.Sandbox.State;
using Portal.Sandbox.Xs2Event;

namespace Portal.Sandbox;

/// <summary>
/// The pretended providers on an HTTP server of their own, a mail sink beside them, and a page to control both. Never
/// part of a production system.
/// </summary>
/// <example><code>
/// await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = clock });
/// sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.SilentAfter));
/// var bookings = sandbox.Ledger.Made("xs2event", "booking");
/// </code></example>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly StateJournal _journal;
    private readonly CancellationTokenSource _stopping;

    private SandboxServer(WebApplication app, StateJournal journal, CancellationTokenSource stopping, SandboxClock clock, Ledger ledger, Scenarios scenarios, Xs2EventWorld xs2Event)
    {
        (_app, _journal, _stopping) = (app, journal, stopping);
        (Clock, Ledger, Scenarios, Xs2Event) = (clock, ledger, scenarios, xs2Event);
        BaseUrl = new Uri(app.Urls.First());
    }

    /// <summary>The host root that all pretended providers share; their paths do not collide.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The time all of them live in.</summary>
    public SandboxClock Clock { get; }

    /// <summary>What was called and what was made.</summary>
    public Ledger Ledger { get; }

    /// <summary>What is to go wrong.</summary>
    public Scenarios Scenarios { get; }

    /// <summary>The pretended XS2Event.</summary>
    public Xs2EventWorld Xs2Event { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct = default)
    {
        var journal = StateJournal.Open(options.StatePath);
        var stopping = new CancellationTokenSource();
        try
        {
            var clock = new SandboxClock(options.Time ?? TimeProvider.System, journal);
            var ledger = new Ledger(journal);
            var scenarios = new Scenarios();
            var xs2Event = new Xs2EventWorld(options.Xs2Event, clock, ledger, journal);
            var app = Build(options);
            var exchange = new Exchange(clock, ledger, scenarios, stopping.Token);
            PretendedProvider[] providers = [new Xs2EventProvider(xs2Event)];
            foreach (var provider in providers) provider.Map(new Operations(provider, app, exchange));
            await app.StartAsync(ct);
            return new SandboxServer(app, journal, stopping, clock, ledger, scenarios, xs2Event);
        }
        catch
        {
            stopping.Dispose();
            journal.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _journal.Dispose();
        _stopping.Dispose();
    }

    /// <summary>An empty host: nothing of the surrounding process's configuration or environment reaches it.</summary>
    private static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostedByAnother>();
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        var app = builder.Build();
        app.UseRouting();
        return app;
    }

    /// <summary>The process belongs to whoever started the sandbox; its signals are not for us.</summary>
    private sealed class HostedByAnother : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
