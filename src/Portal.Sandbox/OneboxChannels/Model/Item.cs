using System.Text.Json.Serialization;

namespace Portal.Sandbox.OneboxChannels.Model;

/// <summary>One place in a cart or an order. Money in the channel's currency, major units.</summary>
internal sealed class Item
{
    public long Id { get; set; }
    public long SessionId { get; set; }
    public long PlaceId { get; set; }
    public long? ZoneId { get; set; }
    public long? TicketTypeId { get; set; }
    public long? RateId { get; set; }
    public decimal Base { get; set; }
    public decimal AutoPromotion { get; set; }
    public decimal ManualPromotion { get; set; }
    public decimal ChannelCharge { get; set; }
    public decimal PromoterCharge { get; set; }
    public List<string> Warnings { get; set; } = [];

    /// <summary>In an order: PREORDER, CONFIRMED, PURCHASED, REFUND.</summary>
    public string Status { get; set; } = "PREORDER";

    /// <summary>In a booking: PENDING, SOLD, REFUNDED, EXPIRED.</summary>
    public string? BookingStatus { get; set; }
    public DateTime? BookingExpires { get; set; }
    public string? Barcode { get; set; }
    public string? OriginalBooking { get; set; }
    public string? RelatedOrder { get; set; }

    [JsonIgnore]
    public decimal Final => Base - AutoPromotion - ManualPromotion + ChannelCharge + PromoterCharge;

    public Item Copy(long id) => new()
    {
        Id = id, SessionId = SessionId, PlaceId = PlaceId, ZoneId = ZoneId, TicketTypeId = TicketTypeId, RateId = RateId, Base = Base,
        AutoPromotion = AutoPromotion, ManualPromotion = ManualPromotion, ChannelCharge = ChannelCharge, PromoterCharge = PromoterCharge, Warnings = [.. Warnings],
    };
}
