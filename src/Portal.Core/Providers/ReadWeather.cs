using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Providers;

/// <summary>How a provider has been answering lately.</summary>
public enum Weather { Quiet, Fine, Slow, Down }

/// <summary>One connection's weather with the figures behind it.</summary>
public sealed record ConnectionWeather(Guid ConnectionId, string Name, Weather Weather, int Calls, int Silences, int TypicalMilliseconds)
{
    public string Said => Weather switch
    {
        Weather.Quiet => "not asked in the last 10 minutes",
        Weather.Fine => $"answers in {TypicalMilliseconds} ms",
        Weather.Slow when Silences > 0 => $"{Silences} of {Calls} calls unanswered",
        Weather.Slow => $"slow: {TypicalMilliseconds / 1000.0:0.0} s",
        _ => $"does not answer ({Silences} of {Calls} calls)",
    };
}

/// <summary>Reads the providers' weather from the journal of the last minutes. Kept briefly for everybody: every page shows it.</summary>
public sealed class ReadWeather(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(20);
    private const int SlowFrom = 3_000;
    private (IReadOnlyList<ConnectionWeather> Weather, DateTimeOffset At)? kept;

    public async Task<IReadOnlyList<ConnectionWeather>> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (kept is { } last && now - last.At < KeptFor)
            return last.Weather;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = now.UtcDateTime - Window;
        var calls = await db.ProviderCalls.Where(c => c.At >= since).GroupBy(c => c.ConnectionId)
            .Select(g => new { Id = g.Key, Count = g.Count(), Silences = g.Count(c => c.Silence != null), Average = g.Average(c => (double)c.Milliseconds) })
            .ToDictionaryAsync(g => g.Id, cancellation);
        var connections = await db.Connections.Where(c => c.IsEnabled).OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation);
        IReadOnlyList<ConnectionWeather> weather = [.. connections.Select(c => calls.TryGetValue(c.Id, out var g)
            ? new ConnectionWeather(c.Id, c.Name, Judge(g.Count, g.Silences, g.Average), g.Count, g.Silences, (int)g.Average)
            : new ConnectionWeather(c.Id, c.Name, Weather.Quiet, 0, 0, 0))];
        kept = (weather, now);
        return weather;
    }

    /// <summary>Half unanswered is down; one in ten, or long waits, is slow.</summary>
    internal static Weather Judge(int calls, int silences, double averageMilliseconds) => calls == 0
        ? Weather.Quiet
        : silences * 2 >= calls ? Weather.Down
        : silences * 10 >= calls && silences > 0 || averageMilliseconds >= SlowFrom ? Weather.Slow
        : Weather.Fine;
}
