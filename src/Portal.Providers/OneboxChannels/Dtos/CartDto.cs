using System.Xml.Linq;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels.Dtos;

/// <summary><c>shopping-cart</c> (page 1a.4), as far as it is used.</summary>
/// <param name="TimeLeft">Seconds until it lapses; null when not told.</param>
internal sealed record CartDto(string? Token, string? Currency, int? TimeLeft, IReadOnlyList<CartItemDto> Items, decimal? DeliveryCosts)
{
    public static CartDto Read(WireReply reply)
    {
        var cart = WireXml.Read(reply, "shopping-cart");
        return new CartDto(cart.Text("token"), cart.Text("currency"), cart.Whole("timeLeft"), [.. cart.Children("shopping-cart-item").Select(CartItemDto.Of)], cart.Amount("deliveryCosts"));
    }
}

/// <summary>One place in a cart.</summary>
/// <param name="CanBook"><c>operationsAllowed.booking</c>; null when not told.</param>
internal sealed record CartItemDto(string Id, string? SessionId, string? SeatId, PlaceDto Place, decimal? FinalPrice, bool? CanBook, IReadOnlyList<string> Warnings)
{
    public static CartItemDto Of(XElement item)
    {
        var ticket = item.Child("ticket-data");
        return new CartItemDto(
            item.Text("id") ?? "", ticket.Text("sessionId"), ticket.Text("seatId"), PlaceDto.Of(ticket), item.Child("price-breakdown").Amount("final-price"),
            item.Child("operationsAllowed").Flag("booking"), [.. item.Children("itemWarning").Select(w => w.Value.Trim())]);
    }
}

/// <summary>Where a place is, in a cart as in an order.</summary>
/// <param name="Section">Sector or area; null where there is neither.</param>
internal sealed record PlaceDto(string? ZoneId, string? TypeId, string? Section, string? Row, string? Seat)
{
    public static PlaceDto Of(XElement? ticket) => new(
        ticket.Text("priceZoneId"), ticket.Text("idTicketActivityType"), ticket.Text("sectorName") ?? ticket.Text("notNumberedAreaName"), ticket.Text("rowName"), ticket.Text("numSeat"));
}
