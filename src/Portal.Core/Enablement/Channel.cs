namespace Portal.Core.Enablement;

/// <summary>
/// The sales channel an agency sells through. A connection is tied to one, an agency too; for both, none means every one. An agency
/// may use a connection when the two do not name different channels; the channel whose switches then count is the connection's, else
/// the agency's. Without either nothing is booked, because nobody has allowed it.
/// </summary>
public sealed class Channel
{
    public Guid Id { get; set; }
    public required string Name { get; set; }
    public bool SellingOn { get; set; } = true;
    public bool BookingOn { get; set; }
    /// <summary>Nobody has decided about it yet: it stands as it was made.</summary>
    public bool IsNew { get; set; } = true;
    /// <summary>Counts what people decided.</summary>
    public long Version { get; set; }
}
