using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;

namespace Portal.Providers.Xs2Event;

/// <summary>Events, tickets and what is held of them, from the provider's shapes into ours. Pure.</summary>
internal static class Xs2EventMapping
{
    /// <summary>The event; null when it lacks what an event must have (id, name, start).</summary>
    public static CatalogEvent? Event(EventDto dto)
    {
        if (dto is not { EventId: { Length: > 0 } id, EventName: { Length: > 0 } name, DateStart: { } start })
            return null;
        return new CatalogEvent(id, name, Xs2EventWords.Event(dto.EventStatus), dto.EventStatus ?? "")
        {
            Category = dto.SportType?.ToLowerInvariant() ?? "other",
            Competition = dto.TournamentName,
            Description = dto.EventDescription,
            VenueName = dto.VenueName,
            City = dto.City,
            Country = dto.IsoCountry,
            TimeZone = VenueTime.ZoneOfCountry(dto.IsoCountry),
            FromPrice = dto.MinTicketPriceEur is { } price and > 0 ? new Money(price, "EUR") : null,
            StockHint = dto.NumberOfTickets,
            IsPopular = dto.IsPopular ?? false,
            Sessions = [new(id, start.Wall, dto.DateStop is { } stop && stop.Wall >= start.Wall ? stop.Wall : start.Wall, dto.DateConfirmed ?? false)],
        };
    }

    /// <summary>The offer; null when it has no id or no price, without which nothing can be said of it.</summary>
    public static Offer? Offer(TicketDto dto)
    {
        if (dto is not { TicketId: { Length: > 0 } id, NetRate: { } net, CurrencyCode: { Length: > 0 } currency })
            return null;
        var whyNot = WhyNot(dto, currency);
        return new Offer(id, dto.TicketTitle ?? dto.CategoryName ?? "Ticket", MinorUnits.ToMoney(net, currency), Rule(dto))
        {
            Category = dto.CategoryName,
            CategoryType = dto.CategoryType?.ToLowerInvariant(),
            FaceValue = dto.FaceValue is { } face and > 0 ? MinorUnits.ToMoney(face, currency) : null,
            Stock = dto.Stock ?? 0,
            IsSellable = whyNot is null,
            WhyNot = whyNot,
            Delivery = Xs2EventWords.Delivery(dto.TypeTicket),
            Validity = Xs2EventWords.Validity(dto.TicketValidity),
            Notes = [.. Notes(dto)],
        };
    }

    public static QuantityRule Rule(TicketDto dto) => new(
        Min: Math.Max(1, dto.MinOrder ?? 1),
        Step: dto.Options?.PairsOnly is true || dto.HasFlag("pairs_only") ? 2 : 1,
        NotLeaveOne: dto.HasFlag("no_max_minus_1"),
        CountsPackages: dto.HasFlag("package_rate"));

    public static HeldPlaces Held(ReservationDto dto, string reservationId, DateTime expiresAt) => new(
        [new(Xs2EventReferences.Reservation, reservationId)], expiresAt, dto.Status ?? "", Lines(dto.Items));

    public static IReadOnlyList<HeldLine> Lines(IReadOnlyList<SoldItemDto>? items) => [.. (items ?? [])
        .Where(i => i.TicketId is not null)
        .Select(i => new HeldLine(i.TicketId!, i.Quantity ?? 0,
            i is { NetRate: { } net } && (i.Currency ?? i.CurrencyCode) is { Length: > 0 } currency ? MinorUnits.ToMoney(net, currency) : null))];

    private static string? WhyNot(TicketDto dto, string currency)
    {
        if (!string.Equals(dto.TicketStatus, "available", StringComparison.OrdinalIgnoreCase))
            return $"The provider does not sell it at the moment ({dto.TicketStatus ?? "no status"}).";
        if (dto.Stock is not > 0)
            return "Sold out.";
        if (MinorUnits.Exponent(currency) != 2)
            return $"Prices in {currency} cannot be read with certainty from this provider.";
        return Rule(dto).Nearest(dto.Stock.Value, dto.Stock) is null ? "What is left cannot be sold under the offer's quantity rule." : null;
    }

    private static IEnumerable<string> Notes(TicketDto dto)
    {
        if (dto.Options?.CoveredSeat is true)
            yield return "Covered seat";
        if (dto.Options?.NumberedSeat is true)
            yield return "Numbered seat";
        if (dto.Options?.VideoWall is true)
            yield return "Video wall in view";
        if (dto.HasFlag("no_away_fans"))
            yield return "No away fans";
        if (dto.HasFlag("no_awayteam_nationality_allowed"))
            yield return "Not for nationals of the away team's country";
        if (dto.HasFlag("no_awayteam_province_allowed"))
            yield return "Not for residents of the away team's province";
    }
}
