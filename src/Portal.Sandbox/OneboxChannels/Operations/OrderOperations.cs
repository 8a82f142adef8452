using System.Xml.Linq;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>From cart to order, from order to sale or booking, from booking to sale.</summary>
internal sealed class OrderOperations(OneboxChannelsState state)
{
    private static readonly string[] PaymentTypes = ["CREDIT_CARD", "CASH", "BANK_TRANSFER", "OTHER"];

    /// <summary>The cart is gone after this; its places are locked until the order is committed or lapses. There is no call to give them back.</summary>
    public Reply Create(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "token", "orderType");
        var type = asked.Needed("orderType");
        if (type is not ("PURCHASE" or "BOOKING")) throw Faults.Malformed("orderType");
        var cart = state.OpenCart(asked, caller);
        new OrderRules(state).Check(cart, type);

        var order = new Order
        {
            Code = Ids.NewOrderCode(), ChannelId = caller.Channel, Type = type, CartToken = cart.Token, Created = state.Now, LapsesAt = state.Now + state.Options.OrderLife,
            Items = cart.Items, Client = cart.Client, DeliveryId = cart.DeliveryId, DeliveryCost = cart.DeliveryCost,
        };
        cart.State = "ordered";
        state.Touch(cart);
        return Shown(order);
    }

    /// <summary>Asked again with the same amount it answers as the first time.</summary>
    public Reply Commit(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "orderCode", "payments");
        var order = state.OrderOf(asked, caller);
        var payments = Payments(asked);
        var told = payments.Sum(p => p.Value);
        if (order.Status is "EXPIRED") return Shown(order);
        if (order.Status is "CANCELLED") throw Faults.Unfit("The order was cancelled.");
        if (order.Status is "PAID" or "CONFIRMED")
            return told == order.LastTold ? Shown(order) : throw Faults.Unfit("The order was committed with another amount.");
        if (order.Type == "PURCHASE" ? told < order.Total : (payments.Count > 0 || state.Options.BookingsNeedPayment) && told < order.Total)
            throw Faults.Unfit($"The payments are {told.Written()} of {order.Total.Written()}.");

        order.Payments.AddRange(payments);
        order.LastTold = told;
        if (order.Type == "BOOKING") Book(order);
        else Sell(order);
        return Shown(order);
    }

    public Reply PurchaseBooking(Call call, Caller caller)
    {
        var asked = Asked.Of(call, "orderCode", "items");
        var booking = state.OrderOf(asked, caller);
        var ids = asked.Wholes("items");
        if (booking.Status == "EXPIRED") throw Faults.NoOrder();
        if (booking is not { Type: "BOOKING", Status: "CONFIRMED" }) throw Faults.Unfit("The order is not a confirmed booking.");
        var items = ids.Select(id => booking.Items.Find(i => i.Id == id) ?? throw Faults.Unfit("An item is not in the booking.")).ToList();
        if (items.Exists(i => i.BookingStatus == "EXPIRED")) throw Faults.NoOrder();
        if (items.Exists(i => i.BookingStatus != "PENDING" || state.IsBeingBought(booking, i))) throw Faults.Unfit("An item was bought already or is being bought.");

        if (state.Options.PurchaseKeepsCode)
        {
            (booking.Type, booking.Status, booking.Buying, booking.LapsesAt) = ("PURCHASE", "PRE_ORDER", [.. ids], state.Now + state.Options.OrderLife);
            return Shown(booking);
        }
        return Shown(new Order
        {
            Code = Ids.NewOrderCode(), ChannelId = caller.Channel, Type = "PURCHASE", CartToken = booking.CartToken, Created = state.Now, LapsesAt = state.Now + state.Options.OrderLife,
            Items = [.. items.Select(i => Bought(i, booking))], Client = booking.Client, DeliveryId = booking.DeliveryId,
            DeliveryCost = Tariff.Rounded(booking.DeliveryCost * items.Count / booking.Items.Count), BuysFrom = booking.Code,
        });
    }

    public Reply Details(Call call, Caller caller) => Xml.Answer(OrderShapes.Of(state.OrderOf(Asked.Of(call, "orderCode"), caller), state));

    private Item Bought(Item item, Order booking)
    {
        var copy = item.Copy(state.NextId());
        copy.OriginalBooking = booking.Code;
        return copy;
    }

    private void Book(Order order)
    {
        order.Status = "CONFIRMED";
        foreach (var item in order.Items)
        {
            var session = state.SessionOf(item);
            var (kept, latest) = (state.Now + session.Event.BookingLife, session.StartUtc.AddHours(-1));
            (item.Status, item.BookingStatus, item.BookingExpires) = ("CONFIRMED", "PENDING", kept < latest ? kept : latest);
            state.Take(item, PlaceStatus.Booked);
        }
    }

    private void Sell(Order order)
    {
        foreach (var item in order.ToPay)
        {
            (item.Status, item.Barcode) = ("PURCHASED", Ids.NewBarcode());
            if (item.BookingStatus is not null) item.BookingStatus = "SOLD";
            state.Take(item, PlaceStatus.Sold);
        }
        order.Status = "PAID";
        if (order.Buying.Count > 0 && order.Items.Exists(i => i.BookingStatus == "PENDING"))
            // What was not bought stays booked under the same code.
            (order.Type, order.Status) = ("BOOKING", "CONFIRMED");
        order.Buying = [];
        if (order.BuysFrom is null) return;
        var booking = state.Orders[order.BuysFrom];
        foreach (var item in booking.Items.Where(i => order.Items.Exists(o => o.PlaceId == i.PlaceId))) (item.BookingStatus, item.RelatedOrder) = ("SOLD", order.Code);
        state.Touch(booking);
    }

    private List<Payment> Payments(Asked asked) =>
        [.. asked.Fragment("payments", Xml.OrderInput + "payments")?.Elements(Xml.OrderInput + "payment").Select(Read) ?? []];

    private Payment Read(XElement payment)
    {
        if (payment.Attribute("type")?.Value is not { } type || !PaymentTypes.Contains(type)) throw Faults.Malformed("payments");
        var value = Asked.Amount("payments", payment.Attribute("value")?.Value ?? throw Faults.Malformed("payments"));
        return value < 0 ? throw Faults.Malformed("payments") : new Payment(state.NextId(), type, value, payment.Attribute("externalReference")?.Value, state.Now);
    }

    private Reply Shown(Order order)
    {
        state.Touch(order);
        return Xml.Answer(OrderShapes.Of(order, state));
    }
}
