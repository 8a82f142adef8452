using Portal.Core.Pricing;

namespace Portal.Core.Catalog;

/// <summary>What a row says of a session's offers in one figure each. Pure.</summary>
public static class OfferSums
{
    /// <summary>The cheapest that can be had; null when nothing can. What small children get for nothing is no price, as long as others pay.</summary>
    public static Money? From(IReadOnlyList<Offer> offers) =>
        offers.Where(o => o.IsSellable && o.Stock != 0).OrderBy(o => o.NetEach.Amount == 0).ThenBy(o => o.NetEach.Amount).Select(o => (Money?)o.NetEach).FirstOrDefault();

    /// <summary>
    /// Places left; null where an offer is unlimited or does not say. Prices for several kinds of people, and rates of one zone, share their
    /// places and count once.
    /// </summary>
    public static int? Stock(IReadOnlyList<Offer> offers)
    {
        var sellable = offers.Where(o => o.IsSellable).ToList();
        return sellable.Exists(o => o.Stock is null)
            ? null
            : sellable.GroupBy(o => o.ZoneRef ?? (o.PersonCategory is null ? o.OfferRef : "")).Sum(shared => shared.Max(o => o.Stock!.Value));
    }
}
