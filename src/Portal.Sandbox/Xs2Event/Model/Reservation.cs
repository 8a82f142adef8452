using System.Text.Json.Serialization;

namespace Portal.Sandbox.Xs2Event.Model;

/// <summary>Places kept for ten minutes.</summary>
internal sealed class Reservation
{
    public string Id { get; set; } = "";
    public string DistributorId { get; set; } = "";
    public string ClientId { get; set; } = "";
    public string Status { get; set; } = "active";
    public bool? NotifyClient { get; set; }
    public bool? NotifyMe { get; set; }
    public string? Notes { get; set; }
    public string? BookingEmail { get; set; }
    public string? ExternalReference { get; set; }
    public DateTime ValidUntil { get; set; }
    public DateTime Created { get; set; }
    public DateTime Updated { get; set; }
    public List<ReservedItem> Items { get; set; } = [];

    /// <summary>Still holds its places and can be changed and booked.</summary>
    [JsonIgnore]
    public bool Open => Status is "active" or "extended";
}

internal sealed class ReservedItem
{
    public string TicketId { get; set; } = "";
    public int Quantity { get; set; }
    public long NetRate { get; set; }
    public long SalesPrice { get; set; }
    public string Currency { get; set; } = "";
    public List<GuestSlot> Guests { get; set; } = [];
}
