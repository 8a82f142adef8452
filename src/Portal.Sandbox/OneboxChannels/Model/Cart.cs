using System.Text.Json.Serialization;

namespace Portal.Sandbox.OneboxChannels.Model;

/// <summary>Places kept for a few minutes after the last call.</summary>
internal sealed class Cart
{
    public string Token { get; set; } = "";
    public long ChannelId { get; set; }

    /// <summary>Our own word, for the ledger: empty, holding, ordered, expired.</summary>
    public string State { get; set; } = "empty";
    public DateTime LastUsed { get; set; }
    public List<Item> Items { get; set; } = [];
    public Dictionary<string, string> Client { get; set; } = [];
    public int? DeliveryId { get; set; }
    public decimal DeliveryUnitCost { get; set; }

    [JsonIgnore]
    public bool Open => State is "empty" or "holding";

    [JsonIgnore]
    public decimal DeliveryCost => DeliveryUnitCost * Items.Count;
}
