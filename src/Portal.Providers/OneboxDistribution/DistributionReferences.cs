using System.Globalization;

namespace Portal.Providers.OneboxDistribution;

/// <summary>The kinds of names this provider gives, as stored with holds, orders and fulfilments.</summary>
public static class DistributionReferences
{
    /// <summary>Names the order until it is confirmed; sent as <c>ob-order-id</c>.</summary>
    public const string OrderId = "order_id";
    /// <summary>Names the order from its pre-confirmation on; the only name once it is confirmed.</summary>
    public const string OrderCode = "order_code";
    /// <summary>The order that a refund made.</summary>
    public const string RefundCode = "refund_code";
    /// <summary>An order's items of one session.</summary>
    public const string SessionOfOrder = "order_session";
    /// <summary>A note of ours: places were in the order, so one that is empty now was emptied.</summary>
    public const string Placed = ".placed";
}

/// <summary>An offer's name: price type at a rate. Price types belong to houses, so the session is part of it.</summary>
internal sealed record DistributionOfferRef(long Session, long PriceType, long Rate)
{
    public static DistributionOfferRef? Parse(string text) => text.Split(':') is [var session, var type, var rate]
        && Id(session) is { } s && Id(type) is { } t && Id(rate) is { } r ? new(s, t, r) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Session}:{PriceType}:{Rate}");

    private static long? Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
