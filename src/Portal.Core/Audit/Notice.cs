using Portal.Core.Bookings;

namespace Portal.Core.Audit;

public enum NoticeKind { EventMoved, EventPostponed, EventCancelled, OrderResolved, OrderNeedsPerson, TicketsReady, GuestDataRefused, PlacesChanged }

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

    /// <summary>Something about an order, for whoever made its booking. The booking must be loaded.</summary>
    public static Notice Of(Order order, NoticeKind kind, string said, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), AgencyId = order.AgencyId, AgentId = order.Booking!.AgentId, BookingId = order.BookingId, Kind = kind, Said = said, At = now,
    };
}
