using System.Net;
using System.Text.RegularExpressions;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

/// <summary>Products, slots and person categories, from the provider's shapes into ours. Pure.</summary>
internal static partial class EGumaMapping
{
    /// <summary>The product with its slots; null when it cannot be bought now: inactive, without categories, without a free date.</summary>
    /// <param name="list">Names merchant and currency.</param>
    public static CatalogEvent? Event(ProductsDto list, ProductDto product, IReadOnlyList<AvailabilityDto> slots, EGumaOptions options)
    {
        var currency = list.Currency ?? options.Currency;
        var sessions = slots.Select(s => Session(s, product.IsDay, currency)).OfType<CatalogSession>().DistinctBy(s => s.SessionRef).ToList();
        if (!IsOffered(product) || sessions.Count == 0)
            return null;
        var free = sessions.Where(s => s.StockHint != 0).ToList();
        return new CatalogEvent(product.Id!, Text(product.NameTranslations, product.Name, options.Language) ?? product.Id!, free.Count > 0 ? EventStatus.OnSale : EventStatus.SoldOut, "active")
        {
            Category = "attraction",
            Description = Plain(Text(product.DescriptionTranslations, product.Description, options.Language)),
            VenueName = list.CompanyName,
            City = options.City,
            Country = options.Country,
            TimeZone = options.Zone,
            Promoter = list.CompanyName is { Length: > 0 } company ? new CatalogPromoter(company.Length <= 100 ? company : company[..100], company) : null,
            FromPrice = Cheapest((free.Count > 0 ? free : sessions).Select(s => s.FromPrice)),
            StockHint = free.Count == 0 ? 0 : free.Exists(s => s.StockHint is null) ? null : free.Sum(s => s.StockHint),
            Kind = product.IsDay ? OfferKind.Day : OfferKind.Slot,
            Sessions = sessions,
        };
    }

    public static bool IsOffered(ProductDto product) => product is { Id.Length: > 0, IsActive: not false, Categories.Count: > 0 };

    public static SessionQuote Quote(SessionKey session, AvailabilityDto? slot, string currency) => slot is null
        ? new SessionQuote(session, null, 0)
        : new SessionQuote(session, slot.AvailabilityCount == 0 ? null : From(slot, currency), slot.AvailabilityCount);

    /// <summary>One offer for each person category that has a price.</summary>
    public static IReadOnlyList<Offer> Offers(ProductDto product, AvailabilityDto slot, string currency, EGumaOptions options) =>
        [.. (slot.Prices ?? []).Select(p => Offer(product, slot, p, currency, options)).OfType<Offer>()];

    public static QuantityRule Rule(PriceDto price) => new(Math.Max(1, price.MinQuantity ?? 1), price.MaxQuantity is > 0 and var max ? max : null);

    public static Money Amount(long cents, string currency) => new(cents / 100m, currency);

    public static string? NameOf(ProductDto? product, string categoryId, EGumaOptions options) =>
        product?.Categories?.FirstOrDefault(c => c.Id == categoryId) is { } category ? Text(category.NameTranslations, category.Name, options.Language) : null;

    /// <summary>As it is echoed in what follows; a day is always sent with midnight (providers/README).</summary>
    public static string Start(string startsAt) => startsAt.Contains('T', StringComparison.Ordinal) ? startsAt : $"{startsAt}T00:00:00";

    private static Offer? Offer(ProductDto product, AvailabilityDto slot, PriceDto price, string currency, EGumaOptions options)
    {
        if (price is not { CategoryId: { Length: > 0 } id, PriceInCents: { } cents } || product.Categories?.FirstOrDefault(c => c.Id == id) is not { } category)
            return null;
        var name = Text(category.NameTranslations, category.Name, options.Language) ?? "Ticket";
        var rule = Rule(price);
        var whyNot = slot.AvailabilityCount == 0 ? "Sold out." : rule.Nearest(rule.Min, slot.AvailabilityCount) is null ? $"Fewer places are left than the smallest group of {rule.Min}." : null;
        return new Offer(new OfferName(product.Id!, Start(slot.StartsAt!), id).ToString(), Age(category) is { } age && !name.Any(char.IsDigit) ? $"{name} ({age})" : name, Amount(cents, currency), rule)
        {
            CategoryType = "admission",
            PersonCategory = name,
            Stock = slot.AvailabilityCount,
            IsSellable = whyNot is null,
            WhyNot = whyNot,
            Delivery = DeliveryKind.ETicket,
            Kind = product.IsDay ? OfferKind.Day : OfferKind.Slot,
            Notes = [.. Notes(product, slot, price, options)],
        };
    }

    private static IEnumerable<string> Notes(ProductDto product, AvailabilityDto slot, PriceDto price, EGumaOptions options)
    {
        if (slot.ClosingAt is { } closing)
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Bookable until {closing.Wall:d MMM, HH:mm}");
        foreach (var needed in (slot.Prices ?? []).Where(p => p.AllowZeroQuantity is false && p.CategoryId != price.CategoryId))
            yield return $"Only together with {NameOf(product, needed.CategoryId ?? "", options) ?? "another category"}";
    }

    private static CatalogSession? Session(AvailabilityDto slot, bool isDay, string currency) => slot is { StartsAt: { Length: > 0 } text, Start: { } start }
        ? new CatalogSession(Start(text), start, isDay ? start.Date.AddDays(1).AddMinutes(-1) : start, DateConfirmed: true)
        {
            FromPrice = From(slot, currency), StockHint = slot.AvailabilityCount,
        }
        : null;

    private static Money? From(AvailabilityDto slot, string currency) =>
        Cheapest((slot.Prices ?? []).Where(p => p.PriceInCents is not null).Select(p => (Money?)Amount(p.PriceInCents!.Value, currency)));

    // Small children cost nothing nearly everywhere: a price from zero would say nothing.
    private static Money? Cheapest(IEnumerable<Money?> prices)
    {
        var told = prices.OfType<Money>().ToList();
        return told.Where(m => m.Amount > 0).DefaultIfEmpty(told.FirstOrDefault()).MinBy(m => m.Amount) is { Currency: not null } cheapest ? cheapest : null;
    }

    private static string? Age(CategoryDto category) => (category.AgeFrom, category.AgeTo) switch
    {
        ({ } from, { } to) => $"{from}–{to}",
        ({ } from, null) => $"from {from}",
        (null, { } to) => $"up to {to}",
        _ => null,
    };

    private static string? Text(IReadOnlyDictionary<string, string?>? translations, string? otherwise, string language) =>
        translations?.GetValueOrDefault(language) is { Length: > 0 } text ? text : otherwise;

    private static string? Plain(string? html) =>
        html is null ? null : WebUtility.HtmlDecode(Tag().Replace(html, " ")).Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
