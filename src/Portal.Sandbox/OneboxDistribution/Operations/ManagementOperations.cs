using System.Globalization;
using System.Security.Cryptography;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution.Operations;

/// <summary>Orders-mgmt: confirmed orders by their code, and refunds.</summary>
internal sealed class ManagementOperations(DistributionState state)
{
    public Reply Read(Call call, long channel) => Reply.Json(200, OrderShapes.Of(Find(call.AllowOnly(), channel), state));

    public Reply List(Call call, long channel)
    {
        call.AllowOnly("channel_id", "purchase_date_from", "purchase_date_to", "limit", "offset", "include_updated_refunds");
        var channels = call.Query["channel_id"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var (from, to) = (Day("purchase_date_from", DateTime.MinValue), Day("purchase_date_to", DateTime.MaxValue));
        return call.Page(
            [.. state.Orders.Values.Where(o => o.Status == "CONFIRM" && o.ChannelId == channel && (channels.Length == 0 || channels.Contains($"{o.ChannelId}")) && o.Date >= from && o.Date <= to)],
            o => OrderShapes.Of(o, state));

        DateTime Day(string name, DateTime otherwise) => call.Query[name].ToString() is not { Length: > 0 } said ? otherwise
            : DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime
            : throw Refusals.BadManagementParameter($"{name} is not a time.");
    }

    /// <summary>Takes back the items named, all of them or none.</summary>
    public Reply Refund(Call call, long channel)
    {
        var order = Find(call.AllowOnly(), channel);
        var body = call.Object();
        if (body.Text("type") != "MANUAL") throw Refusals.BadManagementParameter("type must be MANUAL.");
        _ = (body.Flag("include_surcharges"), body.Flag("include_delivery"), body.Flag("include_insurance"));
        var ids = body.Objects("items").Select(i => i.Whole("id").Needed("items.id")).Distinct().ToList();
        var items = ids.Select(id => order.Items.Find(i => i.Id == id) ?? throw Refusals.ItemNotFound(id)).ToList();
        if (items.Find(i => i.State == "REFUNDED") is { } refunded) throw Refusals.ProductStateInvalid(refunded.Id);
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12);
        foreach (var item in items)
        {
            state.GiveBack(item);
            (item.State, item.NextOrder) = ("REFUNDED", code);
        }
        state.Touch(order);
        state.Note("refund", code, "REFUNDED", order.Code);
        return Reply.Json(200, OrderShapes.Of(order, state));
    }

    private OrderRow Find(Call call, long channel) =>
        state.Orders.Values.FirstOrDefault(o => o.Code == call.Part("code") && o.Status == "CONFIRM" && o.ChannelId == channel) ?? throw Refusals.OrderNotFound();
}
