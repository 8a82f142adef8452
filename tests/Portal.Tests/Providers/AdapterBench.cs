using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Audit;
using Portal.Core.Providers;
using Portal.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Tests.Providers;

/// <summary>The adapters as the portal wires them, with a journal that can be looked at and a connection that points anywhere.</summary>
internal sealed class AdapterBench : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public AdapterBench(QuickClock? clock = null)
    {
        Clock = clock ?? new QuickClock();
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<CallSink>(Journal.Enqueue)
            .AddPortalProviders()
            .BuildServiceProvider();
    }

    public QuickClock Clock { get; }

    public ConcurrentQueue<ProviderCallEntry> Journal { get; } = [];

    public ProviderHttp Http => services.GetRequiredService<ProviderHttp>();

    /// <summary>All that the journal would keep, as one text.</summary>
    public string JournalText => string.Join('\n', Journal.Select(e => $"{e.Request}\n{e.RequestBody}\n{e.Status} {e.ResponseBody}\n{e.Silence}"));

    public IProvider Provider(string kind) => services.GetRequiredService<ProviderDirectory>().Get(kind);

    public static ProviderCall Call(string kind, Uri baseUrl, IReadOnlyDictionary<string, string> settings, IReadOnlyList<ProviderReference>? references = null) =>
        new(new ConnectionFacts(Guid.Parse("5b8b8f0a-5a5a-4f5a-9c5a-0a0a0a0a0a0a"), "Test", kind, baseUrl, settings), CallSubject.None) { References = references ?? [] };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
