using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Catalog;

/// <summary>Something of an event changed that whoever holds tickets must be told.</summary>
internal sealed record EventChange(Guid SessionId, NoticeKind Kind, string Said);

/// <summary>How an event stood before a page was written over it.</summary>
internal sealed record EventBefore(EventStatus Status, IReadOnlyDictionary<Guid, DateTime> Starts)
{
    public static EventBefore Of(Event row) => new(row.Status, row.Sessions.ToDictionary(s => s.Id, s => s.StartLocal));

    /// <summary>Cancelled beats postponed beats moved: one session is told of once.</summary>
    public IEnumerable<EventChange> ChangesTo(Event row)
    {
        foreach (var session in row.Sessions)
        {
            if (!Starts.TryGetValue(session.Id, out var was))
                continue;
            if (row.Status == EventStatus.Cancelled && Status != EventStatus.Cancelled)
                yield return new(session.Id, NoticeKind.EventCancelled, $"{row.Name} on {VenueWords.When(was)} was cancelled by the organiser.");
            else if (row.Status == EventStatus.Postponed && Status != EventStatus.Postponed)
                yield return new(session.Id, NoticeKind.EventPostponed, $"{row.Name} on {VenueWords.When(was)} was postponed. A new date is not known here yet.");
            else if (session.StartLocal != was && !row.Kind.IsOpen())
                yield return new(session.Id, NoticeKind.EventMoved, $"{row.Name} was moved from {VenueWords.When(was)} to {VenueWords.When(session.StartLocal)}.");
        }
    }
}

/// <summary>Tells the agents of bookings what their provider changed. Written with the change, in its transaction: once, or not at all.</summary>
internal static class EventChanges
{
    public static async Task TellAsync(PortalDb db, IReadOnlyList<EventChange> changes, DateTime now, CancellationToken cancellation)
    {
        if (changes.Count == 0)
            return;
        var sessionIds = changes.Select(c => c.SessionId).ToList();
        var affected = await db.Items
            .Where(i => sessionIds.Contains(i.SessionId) && (i.State == ItemState.Booked || i.State == ItemState.Purchased))
            .Select(i => new { i.SessionId, i.Order!.BookingId, i.Order.Booking!.AgencyId, i.Order.Booking.AgentId, i.Order.Booking.Reference })
            .Distinct().ToListAsync(cancellation);
        foreach (var change in changes)
            foreach (var booking in affected.Where(a => a.SessionId == change.SessionId))
            {
                db.Notices.Add(new Notice
                {
                    Id = Guid.CreateVersion7(), AgencyId = booking.AgencyId, AgentId = booking.AgentId, BookingId = booking.BookingId,
                    Kind = change.Kind, Said = $"Booking {booking.Reference}: {change.Said}", At = now,
                });
                db.History.Add(new HistoryEntry { At = now, BookingId = booking.BookingId, By = "Catalogue refresh", Said = change.Said });
            }
    }
}
