using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Readers;

namespace Portal.Providers.SecuTix;

/// <summary>The catalogue, from the provider's shapes into ours. Pure.</summary>
internal sealed class SecuTixMapping(SecuTixCatalogue catalogue, PosConfigDto pos, SecuTixOptions options)
{
    // Passes, services and goods have no date; what has none is there always.
    private static readonly DateTime Always = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), ForEver = new(2099, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);

    public string Currency { get; } = pos.CurrencyCode ?? pos.InstitutionCurrency?.CurrencyCode ?? "EUR";

    public IReadOnlyList<CatalogEvent> Events() => [.. catalogue.Products.Values.Select(Event).OfType<CatalogEvent>()];

    public string NameOf(ProductDto product) => product.ExternalName?.In(options.Locale) ?? product.Code ?? product.Id!;

    /// <summary>Why nothing of this family is kept without payment; null when it is.</summary>
    public string? NoBooking(ProductDto product)
    {
        var family = Family(product);
        var (flag, what) = options.BookAs == "OPTION" ? (family?.DirectOption, "taken as an option") : (family?.Reservable, "reserved");
        return SecuTixWords.IsYes(flag) ? null : $"At this point of sale products of this kind cannot be {what}.";
    }

    /// <summary>Why nothing of the product can be sold here; null when it can.</summary>
    public string? WhyNot(ProductDto product)
    {
        if (!SecuTixWords.IsRunning(product.State))
            return $"The institution does not sell it at the moment ({product.State}).";
        if (product.IsNominative is true)
            return "Its tickets bear the holders' names, and SecuTix documents no way to send them.";
        return Family(product)?.ContactRequired is true && options is { ContactReference: null, ContactIsBuyersEmail: false }
            ? "The institution wants to know the purchaser, and the connection names no ContactReference."
            : null;
    }

    private CatalogEvent? Event(ProductDto product)
    {
        var venue = catalogue.VenueOf(product);
        var performances = (product.Event?.Performances ?? []).Where(p => p.Id is not null && SecuTixWords.IsRunning(p.State)).ToList();
        List<CatalogSession> sessions = product.Simple is not null
            ? [new(product.Id!, Always, ForEver, true) { FromPrice = From((product.Simple.Items ?? []).SelectMany(i => i.ItemPrices ?? []).Select(p => p.Amount)) }]
            : [.. performances.Select(p => Session(p, venue)).OfType<CatalogSession>()];
        if (sessions.Count == 0)
            return null;
        return new CatalogEvent(product.Id!, NameOf(product), SecuTixWords.Product(product.State), product.State ?? "")
        {
            Category = (product.Event?.Genre ?? product.ProductFamilyType ?? "other").ToLowerInvariant(),
            VenueName = venue?.Name,
            City = venue?.City,
            Country = venue?.Country,
            TimeZone = venue is null ? pos.OrganizationTimeZone : venue.TimeZone,
            Promoter = pos.OrganizationCode is { } code ? new CatalogPromoter(pos.OrganizationId ?? code, code) : null,
            FromPrice = sessions.Select(s => s.FromPrice).OfType<Money>().OrderBy(m => m.Amount).Select(m => (Money?)m).FirstOrDefault(),
            Kind = product.Simple is not null ? OfferKind.Product
                : performances.Exists(p => p.SeatCategories?.Any(c => c.Numbered is true) is true) ? OfferKind.Seats : OfferKind.Zone,
            NoBooking = NoBooking(product),
            Sessions = sessions,
        };
    }

    private CatalogSession? Session(PerformanceDto performance, SecuTixVenue? venue)
    {
        if (WireTimes.Wall(performance.Start, venue?.TimeZone, pos.OrganizationTimeZone) is not { } start)
            return null;
        return new CatalogSession(performance.Id!, start, start.AddSeconds(performance.Duration ?? 0), true) { FromPrice = From((performance.Prices ?? []).Select(p => p.Amount)) };
    }

    // A child's free ticket is no price to advertise.
    private Money? From(IEnumerable<decimal?> prices) => prices.Where(p => p > 0).Min() is { } cheapest ? SecuTixMoney.Of(cheapest, Currency) : null;

    private ProductFamilyDto? Family(ProductDto product) => pos.ProductFamilies?.FirstOrDefault(f => f.ProductFamilyType == product.ProductFamilyType);
}
