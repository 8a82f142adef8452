using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix;

/// <summary>What can be bought of a performance or a product: the catalogue's prices with the stock of this moment. Pure.</summary>
internal sealed class SecuTixOffers(SecuTixCatalogue catalogue, PosConfigDto pos, SecuTixOptions options)
{
    private readonly SecuTixMapping mapping = new(catalogue, pos, options);

    /// <param name="product">Of what.</param>
    /// <param name="performance">Which occurrence.</param>
    /// <param name="left">Places by seat category.</param>
    public IReadOnlyList<Offer> Of(ProductDto product, PerformanceDto performance, IReadOnlyDictionary<string, int> left)
    {
        var categories = (performance.SeatCategories ?? []).Where(c => c.Id is not null).ToDictionary(c => c.Id!);
        var whyNot = SecuTixWords.IsRunning(performance.State) ? mapping.WhyNot(product) : $"The institution does not sell it at the moment ({performance.State}).";
        return [.. (performance.Prices ?? []).Where(p => p is { SeatCatId: not null, AudSubCatId: not null, Amount: not null }).Select(price =>
        {
            var category = categories.GetValueOrDefault(price.SeatCatId!);
            var offer = Offer(product, new SecuTixOffer(performance.Id, price.SeatCatId, null, price.AudSubCatId!), category?.ExternalName?.In(options.Locale) ?? category?.Code ?? "Place",
                price.Amount!.Value, new QuantityRule(Max: pos.MaxSeatsPerPerformance), left.GetValueOrDefault(price.SeatCatId!), whyNot);
            return offer with { ZoneRef = price.SeatCatId, Kind = category?.Numbered is true ? OfferKind.Seats : OfferKind.Zone };
        })];
    }

    /// <param name="product">Of what.</param>
    /// <param name="left">Units by item; an item that is not in it is unlimited.</param>
    public IReadOnlyList<Offer> Of(ProductDto product, IReadOnlyDictionary<string, int> left) =>
    [
        .. from item in product.Simple?.Items ?? []
           where item.ItemId is not null
           from price in item.ItemPrices ?? []
           where price is { AudSubCatId: not null, Amount: not null }
           select Offer(product, new SecuTixOffer(null, null, item.ItemId, price.AudSubCatId!), item.ExternalName?.In(options.Locale) ?? mapping.NameOf(product),
               price.Amount!.Value, new QuantityRule(Math.Max(1, price.MinQty ?? 1), price.MaxQty), left.TryGetValue(item.ItemId!, out var units) ? units : null, mapping.WhyNot(product)),
    ];

    private Offer Offer(ProductDto product, SecuTixOffer of, string category, decimal thousandths, QuantityRule rule, int? stock, string? whyNot)
    {
        var audience = catalogue.AudienceName(of.AudienceId, options.Locale);
        whyNot ??= stock is <= 0 ? "Sold out." : rule.Nearest(rule.Min, stock) is null ? "What is left cannot be sold under the offer's quantity rule." : null;
        return new Offer(of.Name, $"{category}, {audience}", SecuTixMoney.Of(thousandths, mapping.Currency), rule)
        {
            Category = category, PersonCategory = audience, Stock = stock, IsSellable = whyNot is null, WhyNot = whyNot,
            Delivery = DeliveryKind.ETicket, Kind = OfferKind.Product, NoBooking = mapping.NoBooking(product),
        };
    }
}
