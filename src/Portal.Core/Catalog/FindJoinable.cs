using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Catalog;

/// <summary>A row that might be the same thing as another.</summary>
public sealed record Joinable(Guid EventId, Guid SessionId, string Name, string? VenueName, DateTime StartLocal, string Provider);

/// <summary>Finds what an admin may join with a row: at another provider, within a day of it, open with open.</summary>
public sealed class FindJoinable(IDbContextFactory<PortalDb> databases)
{
    private const int Few = 8;

    /// <param name="actor">Only admins are answered.</param>
    /// <param name="sessionId">The row to be joined.</param>
    /// <param name="text">What is looked for; empty for everything of that day in its city.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<IReadOnlyList<Joinable>> RunAsync(Actor actor, Guid sessionId, string? text, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var one = await db.Sessions.Where(s => s.Id == sessionId)
            .Select(s => new { s.StartLocal, s.GroupId, s.Event!.ConnectionId, s.Event.City, s.Event.Kind }).SingleOrDefaultAsync(cancellation);
        if (one is null || !actor.SeesAll)
            return [];
        var rows = db.Sessions.Where(s => s.IsListed && s.Event!.ConnectionId != one.ConnectionId && s.Event.Status != EventStatus.Gone
            && (s.GroupId == null || one.GroupId == null || s.GroupId != one.GroupId));
        if (one.Kind.IsOpen())
            rows = rows.Where(s => s.Event!.Kind == OfferKind.Day || s.Event.Kind == OfferKind.Slot || s.Event.Kind == OfferKind.Product);
        else
        {
            var (from, to) = (one.StartLocal.AddDays(-1), one.StartLocal.AddDays(1));
            rows = rows.Where(s => (s.Event!.Kind == OfferKind.Zone || s.Event.Kind == OfferKind.Seats) && s.ListedFrom >= from && s.ListedFrom <= to);
        }
        var words = SearchWords.Of(text);
        if (words.Count == 0)
            rows = rows.Where(s => s.Event!.City == one.City);
        foreach (var named in words.Select(db.EventsNamed))
            rows = rows.Where(s => named.Contains(s.EventId));
        return await rows.OrderBy(s => s.ListedFrom).ThenBy(s => s.Id).Take(Few)
            .Select(s => new Joinable(s.EventId, s.Id, s.Event!.Name, s.Event.VenueName, s.StartLocal, s.Event.Connection!.Name)).ToListAsync(cancellation);
    }
}
