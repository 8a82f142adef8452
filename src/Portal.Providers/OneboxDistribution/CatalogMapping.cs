using System.Globalization;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution;

/// <summary>Sessions, prices and what is left, from the provider's shapes into ours. Pure.</summary>
internal static class CatalogMapping
{
    /// <summary>The event of some sessions; null when no session has a start.</summary>
    public static CatalogEvent? Event(IReadOnlyList<SessionDto> sessions, string currency)
    {
        var (first, of) = (sessions[0], sessions[0].Event!);
        var zone = first.Venue?.Location?.TimeZone;
        List<CatalogSession> nights = [.. sessions.Select(s => Session(s, zone, currency)).OfType<CatalogSession>().OrderBy(s => s.StartLocal)];
        if (nights.Count == 0 || (Text(of.Texts?.Title, of.DefaultLanguage) ?? of.Name ?? first.Name) is not { Length: > 0 } name)
            return null;
        var (status, word) = Status(sessions);
        return new CatalogEvent(of.Id!.Value.ToString(CultureInfo.InvariantCulture), name, status, word)
        {
            Category = of.Type?.ToLowerInvariant() ?? "other",
            Description = Text(of.Texts?.DescriptionShort, of.DefaultLanguage),
            VenueName = first.Venue?.Name,
            City = first.Venue?.Location?.City,
            Country = Alpha3(first.Venue?.Location?.Country?.Code),
            TimeZone = zone,
            Promoter = of.Entity is { Id: { } id, Name: { Length: > 0 } entity } ? new CatalogPromoter(id.ToString(CultureInfo.InvariantCulture), entity) : null,
            FromPrice = nights.Where(n => n.FromPrice is not null).MinBy(n => n.FromPrice!.Value.Amount)?.FromPrice,
            StockHint = nights.TrueForAll(n => n.StockHint is not null) ? nights.Sum(n => n.StockHint) : null,
            Kind = sessions.Any(s => s.Venue?.Graphic is true) ? OfferKind.Seats : OfferKind.Zone,
            Sessions = nights,
        };
    }

    /// <summary>An offer per price type and rate. What we pay is value and surcharges; the surcharges are told apart too (page 1b.9).</summary>
    public static IReadOnlyList<Offer> Offers(long session, SessionDto said, AvailabilityDto left, IReadOnlyList<PriceEntryDto> prices, DistributionOptions options)
    {
        var numbered = Numbered(left);
        var offers = new List<Offer>();
        foreach (var entry in prices)
        {
            if (entry is not { PriceType.Id: { } type, Rate.Id: { } rate, Price.Value: { } value } || left.PriceTypes?.FirstOrDefault(t => t.Id == type) is not { } count)
                continue;
            var currency = entry.Currency ?? options.Currency;
            var name = entry.PriceType!.Name ?? count.Name ?? "Ticket";
            var whyNot = said.ForSale is false ? "The organiser has taken it off sale." : said.OnSale is false ? "It is not on sale at the moment." : count.Availability?.Left is 0 ? "Sold out." : null;
            offers.Add(new Offer($"{new DistributionOfferRef(session, type, rate)}", entry.Rate!.Default is true ? name : $"{name}, {entry.Rate.Name}", new Money(value + entry.Price!.Charges, currency), new QuantityRule(Max: options.MaxPerOrder))
            {
                Category = name,
                ChargesEach = new Money(entry.Price.Charges, currency),
                FaceValue = new Money(value, currency),
                Stock = count.Availability?.Left,
                IsSellable = whyNot is null,
                WhyNot = whyNot,
                Delivery = DeliveryKind.ETicket,
                Kind = numbered.Contains(type) ? OfferKind.Seats : OfferKind.Zone,
                PersonCategory = entry.Rate.Default is true ? null : entry.Rate.Name,
                ZoneRef = type.ToString(CultureInfo.InvariantCulture),
                CanPickSeats = numbered.Contains(type),
                CanAskTogether = numbered.Contains(type),
                Notes = said.Date?.StartUnconfirmed is true ? ["Date not confirmed"] : [],
            });
        }
        return [.. offers.DistinctBy(o => o.OfferRef)];
    }

    /// <summary>Price types that some sector lists have numbered seats.</summary>
    public static HashSet<long> Numbered(AvailabilityDto left) =>
        [.. (left.Sectors ?? []).SelectMany(s => s.PriceTypes ?? []).Select(t => t.Id).OfType<long>()];

    private static CatalogSession? Session(SessionDto dto, string? zone, string currency)
    {
        if (dto is not { Id: { } id, Date.Start: { } start })
            return null;
        var from = dto.Price?.MinFinal?.Value ?? (dto.Price?.Min is { Value: { } value } min ? value + min.Charges : null);
        return new(id.ToString(CultureInfo.InvariantCulture), Local(start, zone), Local(dto.Date.End ?? start, zone), dto.Date.StartUnconfirmed is not true)
        {
            FromPrice = from is > 0 ? new Money(from.Value, dto.Price?.Currency ?? currency) : null,
            StockHint = dto.SoldOut is true ? 0 : dto.Availability?.Left,
        };
    }

    /// <summary>The wall clock at the venue, whatever offset the time was written with.</summary>
    internal static DateTime Local(NaiveTime time, string? zone) =>
        time.Offset is not null && zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info)
            ? TimeZoneInfo.ConvertTimeFromUtc(time.AsUtc, info)
            : time.Wall;

    private static (EventStatus, string) Status(IReadOnlyList<SessionDto> sessions) =>
        sessions.Any(s => s.OnSale is not false && s.ForSale is not false && s.SoldOut is not true) ? (EventStatus.OnSale, "on_sale")
        : sessions.All(s => s.SoldOut is true) ? (EventStatus.SoldOut, "sold_out")
        : (EventStatus.NotOnSale, "not on_sale");

    // Maps say es-ES, the default language says es_ES.
    private static string? Text(Dictionary<string, string>? texts, string? language) => texts is not { Count: > 0 } ? null
        : texts.FirstOrDefault(t => ConnectionFacts.Plain(t.Key) == ConnectionFacts.Plain(language ?? "")).Value is { Length: > 0 } own ? own
        : texts.Values.FirstOrDefault(t => t.Length > 0);

    private static string? Alpha3(string? alpha2)
    {
        if (alpha2 is not { Length: 2 } || !alpha2.All(char.IsAsciiLetter))
            return null;
        try
        {
            return new RegionInfo(alpha2).ThreeLetterISORegionName;
        }
        catch (ArgumentException)
        {
            // A code that no country has: the city alone is shown.
            return null;
        }
    }
}
