using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Enablement;

/// <summary>Reads all switches for an admin; anybody else gets an empty page.</summary>
public sealed class ReadEnablementMatrix(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, TimeProvider time)
{
    public const int PromotersShown = 60;
    private const int ExceptionsShown = 50;
    private const int HistoryShown = 15;

    /// <param name="actor">An admin.</param>
    /// <param name="text">Narrows the promoters: each word must begin a word of the promoter's or its connection's name.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<EnablementMatrix> RunAsync(Actor actor, string? text, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return EnablementMatrix.Empty;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var upcoming = await db.Events.Upcoming(time.GetUtcNow().UtcDateTime).GroupBy(e => e.PromoterId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var connections = await db.Connections.AsNoTracking().Select(c => new { c.Id, c.Name, c.ProviderKind, c.ChannelId }).OrderBy(c => c.Name).ToListAsync(cancellation);
        var agencies = await db.Agencies.OrderBy(a => a.Name).Select(a => new AgencyChannel(a.Id, a.Name, a.ChannelId)).ToListAsync(cancellation);
        var found = (from promoter in await db.Promoters.AsNoTracking().ToListAsync(cancellation)
                     join connection in connections on promoter.ConnectionId equals connection.Id
                     where Matches(text, promoter.Name, connection.Name)
                     orderby promoter.IsNew descending, promoter.Name
                     select new PromoterSwitches(promoter.Id, promoter.Name, connection.Name, connection.ChannelId, CanBook(connection.ProviderKind),
                         promoter.SellingOn, promoter.BookingOn, promoter.IsNew, promoter.Version, upcoming.GetValueOrDefault(promoter.Id))).ToList();
        var channels = await db.Channels.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancellation);
        return new EnablementMatrix([.. found.Take(PromotersShown)], found.Count,
            [
                .. channels.Select(c => new ChannelSwitches(c.Id, c.Name, c.SellingOn, c.BookingOn, c.IsNew, c.Version,
                    [.. connections.Where(one => one.ChannelId == c.Id).Select(one => one.Name)], [.. agencies.Where(a => a.ChannelId == c.Id).Select(a => a.Name)])),
            ],
            agencies, await ExceptionsAsync(db, cancellation),
            await db.History.Where(h => h.SwitchOf != null).OrderByDescending(h => h.Id).Take(HistoryShown).Select(h => new SwitchMade(h.At, h.By, h.Said)).ToListAsync(cancellation));
    }

    private async Task<IReadOnlyList<EventExceptionRow>> ExceptionsAsync(PortalDb db, CancellationToken cancellation)
    {
        var rows = await (
            from exception in db.EventExceptions
            where exception.Selling != null || exception.Booking != null
            join of in db.Events.Upcoming(time.GetUtcNow().UtcDateTime) on exception.EventId equals of.Id
            let start = of.Sessions.Min(s => (DateTime?)s.StartLocal)
            let promoter = db.Promoters.Where(p => p.Id == exception.OwnerId && p.Id == of.PromoterId).Select(p => p.Name).FirstOrDefault()
            let channel = db.Channels.Where(c => c.Id == exception.OwnerId).Select(c => c.Name).FirstOrDefault()
            where promoter != null || channel != null
            orderby start, of.Id
            select new { of.Id, of.Name, start, promoter, channel, exception.Selling, exception.Booking }).Take(ExceptionsShown).ToListAsync(cancellation);
        return [.. rows.Select(r => new EventExceptionRow(r.Id, r.Name, r.start, r.promoter is null ? $"channel {r.channel}" : $"promoter {r.promoter}", r.Selling, r.Booking))];
    }

    private bool CanBook(string kind) => providers.Knows(kind) && providers.Get(kind).Traits.CanBook;

    private static bool Matches(string? text, params string[] names)
    {
        var words = SearchWords.Of(names);
        return SearchWords.Of(text ?? "").All(typed => words.Any(word => word.StartsWith(typed, StringComparison.Ordinal)));
    }
}

/// <summary>Which events an admin's decision is about.</summary>
internal static class UpcomingEvents
{
    public static IQueryable<Event> Upcoming(this IQueryable<Event> events, DateTime now) =>
        events.Where(e => e.Status != EventStatus.Gone && e.Sessions.Any(s => s.IsOffered && (s.StartUtc > now || (s.StartUtc == null && s.StartLocal > now))));
}
