using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Sandbox.Control;
using Portal.Sandbox.EGuma;
using Portal.Sandbox.Http;
using Portal.Sandbox.Mail;
using Portal.Sandbox.Onebox;
using Portal.Sandbox.OneboxChannels;
using Portal.Sandbox.OneboxDistribution;
using Portal.Sandbox.SecuTix;
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
    private readonly CancellationTokenSource _stopping = new();
    private SmtpSink? _smtp;

    private SandboxServer(SandboxOptions options)
    {
        _journal = StateJournal.Open(options.StatePath);
        Clock = new SandboxClock(options.Time ?? TimeProvider.System, _journal);
        Ledger = new Ledger(_journal);
        Mailbox = new Mailbox(_journal);
        Xs2Event = new Xs2EventWorld(options.Xs2Event, Clock, Ledger, _journal);
        EGuma = new EGumaWorld(options.EGuma, Clock, Ledger, _journal);
        OneboxTokens = new OneboxTokens(options.Onebox, Clock, _journal);
        OneboxDistribution = new DistributionWorld(options.OneboxDistribution, Clock, Ledger, _journal);
        SecuTix = new SecuTixWorld(options.SecuTix, Clock, Ledger, _journal);
        OneboxChannels = new OneboxChannelsWorld(options.OneboxChannels, Clock, Ledger, _journal);
        _app = Build(options);

        // The list of pretended providers.
        PretendedProvider[] providers =
        [
            new Xs2EventProvider(Xs2Event),
            new EGumaProvider(EGuma),
            new OneboxTokenProvider(OneboxTokens),
            new DistributionProvider(OneboxDistribution, OneboxTokens),
            new SecuTixProvider(SecuTix),
            new OneboxChannelsProvider(OneboxChannels, OneboxTokens),
        ];

        var exchange = new Exchange(Clock, Ledger, Scenarios, _stopping.Token);
        var operations = new List<string>(SmtpSink.Operations);
        foreach (var provider in providers)
        {
            var mapped = new Operations(provider, _app, exchange);
            provider.Map(mapped);
            operations.Add(provider.Name + "/*");
            operations.AddRange(mapped.Names);
        }
        new ControlRoutes(Clock, Ledger, Scenarios, Mailbox, providers, operations).Map(_app);
    }

    /// <summary>The host root that all pretended providers share; their paths do not collide.</summary>
    public Uri BaseUrl => new(_app.Urls.First());

    /// <summary>Where mail goes to stay: SMTP on 127.0.0.1, no sign-in, no TLS.</summary>
    public int SmtpPort => _smtp!.Port;

    /// <summary>The time all of them live in.</summary>
    public SandboxClock Clock { get; }

    /// <summary>What was called and what was made.</summary>
    public Ledger Ledger { get; }

    /// <summary>What is to go wrong.</summary>
    public Scenarios Scenarios { get; } = new();

    /// <summary>The mail that came.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>The pretended XS2Event.</summary>
    public Xs2EventWorld Xs2Event { get; }

    /// <summary>The pretended e-guma.</summary>
    public EGumaWorld EGuma { get; }

    /// <summary>The bearer tokens of both pretended Onebox APIs.</summary>
    public OneboxTokens OneboxTokens { get; }

    /// <summary>The pretended Onebox Distribution.</summary>
    public DistributionWorld OneboxDistribution { get; }

    /// <summary>The pretended SecuTix.</summary>
    public SecuTixWorld SecuTix { get; }

    /// <summary>The pretended Onebox Channels.</summary>
    public OneboxChannelsWorld OneboxChannels { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The address is in use.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The SMTP port is in use.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct = default)
    {
        var server = new SandboxServer(options);
        try
        {
            server.ListenForMail(options.SmtpPort);
            await server._app.StartAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_smtp is not null) await _smtp.DisposeAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _journal.Dispose();
        _stopping.Dispose();
    }

    private void ListenForMail(int port) =>
        _smtp = new SmtpSink(port, (client, ct) => SmtpSession.TalkAsync(client, Mailbox, Clock, Ledger, Scenarios, ct));

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
