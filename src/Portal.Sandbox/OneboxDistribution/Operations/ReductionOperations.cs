using System.Text.Json;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxDistribution.Model;
using Portal.Sandbox.OneboxDistribution.Wire;

namespace Portal.Sandbox.OneboxDistribution.Operations;

/// <summary>Promotions and collectives, and the calls that this world's channels may not make.</summary>
internal sealed class ReductionOperations(DistributionState state, OrderOperations orders)
{
    /// <summary>Applies one promotion to the items named, or to all that take it.</summary>
    public Reply Promote(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var body = call.Object();
        var id = body.Whole("id").Needed("id");
        var items = Items(body, order);
        var takers = items.Where(i => Of(i, id) is not null).ToList();
        if (takers.Count == 0) throw Refusals.InvalidPromotion();
        var promotion = Of(takers[0], id)!;
        if (promotion.Code is not null && order.CollectiveId != promotion.Id) Check(promotion, body.Inner("collective"));
        if (promotion.SamePriceTypeOnly && takers.DistinctBy(i => i.PriceTypeId).Count() > 1) throw Refusals.NotSamePriceTypes();
        foreach (var item in takers)
        {
            item.PromotionId = promotion.Id;
            item.Reduction = Math.Round(item.Value * promotion.Percent / 100, 2, MidpointRounding.AwayFromZero);
        }
        return orders.Changed(order);
    }

    /// <summary>Shows the code of a collective once for the whole order.</summary>
    public Reply Collective(Call call, long channel)
    {
        var order = orders.Open(call.AllowOnly(), channel);
        var body = call.Object();
        var id = body.Whole("id").Needed("id");
        var promotion = order.Items.Select(i => Of(i, id)).FirstOrDefault(p => p is not null) ?? throw Refusals.InvalidCollective();
        Check(promotion, body);
        order.CollectiveId = promotion.Id;
        return orders.Changed(order);
    }

    public Reply Presale(Call call, long channel)
    {
        orders.Open(call.AllowOnly(), channel);
        CatalogueOperations.Find(state, call.Object().Whole("session_id").Needed("session_id"), channel);
        throw Refusals.PresaleNotFound();
    }

    public Reply NotOurs(Call call, long channel)
    {
        orders.Open(call.AllowOnly(), channel);
        throw Refusals.AccessDenied("The channel may not do this.");
    }

    private Promotion? Of(OrderItem item, long id) => state.Catalogue.Sessions[item.SessionId].Promotions.FirstOrDefault(p => p.Id == id);

    private static void Check(Promotion promotion, JsonElement? told)
    {
        if (promotion.Code is null || told?.Text("code") != promotion.Code || told?.Text("pin") != promotion.Pin) throw Refusals.InvalidCollective();
    }

    private static List<OrderItem> Items(JsonElement body, OrderRow order)
    {
        if (!body.TryGetProperty("items", out var named) || named.ValueKind is JsonValueKind.Null) return order.Items;
        if (named.ValueKind is not JsonValueKind.Array) throw Refusals.BadParameter("items must be a list.");
        return [.. named.EnumerateArray().Select(n => n.TryGetInt64(out var id) && order.Items.Find(i => i.Id == id) is { } item ? item : throw Refusals.BadParameter($"The order has no item {n}."))];
    }
}
