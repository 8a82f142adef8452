using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution.Operations;

/// <summary>What is told of an order besides its places: buyer, attendees, delivery.</summary>
internal sealed class DataOperations(DistributionState state, OrderOperations orders)
{
    /// <summary>A free map; what was told before is replaced.</summary>
    public Reply Buyer(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var told = call.Object().Texts();
        if (told.GetValueOrDefault("email") is { Length: > 0 } email && !MailAddress.TryCreate(email, out _)) throw Refusals.BadParameter("email is not a valid e-mail address.");
        order.BuyerData = told;
        return orders.Changed(order);
    }

    public Reply Attendees(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var told = call.Object().Objects("attendees").Select(a => (Item: ItemOf(order, a), Fields: (a.Inner("field") ?? throw Refusals.Required("attendees.field")).Texts())).ToList();
        foreach (var (item, fields) in told) Check(state.Catalogue.Sessions[item.SessionId], fields);
        foreach (var (item, fields) in told) item.Attendee = fields;
        return orders.Changed(order);
    }

    public Reply Delivery(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var body = call.Object();
        Choose(order, body.Text("type") ?? throw Refusals.Required("type"), body.Amount("cost") ?? throw Refusals.Required("cost"));
        return orders.Changed(order);
    }

    /// <summary>A method of the channel at its cost; the caller names both and neither may differ.</summary>
    public void Choose(OrderRow order, string method, decimal cost)
    {
        var choice = state.Options.DeliveryMethods.FirstOrDefault(d => d.Method == method) ?? throw Refusals.BadParameter($"The channel has no delivery method {method}.");
        if (choice.Cost != cost) throw Refusals.BadParameter($"Delivery by {method} costs {choice.Cost.ToString(CultureInfo.InvariantCulture)}.");
        (order.DeliveryMethod, order.DeliveryCost) = (choice.Method, choice.Cost);
    }

    /// <summary>Required fields that have no value yet; null when there are none.</summary>
    public string? MissingAttendee(OrderRow order) => order.Items
        .SelectMany(i => state.Catalogue.Sessions[i.SessionId].Attendees.Where(f => f.Required && string.IsNullOrEmpty(i.Attendee.GetValueOrDefault(f.Key))).Select(f => $"item {i.Id}, {f.Key}"))
        .FirstOrDefault();

    private static OrderItem ItemOf(OrderRow order, JsonElement attendee)
    {
        var id = attendee.Whole("item_id").Needed("attendees.item_id");
        return order.Items.Find(i => i.Id == id) ?? throw Refusals.BadParameter($"The order has no item {id}.");
    }

    private static void Check(SessionRow session, Dictionary<string, string> told)
    {
        foreach (var (key, value) in told)
        {
            var field = session.Attendees.FirstOrDefault(f => f.Key == key) ?? throw Refusals.AttendeesInvalid(key);
            var good = value.Length == 0 || field.Type switch
            {
                "EMAIL" => MailAddress.TryCreate(value, out _),
                "DATE" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "ID" => value.Length is >= 5 and <= 20,
                _ => value.Length <= 100,
            };
            if (!good) throw Refusals.AttendeesInvalid(key);
        }
    }
}
