using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Enablement;

/// <summary>Why an event may or may not be sold and booked by an agency, condition by condition.</summary>
/// <param name="Verdicts">Every condition; those that an offer or a hold would add are judged as far as the catalogue tells.</param>
/// <param name="Owners">Whose switches exceptions can replace here: the promoter, then each channel that a sale can go through.</param>
public sealed record EnablementTrace(
    Guid EventId, string Event, DateTime StartLocal, string? TimeZone, string Connection, EnablementFacts Facts, IReadOnlyList<Verdict> Verdicts, EnablementDecision Decision,
    IReadOnlyList<ExceptionOwner> Owners);

/// <summary>A promoter or channel with what stands in for its switches at one event.</summary>
/// <param name="Version">Of the exception; 0 where there is none.</param>
public sealed record ExceptionOwner(Guid Id, string Name, bool IsPromoter, bool SellingOn, bool BookingOn, bool? Selling, bool? Booking, long Version);

/// <summary>Traces the decision for one event and agency. The event's next occurrence is judged.</summary>
public sealed class TraceEnablement(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, TimeProvider time)
{
    /// <param name="actor">An admin.</param>
    /// <param name="eventId">Which event.</param>
    /// <param name="agencyId">For whom; null judges without an agency.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>Null for anybody else, and where there is no such event.</returns>
    public async Task<EnablementTrace?> RunAsync(Actor actor, Guid eventId, Guid? agencyId, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var session = await db.Sessions.AsNoTracking().Where(s => s.EventId == eventId).OrderBy(s => s.StartUtc != null && s.StartUtc <= now).ThenBy(s => s.StartLocal)
            .Select(s => new
            {
                s.Id, s.Event!.Name, s.StartLocal, s.TimeZone, s.Event.PromoterId, s.Event.Connection!.ProviderKind, s.Event.Connection.ChannelId, Connection = s.Event.Connection.Name,
            }).FirstOrDefaultAsync(cancellation);
        if (session is null)
            return null;
        var facts = await db.ReadEnablementAsync(session.Id, agencyId, cancellation) ?? throw new InvalidOperationException($"Event {eventId} has no promoter.");
        if (providers.Knows(session.ProviderKind))
            facts = facts.With(providers.Get(session.ProviderKind).Traits);
        return new EnablementTrace(eventId, session.Name, session.StartLocal, session.TimeZone, session.Connection, facts, EnablementRule.Judge(facts, now), EnablementRule.Decide(facts, now),
            await OwnersAsync(db, eventId, session.PromoterId, session.ChannelId, cancellation));
    }

    private static async Task<IReadOnlyList<ExceptionOwner>> OwnersAsync(PortalDb db, Guid eventId, Guid promoterId, Guid? tiedTo, CancellationToken cancellation)
    {
        var here = await db.EventExceptions.AsNoTracking().Where(e => e.EventId == eventId).ToDictionaryAsync(e => e.OwnerId, cancellation);
        var promoter = await db.Promoters.AsNoTracking().SingleAsync(p => p.Id == promoterId, cancellation);
        var channels = await db.Channels.AsNoTracking().Where(c => tiedTo == null || c.Id == tiedTo).OrderBy(c => c.Name).ToListAsync(cancellation);
        return [Owner(promoter.Id, promoter.Name, true, promoter.SellingOn, promoter.BookingOn), .. channels.Select(c => Owner(c.Id, c.Name, false, c.SellingOn, c.BookingOn))];

        ExceptionOwner Owner(Guid id, string name, bool isPromoter, bool sells, bool books) =>
            here.TryGetValue(id, out var set) ? new(id, name, isPromoter, sells, books, set.Selling, set.Booking, set.Version) : new(id, name, isPromoter, sells, books, null, null, 0);
    }
}
