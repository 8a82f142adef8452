using System.Globalization;
using System.Xml.Linq;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

/// <summary>Events and their sessions, from the provider's shapes into ours (page 1a.4, catalog). Pure.</summary>
internal static class OneboxChannelsMapping
{
    /// <summary>The event; null when it lacks what an event must have (id, title, a session with a start).</summary>
    /// <param name="of">An <c>event-search-info</c>.</param>
    /// <param name="sample">The <c>session-info</c> of one of its sessions, which tells whether there is a map; null when it was not read.</param>
    /// <param name="currency">Of the connection: the catalogue names none.</param>
    public static CatalogEvent? Event(XElement of, XElement? sample, string currency)
    {
        var sessions = of.Below("session-search-info").ToList();
        if ((of.Text("id"), of.Text("title") ?? of.Text("internalName")) is not ({ } id, { } title) || sessions.Select(Session).OfType<CatalogSession>().ToList() is not { Count: > 0 } shown)
            return null;
        var venue = sessions.Select(s => s.Child("venue")).FirstOrDefault(v => v is not null);
        var isActivity = string.Equals(of.Text("eventType"), "ACTIVITY", StringComparison.OrdinalIgnoreCase);
        var isForSale = sessions.Exists(s => s.Flag("forSale") is not false);
        return new CatalogEvent(id, title, isForSale ? EventStatus.OnSale : EventStatus.NotOnSale, isForSale ? "forSale" : "not forSale")
        {
            Category = of.Child("taxonomy").Text("description")?.ToLowerInvariant() ?? of.Child("taxonomy").Text("code")?.ToLowerInvariant() ?? "other",
            Description = of.Text("shortDescription"),
            VenueName = venue.Text("name"),
            City = venue.Child("location").Text("city"),
            Country = Alpha3(venue.Child("location").Child("country").Text("code")),
            TimeZone = venue.Text("timeZone") ?? sessions.SelectMany(s => s.Below("datetime")).Select(d => d.Text("timeZoneId")).FirstOrDefault(z => z is not null),
            Promoter = (of.Child("promotor") ?? of.Child("entidad")) is { } promoter && promoter.Text("id") is { } promoterId
                ? new CatalogPromoter(promoterId, promoter.Text("corporateName") ?? $"Promoter {promoterId}") : null,
            FromPrice = of.Child("eventMinPrice") is { } least && least.Amount("price") is { } price ? new Money(price + Charges(least.Child("charges")), currency) : null,
            Kind = isActivity ? OfferKind.Slot : sample.Flag("isGraphicVenue") is true ? OfferKind.Seats : OfferKind.Zone,
            Sessions = shown,
        };
    }

    /// <summary>A session's date of one kind, as written.</summary>
    public static NaiveTime? Date(XElement session, string type) =>
        NaiveTime.Parse(session.Child("dates").Children("datetime").FirstOrDefault(d => d.Text("type") == type)?.Value.Trim());

    public static decimal Charges(XElement? charges) => charges.Below("charge").Sum(c => c.Amount("value") ?? 0);

    private static CatalogSession? Session(XElement of)
    {
        if ((of.Text("id"), Date(of, "SESSION_BEGIN")) is not ({ } id, { } begin))
            return null;
        var end = Date(of, "SESSION_END");
        var isPending = of.Child("dates").Children("datetime").Any(d => d.Text("type") == "SESSION_BEGIN" && d.Flag("pendingConfirmation") is true);
        return new CatalogSession(id, begin.Wall, end is { } known && known.Wall >= begin.Wall ? known.Wall : begin.Wall, !isPending);
    }

    private static string? Alpha3(string? code)
    {
        if (code is not { Length: 2 } || !code.All(char.IsAsciiLetter))
            return code?.ToUpperInvariant();
        try
        {
            return new RegionInfo(code.ToUpperInvariant()).ThreeLetterISORegionName;
        }
        catch (ArgumentException)
        {
            // A code that this machine does not know says no country.
            return null;
        }
    }
}
