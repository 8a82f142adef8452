using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>Writes the sessions of a listed event: their times and prices, which of them stand in lists, and which are no longer offered.</summary>
internal static class CatalogSessions
{
    /// <summary>What admins said of the rows of these events.</summary>
    public static async Task<Dictionary<Guid, Guid>> PinsAsync(PortalDb db, IEnumerable<Event> events, CancellationToken cancellation)
    {
        var ids = events.Select(e => e.Id).ToList();
        return await db.GroupPins.Where(p => ids.Contains(p.EventId)).ToDictionaryAsync(p => p.ListingId, p => p.GroupId, cancellation);
    }

    public static void Write(Event row, CatalogEvent facts, Connection connection, IReadOnlyDictionary<Guid, Guid> pins, DateTime now)
    {
        // The connection's zone stands for venues of which no country is told. In a country with several zones it would be a guess.
        var zone = facts.TimeZone ?? VenueTime.ZoneOfCountry(facts.Country) ?? (facts.Country is null ? connection.TimeZone : null);
        var known = row.Sessions.ToDictionary(s => s.ProviderRef);
        var isOpen = row.Kind.IsOpen();
        // A dated event without any session was listed without them; what is open and has none is not to be had.
        if (facts.Sessions.Count > 0 || isOpen)
            foreach (var vanished in known.Values.ExceptBy(facts.Sessions.Select(o => o.SessionRef), s => s.ProviderRef))
                (vanished.IsOffered, vanished.IsListed) = (false, false);
        foreach (var occurrence in facts.Sessions)
        {
            if (!known.TryGetValue(occurrence.SessionRef, out var session))
            {
                known[occurrence.SessionRef] = session = new Session { Id = Guid.CreateVersion7(), EventId = row.Id, ProviderRef = occurrence.SessionRef };
                row.Sessions.Add(session);
            }
            session.StartLocal = DateTime.SpecifyKind(occurrence.StartLocal, DateTimeKind.Unspecified);
            session.EndLocal = DateTime.SpecifyKind(occurrence.EndLocal, DateTimeKind.Unspecified);
            session.TimeZone = zone;
            session.StartUtc = VenueTime.ToUtc(EndOfSelling(row.Kind, session.StartLocal), zone) is { } over && row.Kind != OfferKind.Product ? over : null;
            session.DateConfirmed = occurrence.DateConfirmed;
            (session.BookingFrom, session.BookingUntil) = (occurrence.BookingFrom, occurrence.BookingUntil);
            (session.IsOffered, session.IsListed) = (true, !isOpen);
            session.GroupId = pins.TryGetValue(isOpen ? row.Id : session.Id, out var pinned)
                ? pinned
                : EventGroups.Of(row.Kind, facts.VenueName, session.StartLocal, facts.Name);
            Price(session, facts, occurrence, now);
        }
        if (isOpen)
            ListNext(row, now);
    }

    /// <summary>What is over and in nobody's cart or booking is forgotten. What lies ahead and vanished is kept: it may come back.</summary>
    public static async Task DropPassedAsync(PortalDb db, IEnumerable<Event> events, DateTime now, CancellationToken cancellation)
    {
        var passed = events.SelectMany(e => e.Sessions).Where(s => !s.IsOffered && IsOver(s, s.Event!.Kind, now)).ToList();
        if (passed.Count == 0)
            return;
        var ids = passed.ConvertAll(s => s.Id);
        var used = await db.CartLines.Where(l => ids.Contains(l.SessionId)).Select(l => l.SessionId)
            .Union(db.Items.Where(i => ids.Contains(i.SessionId)).Select(i => i.SessionId))
            .Union(db.Fulfilments.Where(f => f.SessionId != null && ids.Contains(f.SessionId.Value)).Select(f => f.SessionId!.Value))
            .ToListAsync(cancellation);
        db.Sessions.RemoveRange(passed.Where(s => !used.Contains(s.Id)));
    }

    private static void Price(Session session, CatalogEvent facts, CatalogSession occurrence, DateTime now)
    {
        var price = occurrence.FromPrice ?? facts.FromPrice;
        (session.FromPrice, session.FromCurrency, session.PricedAt) = (price?.Amount, price?.Currency, now);
        // The stock of the whole event is that of its only session; of one among several it says nothing.
        session.StockHint = occurrence.StockHint ?? (facts.Sessions.Count == 1 ? facts.StockHint : null);
    }

    private static void ListNext(Event row, DateTime now)
    {
        var ahead = row.Sessions.Where(s => s.IsOffered && !IsOver(s, row.Kind, now)).OrderBy(s => s.StartLocal).ToList();
        if (ahead is not [var next, ..])
            return;
        next.IsListed = true;
        // What has no date stands among what is on today, and for any day that is asked for.
        (next.ListedFrom, next.ListedUntil) = row.Kind == OfferKind.Product ? (now.Date, Always) : (next.StartLocal, ahead[^1].StartLocal);
    }

    private static readonly DateTime Always = new(2999, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);

    // Where the zone is unknown, a day later it is over everywhere.
    private static bool IsOver(Session session, OfferKind kind, DateTime now) => session.StartUtc is { } over
        ? over <= now
        : kind != OfferKind.Product && session.EndLocal < now.AddDays(-1) && session.StartLocal < now.AddDays(-1);

    // A day is sold until it ends.
    private static DateTime EndOfSelling(OfferKind kind, DateTime start) =>
        kind == OfferKind.Day && start.TimeOfDay == TimeSpan.Zero ? start.AddDays(1) : start;
}
