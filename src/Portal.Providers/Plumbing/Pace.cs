using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>
/// Keeps our own requests to a connection below the rate agreed for it: its setting <c>RequestsPerMinute</c>, else what the wire is known
/// for; 0 is no limit. Per process: a limit over several nodes is divided in the setting.
/// </summary>
internal sealed class Pace : IDisposable
{
    private readonly ConcurrentDictionary<(Guid Connection, int PerMinute), TokenBucketRateLimiter> limiters = new();

    /// <summary>Waits for its turn; false when that would take longer than there is time.</summary>
    public async Task<bool> WaitAsync(ConnectionFacts connection, int? usual, TimeSpan atMost, CancellationToken cancellation)
    {
        var perMinute = int.TryParse(connection.Find("RequestsPerMinute"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : usual ?? 0;
        if (perMinute == 0)
            return true;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(atMost);
        try
        {
            using var turn = await limiters.GetOrAdd((connection.Id, perMinute), static key => Limiter(key.PerMinute)).AcquireAsync(1, patience.Token);
            return turn.IsAcquired;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var limiter in limiters.Values)
            limiter.Dispose();
    }

    // A tenth of a minute's worth may go at once, so that one page is not slowed down by a rule meant for crawlers.
    private static TokenBucketRateLimiter Limiter(int perMinute) => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = Math.Max(1, perMinute / 10), TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
        QueueLimit = 1000, QueueProcessingOrder = QueueProcessingOrder.OldestFirst, AutoReplenishment = true,
    });
}
