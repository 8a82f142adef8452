using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;

namespace Portal.Core.Audit;

public enum NoticeKind { EventMoved, EventPostponed, EventCancelled, OrderResolved, OrderNeedsPerson, TicketsReady, GuestDataRefused, PlacesChanged, NotBought, GuestDataDue }

/// <summary>Something an agent must be told that happened without them: shown on Home until it is seen.</summary>
public sealed class Notice
{
    public Guid Id { get; set; }
    public Guid AgencyId { get; set; }
    public Guid? AgentId { get; set; }
    public Guid? BookingId { get; set; }
    public NoticeKind Kind { get; set; }
    public required string Said { get; set; }
    public DateTime At { get; set; }
    public DateTime? SeenAt { get; set; }

    /// <summary>Calls a person to an order whose question has been open too long, once for each sentence. The order's booking must be loaded.</summary>
    internal static async Task CallPersonAsync(IDbContextFactory<PortalDb> databases, Order order, Question question, string said, DateTime now, CancellationToken cancellation)
    {
        if (question.SilentSince + LookUpSchedule.PersonAfter > now)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Notices.AnyAsync(n => n.BookingId == order.BookingId && n.Kind == NoticeKind.OrderNeedsPerson && n.Said == said, cancellation))
            return;
        db.Notices.Add(Of(order, NoticeKind.OrderNeedsPerson, said, now));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Something about an order, for whoever made its booking. The booking must be loaded.</summary>
    public static Notice Of(Order order, NoticeKind kind, string said, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), AgencyId = order.AgencyId, AgentId = order.Booking!.AgentId, BookingId = order.BookingId, Kind = kind, Said = said, At = now,
    };
}
