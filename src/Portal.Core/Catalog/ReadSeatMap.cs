using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>The plan of a house as it stood at that moment.</summary>
public sealed record SeatMapReading(SeatMap Map, DateTime ReadAt);

/// <summary>Reads the plan of a session with the live state of each seat. Always asks: a seat's state is worth nothing a minute later.</summary>
public sealed class ReadSeatMap(IDbContextFactory<PortalDb> databases, ConnectionBook connections, TimeProvider time, ILogger<ReadSeatMap> logger)
{
    /// <returns>The plan, or what a person is told instead.</returns>
    public async Task<(SeatMapReading? Reading, RefusalSentences? Trouble)> RunAsync(Guid sessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var session = await db.Sessions.Where(s => s.Id == sessionId)
            .Select(s => new { s.Event!.ConnectionId, Key = new SessionKey(s.Event.ProviderRef, s.ProviderRef) }).SingleAsync(cancellation);
        var connection = await connections.OpenAsync(session.ConnectionId, cancellation);
        var provider = connection.Provider.Traits.DisplayName;
        if (connection.Provider is not IDrawsSeats draws)
            return (null, new RefusalSentences($"{provider} has no plan of seats.", "Nothing is held yet.", "Let it choose the best free ones."));
        var call = new ProviderCall(connection.Facts, CallSubject.None);
        var heard = await Hearing.HearAsync("Reading the plan of seats", ct => draws.ReadSeatMapAsync(call, session.Key, ct), logger);
        return heard.Answer switch
        {
            null => (null, RefusalWords.Silent(provider, Attempted.Read, null)),
            { IsYes: false } no => (null, RefusalWords.For(no.Refusal, provider, Attempted.Read)),
            { } yes => (new SeatMapReading(yes.Value!, time.GetUtcNow().UtcDateTime), null),
        };
    }
}
