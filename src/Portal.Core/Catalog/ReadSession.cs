using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>An offer with what this agency pays and asks for it.</summary>
public sealed record QuotedOffer(Offer Offer, Quote Quote);

/// <summary>Another dated occurrence of the same event.</summary>
public sealed record OtherSession(Guid SessionId, DateTime StartLocal);

/// <summary>A session with its offers as they stand.</summary>
/// <param name="Decision">Whether this agency may sell and book it, and every reason why not.</param>
/// <param name="Offers">Cheapest first within their order by category; stored ones when <paramref name="Trouble"/> is set.</param>
/// <param name="ReadAt">When the offers were read from the provider, UTC; null when they never were.</param>
/// <param name="Trouble">Why the offers are not from this moment; null when they are.</param>
public sealed record SessionView(
    Guid EventId, Guid SessionId, string Name, string Category, string? Competition, string? Description, string? VenueName, string? City, string? Country,
    DateTime StartLocal, DateTime EndLocal, string? TimeZone, bool DateConfirmed, EventStatus Status, Guid ConnectionId, string Provider,
    IReadOnlyList<OtherSession> Others, EnablementDecision Decision, IReadOnlyList<QuotedOffer> Offers, DateTime? ReadAt, RefusalSentences? Trouble);

/// <summary>
/// Reads one session for its page: what is listed, whether it may be sold, and live price and stock from its provider. When the
/// provider is silent, throttles or cannot be reached, the last reading is shown with its age and the reason.
/// </summary>
public sealed class ReadSession(IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadOffers read, TimeProvider time)
{
    /// <param name="actor">For whom; an admin, who belongs to no agency, sees prices at cost.</param>
    /// <param name="eventId">Which event.</param>
    /// <param name="sessionId">Which occurrence of it; null takes the next one.</param>
    /// <param name="cancellation">Ends the reading early; what was not read is not stored.</param>
    public async Task<Answer<SessionView>> RunAsync(Actor actor, Guid eventId, Guid? sessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var sessions = await db.Sessions.AsNoTracking().Include(s => s.Event).Where(s => s.EventId == eventId)
            .OrderBy(s => s.StartLocal).ToListAsync(cancellation);
        var session = sessionId is { } wanted
            ? sessions.Find(s => s.Id == wanted)
            : sessions.Find(s => s.StartUtc is null || s.StartUtc > now) ?? sessions.LastOrDefault();
        if (session is null)
            return new Refusal(RefusalReason.NotFound, "The event is not in the catalogue.");

        var agencyId = actor.AgencyId ?? Guid.Empty;
        var facts = await db.ReadEnablementAsync(session.Id, actor.AgencyId, cancellation)
            ?? throw new InvalidOperationException($"Session {session.Id} has no promoter.");
        var connection = await connections.OpenAsync(session.Event!.ConnectionId, cancellation);
        var terms = await Terms.ReadAsync(db, agencyId, connection, cancellation);

        var (offers, readAt, trouble) = await OffersAsync(session, connection, facts, now, cancellation);
        var shown = session.Event;
        return new SessionView(
            shown.Id, session.Id, shown.Name, shown.Category, shown.Competition, shown.Description, shown.VenueName, shown.City, shown.Country,
            session.StartLocal, session.EndLocal, session.TimeZone, session.DateConfirmed, shown.Status, connection.Row.Id, connection.Provider.Traits.DisplayName,
            [.. sessions.Where(s => s.Id != session.Id).Select(s => new OtherSession(s.Id, s.StartLocal))],
            EnablementRule.Decide(facts.With(connection.Traits), now), [.. offers.Select(o => new QuotedOffer(o, terms.Quote(o.NetEach)))], readAt, trouble);
    }

    private async Task<(IReadOnlyList<Offer> Offers, DateTime? ReadAt, RefusalSentences? Trouble)> OffersAsync(
        Session session, OpenConnection connection, EnablementFacts facts, DateTime now, CancellationToken cancellation)
    {
        // Nothing can be sold of these: the provider is not asked.
        if (!facts.ConnectionEnabled || facts.EventStatus is EventStatus.Cancelled or EventStatus.Gone || facts.StartUtc <= now)
            return (ReadOffers.Stored(session.OffersJson), session.OffersReadAt, null);
        var provider = connection.Provider.Traits.DisplayName;
        var reading = await read.RunAsync(connection, session.Id, cancellation);
        var trouble = reading switch
        {
            { WasSilent: true } => RefusalWords.Silent(provider, Attempted.Read, null),
            { Refusal: { } refusal } => RefusalWords.For(refusal, provider, Attempted.Read),
            _ => null,
        };
        return (reading.Offers, reading.ReadAt, trouble);
    }
}
