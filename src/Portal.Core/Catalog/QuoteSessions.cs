using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>
/// Asks the providers how the rows of a page stand, all providers at once, and tells what comes as it comes. A session is asked at most once
/// in <see cref="Rest"/> by this node, whoever looks: the answer, also one that is under way, serves everybody. What nobody waits for any
/// more is not begun; what is under way goes on and is kept.
/// </summary>
public sealed class QuoteSessions(IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadOffers read, TimeProvider time, ILogger<QuoteSessions> logger)
{
    /// <summary>How long an answer serves.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>After this long a provider is called slow.</summary>
    public static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(3);

    /// <summary>How many sessions of one connection are read at once where they are read one by one.</summary>
    public const int AtOnce = 3;

    private const int Remembered = 5_000;
    private readonly ConcurrentDictionary<Guid, Asked> asked = new();
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> gates = new();

    /// <param name="wishes">The rows.</param>
    /// <param name="tell">Called for each piece of news, from any thread, one at a time per connection.</param>
    /// <param name="cancellation">Nobody looks any more.</param>
    public Task RunAsync(IReadOnlyList<QuoteWish> wishes, Func<LiveNews, Task> tell, CancellationToken cancellation) =>
        Task.WhenAll(wishes.DistinctBy(w => w.SessionId).GroupBy(w => w.ConnectionId)
            .Select(g => OfConnectionAsync(g.Key, [.. g.Select(w => w.SessionId)], tell, cancellation)));

    private async Task OfConnectionAsync(Guid connectionId, IReadOnlyList<Guid> sessions, Func<LiveNews, Task> tell, CancellationToken cancellation)
    {
        var connection = await connections.OpenAsync(connectionId, cancellation);
        var provider = connection.Row.Name;
        var (failed, state) = (0, LiveState.Answered);
        var work = AnswersAsync(connection, sessions, async answer =>
        {
            if (answer.Quote is { } quote)
                await tell(new LiveNews(connectionId, provider, LiveState.Asking, [quote]));
            else
                (failed, state) = (failed + 1, answer.WasSilent ? LiveState.Silent : LiveState.Refused);
        }, cancellation);
        using (var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            if (await Task.WhenAny(work, Task.Delay(SlowAfter, time, slow.Token)) != work && !cancellation.IsCancellationRequested)
                await tell(new LiveNews(connectionId, provider, LiveState.Slow, []));
            await slow.CancelAsync();
        }
        await work;
        await tell(new LiveNews(connectionId, provider, state, [], failed));
    }

    private async Task AnswersAsync(OpenConnection connection, IReadOnlyList<Guid> sessions, Func<LiveAnswer, Task> heard, CancellationToken cancellation)
    {
        var open = sessions.ToDictionary(id => id, id => Known(id, connection));
        var unasked = open.Where(o => o.Value is null).Select(o => o.Key).ToList();
        if (unasked.Count > 0 && connection.Provider is IQuotesSessions quotes)
            foreach (var (id, answer) in AskTogether(connection, quotes, unasked))
                open[id] = answer;
        using var one = new SemaphoreSlim(1);
        await Task.WhenAll(sessions.Select(async id =>
        {
            var answer = await (open[id] ?? AskAloneAsync(connection, id, cancellation)).WaitAsync(cancellation);
            await one.WaitAsync(cancellation);
            try
            {
                await heard(answer);
            }
            finally
            {
                one.Release();
            }
        }));
    }

    private Task<LiveAnswer>? Known(Guid sessionId, OpenConnection connection)
    {
        var rest = connection.Traits.OffersKeptFor > Rest ? connection.Traits.OffersKeptFor : Rest;
        return asked.TryGetValue(sessionId, out var last) && time.GetUtcNow() - last.At < rest ? last.Answer : null;
    }

    private async Task<LiveAnswer> AskAloneAsync(OpenConnection connection, Guid sessionId, CancellationToken cancellation)
    {
        var gate = gates.GetOrAdd(connection.Row.Id, _ => new SemaphoreSlim(AtOnce));
        await gate.WaitAsync(cancellation);
        Task<LiveAnswer> answer;
        try
        {
            // Somebody else may have asked while this waited for its turn.
            if (Known(sessionId, connection) is { } known)
            {
                gate.Release();
                return await known;
            }
            answer = ReadAsync(connection, sessionId);
            Remember(sessionId, answer);
        }
        catch
        {
            gate.Release();
            throw;
        }
        _ = answer.ContinueWith(_ => gate.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return await answer;
    }

    // Not cancelled with the page that asks: the answer is kept for the next one.
    private async Task<LiveAnswer> ReadAsync(OpenConnection connection, Guid sessionId)
    {
        var reading = await read.RunAsync(connection, sessionId, CancellationToken.None);
        return reading.IsCurrent
            ? new LiveAnswer(new LiveQuote(sessionId, OfferSums.From(reading.Offers), OfferSums.Stock(reading.Offers), reading.ReadAt!.Value))
            : new LiveAnswer(null, reading.WasSilent);
    }

    private Dictionary<Guid, Task<LiveAnswer>> AskTogether(OpenConnection connection, IQuotesSessions quotes, IReadOnlyList<Guid> sessions)
    {
        var together = ReadTogetherAsync(connection, quotes, sessions);
        var answers = sessions.ToDictionary(id => id, PickAsync);
        foreach (var (id, answer) in answers)
            Remember(id, answer);
        return answers;

        async Task<LiveAnswer> PickAsync(Guid id) => (await together).GetValueOrDefault(id) ?? new LiveAnswer(null);
    }

    private async Task<Dictionary<Guid, LiveAnswer>> ReadTogetherAsync(OpenConnection connection, IQuotesSessions quotes, IReadOnlyList<Guid> sessions)
    {
        await using var db = await databases.CreateDbContextAsync();
        var keys = (await db.Sessions.Where(s => sessions.Contains(s.Id)).Select(s => new { s.Id, Event = s.Event!.ProviderRef, Session = s.ProviderRef }).ToListAsync())
            .ToDictionary(s => new SessionKey(s.Event, s.Session), s => s.Id);
        var call = new ProviderCall(connection.Facts, CallSubject.None);
        var heard = await Hearing.HearAsync("Reading quotes", ct => quotes.ReadQuotesAsync(call, [.. keys.Keys], ct), logger);
        if (heard.Answer is not { IsYes: true } answer)
            return sessions.ToDictionary(id => id, _ => new LiveAnswer(null, heard.Answer is null));
        var now = time.GetUtcNow().UtcDateTime;
        var quoted = answer.Value.Where(q => keys.ContainsKey(q.Session)).Select(q => new LiveQuote(keys[q.Session], q.From, q.Stock, now)).ToList();
        await db.KeepAsync(quoted, CancellationToken.None);
        return quoted.ToDictionary(q => q.SessionId, q => new LiveAnswer(q));
    }

    private void Remember(Guid sessionId, Task<LiveAnswer> answer)
    {
        var now = time.GetUtcNow();
        if (asked.Count > Remembered)
            foreach (var (id, old) in asked)
                if (now - old.At > TimeSpan.FromMinutes(10))
                    asked.TryRemove(id, out _);
        asked[sessionId] = new Asked(answer, now);
    }

    private sealed record Asked(Task<LiveAnswer> Answer, DateTimeOffset At);

    private sealed record LiveAnswer(LiveQuote? Quote, bool WasSilent = false);
}
