using System.Text.Json.Serialization;

namespace Portal.Sandbox.OneboxChannels.Model;

internal sealed record Payment(long Id, string Type, decimal Value, string? Reference, DateTime At);

/// <summary>What a cart, or part of a booking, became.</summary>
internal sealed class Order
{
    public string Code { get; set; } = "";
    public long ChannelId { get; set; }

    /// <summary>PURCHASE or BOOKING.</summary>
    public string Type { get; set; } = "";

    /// <summary>PRE_ORDER, CONFIRMED, PAID, CANCELLED, EXPIRED.</summary>
    public string Status { get; set; } = "PRE_ORDER";
    public string CartToken { get; set; } = "";
    public DateTime Created { get; set; }

    /// <summary>When it lapses if nobody commits it.</summary>
    public DateTime LapsesAt { get; set; }
    public List<Item> Items { get; set; } = [];
    public Dictionary<string, string> Client { get; set; } = [];
    public int? DeliveryId { get; set; }
    public decimal DeliveryCost { get; set; }
    public List<Payment> Payments { get; set; } = [];

    /// <summary>What the last commit told as paid: the same commit again changes nothing.</summary>
    public decimal LastTold { get; set; }

    /// <summary>The booking whose items this order buys.</summary>
    public string? BuysFrom { get; set; }

    /// <summary>Where a booking is bought under its own code: the items being bought.</summary>
    public List<long> Buying { get; set; } = [];

    [JsonIgnore]
    public IEnumerable<Item> ToPay => Buying.Count == 0 ? Items : Items.Where(i => Buying.Contains(i.Id));

    [JsonIgnore]
    public decimal Total => ToPay.Sum(i => i.Final) + DeliveryCost;

    /// <summary>What is still to be paid: of an order for what it buys, of a booking for what is booked still.</summary>
    [JsonIgnore]
    public decimal Outstanding => Status switch
    {
        "PRE_ORDER" => Total,
        "CONFIRMED" when Items.Exists(i => i.BookingStatus == "SOLD") => Items.Where(i => i.BookingStatus == "PENDING").Sum(i => i.Final),
        "CONFIRMED" => Math.Max(0, Total - Payments.Sum(p => p.Value)),
        _ => 0m,
    };
}
