using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Tells before anything is held what will be asked of the guests of some offers. A hint for the page, kept for a while for everybody:
/// what the held reservation's own form asks is what counts.
/// </summary>
public sealed class ReadRequirements(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, TimeProvider time, ILogger<ReadRequirements> logger)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private const int KeptAtMost = 20_000;
    private readonly ConcurrentDictionary<(Guid, string), (IReadOnlyList<GuestRequirement> Asked, DateTimeOffset At)> kept = new();

    /// <returns>What is asked, per offer; an offer is missing where the provider does not say or did not answer.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<GuestRequirement>>> RunAsync(
        Guid sessionId, IReadOnlyList<string> offerRefs, CancellationToken cancellation)
    {
        var (connection, key) = await OpenAsync(sessionId, cancellation);
        var found = new ConcurrentDictionary<string, IReadOnlyList<GuestRequirement>>();
        if (connection.Provider is not IStatesGuestRequirements states)
            return found;
        var call = new ProviderCall(connection.Facts, CallSubject.None);
        // Few at a time: a page must not look like a burst to a provider that counts.
        await Parallel.ForEachAsync(offerRefs.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = cancellation }, async (offerRef, ct) =>
        {
            if (await AskedAsync(states, call, connection.Row.Id, key, offerRef) is { } asked)
                found[offerRef] = asked;
        });
        return found;
    }

    private async Task<IReadOnlyList<GuestRequirement>?> AskedAsync(
        IStatesGuestRequirements states, ProviderCall call, Guid connectionId, SessionKey session, string offerRef)
    {
        var now = time.GetUtcNow();
        if (kept.TryGetValue((connectionId, offerRef), out var known) && now - known.At < KeptFor)
            return known.Asked;
        var heard = await Hearing.HearAsync("Reading guest requirements", ct => states.ReadRequirementsAsync(call, session, offerRef, null, ct), logger);
        if (heard.Answer is not { IsYes: true } answer)
            return null;
        if (kept.Count >= KeptAtMost)
            kept.Clear();
        kept[(connectionId, offerRef)] = (answer.Value, now);
        return answer.Value;
    }

    private async Task<(OpenConnection, SessionKey)> OpenAsync(Guid sessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var session = await db.Sessions.Where(s => s.Id == sessionId)
            .Select(s => new { Key = new SessionKey(s.Event!.ProviderRef, s.ProviderRef), s.Event.ConnectionId }).SingleAsync(cancellation);
        return (await connections.OpenAsync(session.ConnectionId, cancellation), session.Key);
    }
}

/// <summary>Requirements as a person reads them in a row.</summary>
public static class RequirementWords
{
    /// <summary><c>Everyone: first name, last name · Lead guest: e-mail (before tickets)</c>; <c>Nothing</c> for an empty list.</summary>
    public static string Say(IReadOnlyList<GuestRequirement> asked) => asked.Count == 0
        ? "Nothing"
        : string.Join(" · ", asked.GroupBy(r => (r.Scope, r.Due)).OrderBy(g => g.Key.Due).ThenBy(g => g.Key.Scope).Select(group =>
            $"{(group.Key.Scope == GuestScope.AllPersons ? "Everyone" : "Lead guest")}: "
            + string.Join(", ", group.Select(r => r.Field).Distinct().OrderBy(GuestFields.Order).Select(f => GuestFields.Get(f).Label.ToLowerInvariant()))
            + (group.Key.Due == GuestDue.BeforeDownload ? " (before tickets)" : "")));
}
