using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Catalog;

/// <summary>
/// The job: lets the next day or slot stand in lists once the one before is over, between two readings of the catalogue. In sets: three
/// statements, however many are due.
/// </summary>
public sealed class ListNextDates(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <returns>How many events moved on.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var over = await db.Sessions
            .Where(s => s.IsListed && s.StartUtc <= now && (s.Event!.Kind == OfferKind.Day || s.Event.Kind == OfferKind.Slot))
            .OrderBy(s => s.StartUtc).Select(s => new { s.Id, s.EventId }).Take(AtOnce).ToListAsync(cancellation);
        if (over.Count == 0)
            return 0;
        var (ids, events) = (over.ConvertAll(s => s.Id), over.ConvertAll(s => s.EventId));
        await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.IsListed, false), cancellation);
        var moved = await db.Sessions
            .Where(s => events.Contains(s.EventId) && s.Id == db.Sessions
                .Where(o => o.EventId == s.EventId && o.IsOffered && o.StartUtc > now).OrderBy(o => o.StartLocal).ThenBy(o => o.Id).Select(o => o.Id).First())
            .ExecuteUpdateAsync(set => set
                .SetProperty(s => s.IsListed, true)
                .SetProperty(s => s.ListedFrom, s => s.StartLocal)
                .SetProperty(s => s.ListedUntil, s => db.Sessions.Where(o => o.EventId == s.EventId && o.IsOffered).Max(o => o.StartLocal)), cancellation);
        await transaction.CommitAsync(cancellation);
        return moved;
    }

    private const int AtOnce = 500;
}
