using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>One story out of the histories of a booking, its orders and the holds they came from, with the calls behind each step.</summary>
internal static class BookingTimeline
{
    public static async Task<IReadOnlyList<TimelineEntry>> ReadAsync(PortalDb db, Guid bookingId, IReadOnlyList<Order> orders, CancellationToken cancellation)
    {
        var holds = orders.Select(o => o.HoldId).Distinct().ToList();
        var orderIds = orders.Select(o => o.Id).ToList();
        var entries = await db.History.AsNoTracking()
            .Where(h => h.BookingId == bookingId || (h.OrderId != null && orderIds.Contains(h.OrderId.Value)) || (h.HoldId != null && holds.Contains(h.HoldId.Value)))
            .OrderBy(h => h.At).ThenBy(h => h.Id).ToListAsync(cancellation);
        var calls = await db.ProviderCalls.AsNoTracking()
            .Where(c => (c.OrderId != null && orderIds.Contains(c.OrderId.Value)) || (c.HoldId != null && holds.Contains(c.HoldId.Value)))
            .OrderBy(c => c.At).ThenBy(c => c.Id)
            .Select(c => new { c.OrderId, c.HoldId, Line = new CallLine(c.Id, c.At, c.Request, c.Status, c.Milliseconds, c.Silence) }).ToListAsync(cancellation);

        // The question is written down before the call leaves, so a call belongs to the last entry of its subject before it.
        var behind = calls.ToLookup(c => entries.FindLast(e => IsAbout(e, c.OrderId, c.HoldId) && e.At <= c.Line.At)?.Id ?? entries.Find(e => IsAbout(e, c.OrderId, c.HoldId))?.Id, c => c.Line);
        var names = orders.ToDictionary(o => o.Id, o => o.OurReference);
        var ofHold = orders.ToLookup(o => o.HoldId, o => o.OurReference);
        return [.. entries.Select(e => new TimelineEntry(e.At, e.By, e.Said, e.ToState,
            e.OrderId is { } order ? names.GetValueOrDefault(order) : e.HoldId is { } hold ? ofHold[hold].FirstOrDefault() : null, [.. behind[e.Id]]))];
    }

    private static bool IsAbout(HistoryEntry entry, Guid? order, Guid? hold) =>
        order is { } o ? entry.OrderId == o : entry.HoldId == hold && entry.OrderId is null;
}
