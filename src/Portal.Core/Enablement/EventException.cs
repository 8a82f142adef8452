namespace Portal.Core.Enablement;

/// <summary>
/// Stands in for the switches of one promoter or one channel at a single event. The promoter AND the channel must still both be on for
/// that event: an exception replaces one of the two answers, never the rule.
/// </summary>
public sealed class EventException
{
    public Guid EventId { get; set; }
    /// <summary>The promoter or channel whose switches it replaces. An event that changes hands leaves its former promoter's behind.</summary>
    public Guid OwnerId { get; set; }
    /// <summary>Null takes the owner's own switch.</summary>
    public bool? Selling { get; set; }
    /// <inheritdoc cref="Selling" />
    public bool? Booking { get; set; }
    /// <summary>Counts what people decided.</summary>
    public long Version { get; set; }
}
