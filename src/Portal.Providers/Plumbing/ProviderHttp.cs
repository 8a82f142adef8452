using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>Where all adapters get their line to a provider.</summary>
public sealed class ProviderHttp(IHttpClientFactory clients, CallSink sink, TimeProvider time) : IDisposable
{
    /// <summary>The name of the one HTTP client that all wires share.</summary>
    public const string ClientName = "providers";

    private readonly Pace pace = new();
    private readonly ReadRetry retry = new(time);

    /// <summary>Begins one question of the port. All its requests together end within the budget.</summary>
    public Conversation Open(ProviderCall call, WireManners manners, TimeSpan budget) =>
        new(new Line(clients.CreateClient(ClientName), sink, time, pace, retry), call, manners, time.GetUtcNow() + budget);

    public void Dispose() => pace.Dispose();
}

/// <summary>What a conversation needs of its surroundings.</summary>
internal sealed record Line(HttpClient Client, CallSink Sink, TimeProvider Time, Pace Pace, ReadRetry Retry);
