namespace Portal.Core.Audit;

public enum NoticeKind { EventMoved, EventPostponed, EventCancelled, OrderResolved, OrderNeedsPerson, TicketsReady, GuestDataRefused }

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
}
