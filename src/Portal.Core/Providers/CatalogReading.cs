using Portal.Core.Catalog;
using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>The provider's names of one session.</summary>
public sealed record SessionKey(string EventRef, string SessionRef);

/// <summary>A page of the catalogue.</summary>
/// <param name="Events">What is on it.</param>
/// <param name="Mark">Where the next incremental read starts once this page and all before it are stored; null when this wire has no such mark.</param>
public sealed record CatalogPage(IReadOnlyList<CatalogEvent> Events, string? Mark);

/// <summary>An event as a provider lists it.</summary>
public sealed record CatalogEvent(string EventRef, string Name, EventStatus Status, string RawStatus)
{
    /// <summary>What it is, as a lower-case word of the provider: sport, genre, kind of product.</summary>
    public string Category { get; init; } = "other";
    /// <summary>Tournament, series, season it belongs to.</summary>
    public string? Competition { get; init; }
    public string? Description { get; init; }
    public string? VenueName { get; init; }
    public string? City { get; init; }
    /// <summary>ISO 3166 alpha-3.</summary>
    public string? Country { get; init; }
    /// <summary>IANA zone of the venue where the provider or its country tells; null when unknown.</summary>
    public string? TimeZone { get; init; }
    /// <summary>Whose event it is; null where the provider knows no organiser (then it is the connection's).</summary>
    public CatalogPromoter? Promoter { get; init; }
    /// <summary>Cheapest provider net per ticket, as listed: a hint for sorting, never a quote.</summary>
    public Money? FromPrice { get; init; }
    /// <summary>Tickets left as listed: a hint.</summary>
    public int? StockHint { get; init; }
    public bool IsPopular { get; init; }
    public OfferKind Kind { get; init; } = OfferKind.Zone;
    /// <summary>Why the provider lets nothing of it be booked without paying (SecuTix <c>reservable</c>), in words; null when it does or cannot say yet.</summary>
    public string? NoBooking { get; init; }
    public IReadOnlyList<CatalogSession> Sessions { get; init; } = [];
}

public sealed record CatalogPromoter(string PromoterRef, string Name);

/// <summary>One occurrence as a provider lists it.</summary>
/// <param name="SessionRef">Its id; the event's where the provider has one occurrence per event.</param>
/// <param name="StartLocal">Wall-clock start at the venue.</param>
/// <param name="EndLocal">Wall-clock end; equal to the start when not told.</param>
/// <param name="DateConfirmed">False while the organiser may still move it.</param>
public sealed record CatalogSession(string SessionRef, DateTime StartLocal, DateTime EndLocal, bool DateConfirmed)
{
    /// <summary>Cheapest provider net per ticket as listed for this occurrence: what a calendar shows; null when the list does not say.</summary>
    public Money? FromPrice { get; init; }
    /// <summary>Places left as listed; 0 is sold out, null unlimited or not told.</summary>
    public int? StockHint { get; init; }
    /// <summary>From when and until when places may be booked without paying (Onebox Distribution <c>booking_start</c>, <c>booking_end</c>), UTC; null is unbounded.</summary>
    public DateTime? BookingFrom { get; init; }
    /// <inheritdoc cref="BookingFrom" />
    public DateTime? BookingUntil { get; init; }
}
