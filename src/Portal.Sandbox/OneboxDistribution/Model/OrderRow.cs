using System.Text.Json.Serialization;

namespace Portal.Sandbox.OneboxDistribution.Model;

/// <summary>An order from its first moment to its end. All of it is remembered.</summary>
internal sealed class OrderRow
{
    public string Id { get; set; } = "";
    public string? Code { get; set; }
    public long ChannelId { get; set; }
    public DateTime Date { get; set; }
    public string Type { get; set; } = "PURCHASE";
    public string Status { get; set; } = "BASKET";
    public DateTime ExpiresAt { get; set; }
    public string? ExternalCode { get; set; }
    public List<OrderItem> Items { get; set; } = [];
    public Dictionary<string, string> BuyerData { get; set; } = [];
    public string? DeliveryMethod { get; set; }
    public decimal DeliveryCost { get; set; }
    public long? CollectiveId { get; set; }
    public decimal Paid { get; set; }

    /// <summary>Whether places were ever in it: an order that stayed empty kept nothing from anybody.</summary>
    public bool EverHeld { get; set; }

    [JsonIgnore]
    public bool Open => Status is "BASKET" or "PRE_CONFIRM";

    [JsonIgnore]
    public decimal Final => Items.Sum(i => i.Final) + DeliveryCost;
}

/// <summary>One place in an order.</summary>
internal sealed class OrderItem
{
    public long Id { get; set; }
    public long SessionId { get; set; }
    public long PriceTypeId { get; set; }
    public long RateId { get; set; }
    public long? SeatId { get; set; }
    public decimal Value { get; set; }
    public decimal PromoterSurcharge { get; set; }
    public decimal ChannelSurcharge { get; set; }
    public long? PromotionId { get; set; }
    public decimal Reduction { get; set; }
    public string? State { get; set; }

    /// <summary>The order that refunded it.</summary>
    public string? NextOrder { get; set; }
    public string? Barcode { get; set; }
    public bool NotConsecutive { get; set; }
    public Dictionary<string, string> Attendee { get; set; } = [];

    [JsonIgnore]
    public decimal Final => Value - Reduction + PromoterSurcharge + ChannelSurcharge;
}
