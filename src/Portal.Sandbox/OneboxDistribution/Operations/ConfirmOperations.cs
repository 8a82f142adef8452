using System.Globalization;
using System.Security.Cryptography;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution.Operations;

/// <summary>Freezing an order, and selling it.</summary>
internal sealed class ConfirmOperations(DistributionState state, OrderOperations orders, DataOperations data)
{
    private static readonly string[] PaymentTypes = ["CREDIT_CARD", "CASH", "BANK_TRANSFER", "EXTERNAL", "OTHER"];

    /// <summary>Asked again, answers the same: code and clock stay.</summary>
    public Reply PreConfirm(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var body = call.Object(mayBeEmpty: true);
        var type = body.Text("type") ?? "PURCHASE";
        if (type is not ("PURCHASE" or "BOOKING")) throw Refusals.BadParameter($"type cannot be {type}.");
        if (order.Status == "PRE_CONFIRM") return orders.Shown(order);

        if (order.Items.Count == 0) throw Refusals.Required("items");
        if (state.Options.RequiredBuyerData.FirstOrDefault(k => string.IsNullOrWhiteSpace(order.BuyerData.GetValueOrDefault(k))) is { } missing) throw Refusals.Required($"buyer_data.{missing}");
        if (data.MissingAttendee(order) is { } attendee) throw Refusals.AttendeesNeeded(attendee);
        if (type == "BOOKING" && order.Items.Exists(i => !state.Catalogue.Sessions[i.SessionId].CanBook(state.Now))) throw Refusals.StateInvalid("A session of the order cannot be booked now.");
        if (body.Text("delivery_method") is { } method) data.Choose(order, method, body.Amount("delivery_method_cost") ?? throw Refusals.Required("delivery_method_cost"));
        order.DeliveryMethod ??= "EMAIL";
        order.Type = type;
        order.Status = "PRE_CONFIRM";
        order.Code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12);
        order.ExpiresAt = state.Now + state.Options.PreConfirmedFor;
        state.Touch(order);
        return orders.Shown(order);
    }

    /// <summary>Final. Payments are optional; where any are told, they must cover the order.</summary>
    public Reply Confirm(Call call, long channel)
    {
        var order = orders.Named(call.AllowOnly(), channel);
        if (order.Status == "CONFIRM") throw Refusals.StateInvalid("The order is confirmed already.");
        if (!order.Open) throw Refusals.OrderNotFound();
        var body = call.Object(mayBeEmpty: true);
        if (order.Status != "PRE_CONFIRM") throw Refusals.StateInvalid("The order is not pre-confirmed.");
        if (body.TryGetProperty("payments", out _)) order.Paid = PaidIn(body, order);
        order.ExternalCode = body.Text("external_code");
        order.Status = "CONFIRM";
        foreach (var item in order.Items)
        {
            item.State = order.Type == "BOOKING" ? "BOOKED" : "PURCHASED";
            item.Barcode = RandomNumberGenerator.GetString("0123456789", 16);
            if (item.SeatId is { } seat) state.Catalogue.Seats[seat].Status = SeatStatus.Sold;
        }
        state.Touch(order);
        return orders.Shown(order);
    }

    private static decimal PaidIn(System.Text.Json.JsonElement body, OrderRow order)
    {
        var paid = 0m;
        foreach (var payment in body.Objects("payments"))
        {
            var type = payment.Text("type") ?? throw Refusals.Required("payments.type");
            if (!PaymentTypes.Contains(type)) throw Refusals.BadParameter($"payments.type cannot be {type}.");
            paid += payment.Amount("value") ?? throw Refusals.Required("payments.value");
        }
        return paid >= order.Final ? paid
            : throw Refusals.StateInvalid(string.Create(CultureInfo.InvariantCulture, $"The payments come to {paid}, the order costs {order.Final}."));
    }
}
