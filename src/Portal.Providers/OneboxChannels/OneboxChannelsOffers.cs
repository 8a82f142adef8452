using System.Globalization;
using System.Xml.Linq;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

/// <summary>What can be bought of a session: each price zone at each rate, or each activity ticket type (page 1a.4, <c>session-info</c>). Pure.</summary>
internal sealed class OneboxChannelsOffers(XElement session, OneboxChannelsOptions options, string? whyNotAtAll, DateTime now)
{
    private readonly string id = session.Text("id") ?? "";
    private readonly XElement? properties = session.Child("session-properties");
    private readonly bool isGraphic = session.Flag("isGraphicVenue") is true;

    public IReadOnlyList<Offer> All() =>
    [
        .. session.Below("price-zone-availability").Where(z => z.Text("id") is not null).SelectMany(Zone),
        .. session.Child("activity-ticket-types-availability").Children("activity-ticket-type-availability").Concat(session.Child("activity-ticket-types-availability").Children("activity-ticket-types-availability"))
            .Where(t => t.Text("id") is not null).Select(Type),
    ];

    /// <summary>Places left of a zone or ticket type; null when not told.</summary>
    public static int? Left(XElement of) => of.Child("availability-info").Whole("available");

    /// <summary>What one costs: the promoted price where there is one, charges on top.</summary>
    public static (decimal Price, decimal Charges)? Price(XElement of)
    {
        // An activity's price stands one level deeper.
        var priced = of.Child("individualPrice") ?? of;
        return priced.Amount("promotedPrice") is { } promoted ? (promoted, OneboxChannelsMapping.Charges(priced.Child("promotedPriceCharges")))
            : priced.Amount("originalBasePrice") is { } listed ? (listed, OneboxChannelsMapping.Charges(priced.Child("originalBasePriceCharges")))
            : null;
    }

    private bool HasBestSeats => properties.Flag("bestSeatsOperationSupported") is not false;

    private IEnumerable<Offer> Zone(XElement zone)
    {
        var zoneId = zone.Text("id")!;
        var rates = session.Child("sessionRates").Children("sessionRate").Where(r => r.Text("id") is not null).ToList();
        var ordinary = rates.Find(r => r.Flag("default") is true);
        foreach (var rate in rates.Count == 0 ? [null] : rates.ToList<XElement?>())
        {
            var isOrdinary = rate == ordinary;
            if (Make(zone, OfferName.OfZone(id, zoneId, isOrdinary ? null : rate.Text("id"))) is not { } offer)
                continue;
            var unreachable = !HasBestSeats && (!isOrdinary || !isGraphic) ? "It can only be had as chosen seats, which this API sells at the ordinary rate." : null;
            yield return offer with
            {
                Category = zone.Text("name"), ZoneRef = zoneId, PersonCategory = rates.Count > 1 ? rate.Text("name") : null,
                Kind = isGraphic ? OfferKind.Seats : OfferKind.Zone,
                CanPickSeats = isGraphic && isOrdinary, CanAskTogether = isGraphic && HasBestSeats,
                IsSellable = offer.IsSellable && unreachable is null, WhyNot = offer.WhyNot ?? unreachable,
                Notes =
                [
                    .. isOrdinary ? Array.Empty<string>() : ["Onebox tells the price of this rate only when it is held; the ordinary price is shown."],
                    .. HasBestSeats ? Array.Empty<string>() : ["Seats must be chosen on the map."],
                ],
            };
        }
    }

    private Offer Type(XElement type) => Make(type, OfferName.OfType(id, type.Text("id")!)) is { } offer
        ? offer with { Kind = OfferKind.Slot, PersonCategory = type.Text("name") }
        : new Offer(OfferName.OfType(id, type.Text("id")!).ToString(), type.Text("name") ?? "Ticket", new Money(0, options.Currency), new QuantityRule()) { IsSellable = false, WhyNot = "Onebox names no price for it." };

    /// <summary>Null without a price, without which nothing can be said of it.</summary>
    private Offer? Make(XElement of, OfferName name)
    {
        if (Price(of) is not { } price)
            return null;
        var left = Left(of);
        var whyNot = whyNotAtAll ?? WhyNot() ?? (left is <= 0 ? "Sold out." : null);
        return new Offer(name.ToString(), of.Text("name") ?? "Ticket", new Money(price.Price + price.Charges, options.Currency), new QuantityRule(Max: Most()))
        {
            FaceValue = new Money(price.Price, options.Currency), ChargesEach = new Money(price.Charges, options.Currency),
            Stock = left, IsSellable = whyNot is null, WhyNot = whyNot, Delivery = DeliveryKind.ETicket,
        };
    }

    private int? Most()
    {
        // The mode is not known yet; the hold obeys the limit of its own.
        var most = new[] { properties.Whole("purchaseTicketsLimit"), options.Limits.Values.All(l => l is not null) ? options.Limits.Values.Max() : null };
        return most.Where(m => m > 0).DefaultIfEmpty(null).Min();
    }

    private string? WhyNot()
    {
        if (session.Flag("forSale") is false)
            return "The provider does not sell it at the moment.";
        if (OneboxChannelsMapping.Date(session, "SESSION_SALES_BEGIN") is { } begin && begin.Offset is not null && begin.AsUtc > now)
            return string.Create(CultureInfo.InvariantCulture, $"On sale from {begin.Wall:d MMMM yyyy HH:mm} local time.");
        return OneboxChannelsMapping.Date(session, "SESSION_SALES_END") is { } end && end.Offset is not null && end.AsUtc <= now ? "Its sale has ended." : null;
    }
}
