using System.Xml.Linq;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels.Dtos;

/// <summary><c>order-details</c> (page 1a.4), as far as it is used.</summary>
/// <param name="Code"><c>orderCode</c>; one tutorial calls it <c>locator</c>.</param>
/// <param name="TimeLeft">Seconds until an order that was not committed lapses; null when not told.</param>
internal sealed record OrderDto(string Code, string RawStatus, string? Type, string? Currency, int? TimeLeft, decimal? ToBePaid, decimal? Pending, decimal? FinalPrice, decimal DeliveryCosts, IReadOnlyList<OrderItemDto> Items)
{
    public OrderStatus Status => RawStatus.ToUpperInvariant() switch
    {
        "PRE_ORDER" => OrderStatus.PreOrder,
        "CONFIRMED" => OrderStatus.Confirmed,
        "PAID" => OrderStatus.Paid,
        "CANCELLED" => OrderStatus.Cancelled,
        "EXPIRED" => OrderStatus.Expired,
        _ => OrderStatus.Unknown,
    };

    public bool IsBooking => string.Equals(Type, "BOOKING", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is to be paid for it in all.</summary>
    public decimal? Total => ToBePaid ?? Pending ?? FinalPrice;

    public static OrderDto Read(WireReply reply)
    {
        var order = WireXml.Read(reply, "order-details");
        if ((order.Text("orderCode") ?? order.Text("locator")) is not { } code)
            throw WireJson.Unreadable(reply, "the order has no code");
        return new OrderDto(
            code, order.Text("status") ?? "", order.Text("type"), order.Text("currency"), order.Whole("preOrderTimeLeft"), order.Amount("toBePaid"), order.Amount("pending"),
            order.Child("price-breakdown").Amount("final-price"), order.Child("price-breakdown").Amount("delivery-costs") ?? 0, [.. order.Children("order-item").Select(OrderItemDto.Of)]);
    }
}

/// <summary>An order's status; words that no document names are <see cref="Unknown"/>.</summary>
internal enum OrderStatus { Unknown, PreOrder, Confirmed, Paid, Cancelled, Expired }

/// <summary>One place of an order.</summary>
/// <param name="RawStatus">The ticket's status.</param>
/// <param name="BookingStatus"><c>bookingIssueStatus</c>: PENDING, SOLD, REFUNDED, EXPIRED; null outside bookings.</param>
/// <param name="RelatedOrder">The order that bought it out of a booking.</param>
internal sealed record OrderItemDto(
    string Id, string? SessionId, string? EventId, PlaceDto Place, decimal? FinalPrice, string? RawStatus, string? BookingStatus, NaiveTime? BookingExpires, string? Barcode,
    string? RelatedOrder, NaiveTime? Start)
{
    public bool IsPending => string.Equals(BookingStatus, "PENDING", StringComparison.OrdinalIgnoreCase);

    public bool IsSold => string.Equals(BookingStatus, "SOLD", StringComparison.OrdinalIgnoreCase);

    public static OrderItemDto Of(XElement item)
    {
        var ticket = item.Child("ticket-data");
        var session = ticket.Child("session-basic-info");
        var start = session.Below("datetime").FirstOrDefault(d => d.Text("type") == "SESSION_BEGIN")?.Value;
        return new OrderItemDto(
            item.Text("id") ?? "", session.Text("id"), session.Child("event-basic-info").Text("id"), PlaceDto.Of(ticket), item.Child("price-breakdown").Amount("final-price"), ticket.Text("status"),
            item.Text("bookingIssueStatus"), NaiveTime.Parse(item.Text("bookingExpireDate")), ticket.Text("barcode"), item.Text("relatedBookingIssueOrderCode"), NaiveTime.Parse(start));
    }
}
