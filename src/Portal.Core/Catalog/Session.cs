namespace Portal.Core.Catalog;

/// <summary>
/// One dated occurrence, one open day or one slot. The start is kept three ways because each answers another question (design rule 11).
/// Of an event with open days, slots or products only the next session stands in lists, for all of them.
/// </summary>
public sealed class Session
{
    public Guid Id { get; set; }
    public Guid EventId { get; set; }
    public Event? Event { get; set; }
    public required string ProviderRef { get; set; }

    /// <summary>Wall clock at the venue, what a ticket shows.</summary>
    public DateTime StartLocal
    {
        get;
        set => field = ListedFrom = ListedUntil = value;
    }
    public DateTime EndLocal { get; set; }
    /// <summary>IANA zone; null when unknown, and then nothing may be computed from the local time.</summary>
    public string? TimeZone { get; set; }
    /// <summary>The instant from which on it is over for selling: the start, of an open day its end; null when the zone is unknown or it has no date.</summary>
    public DateTime? StartUtc { get; set; }
    public bool DateConfirmed { get; set; }
    /// <summary>From when and until when the provider takes bookings (as against sales), UTC; null is unbounded.</summary>
    public DateTime? BookingFrom { get; set; }
    /// <inheritdoc cref="BookingFrom" />
    public DateTime? BookingUntil { get; set; }

    /// <summary>False once its event's list no longer names it: it is not offered now, and may come back.</summary>
    public bool IsOffered { get; set; } = true;
    /// <summary>Whether it is a row of lists.</summary>
    public bool IsListed { get; set; } = true;
    /// <summary>The first and the last day for which the row stands, wall clock; the start where it stands for itself alone.</summary>
    public DateTime ListedFrom { get; set; }
    /// <inheritdoc cref="ListedFrom" />
    public DateTime ListedUntil { get; set; }
    /// <summary>The same for all rows that are the same thing at another provider (<see cref="EventGroups"/>); null stands alone.</summary>
    public Guid? GroupId { get; set; }

    /// <summary>Cheapest provider net per ticket as last told, by the list or by a live reading; null when nobody named one.</summary>
    public decimal? FromPrice
    {
        get;
        set
        {
            field = value;
            (HasPrice, SortPrice) = (value is not null, SortPriceOf(value));
        }
    }
    public string? FromCurrency { get; set; }
    /// <summary>Places left as last told; 0 is sold out, null unlimited or not told.</summary>
    public int? StockHint { get; set; }
    /// <summary>When price and stock were told, UTC.</summary>
    public DateTime? PricedAt { get; set; }
    /// <summary>
    /// <see cref="FromPrice"/> as lists are sorted by it: in ten-thousandths, zero without one. SQLite keeps a decimal as text, which no
    /// index sorts as a number.
    /// </summary>
    public long SortPrice { get; private set; }
    /// <summary>Whether a price is known: rows without one come last, whichever way prices are sorted.</summary>
    public bool HasPrice { get; private set; }

    /// <summary>The last offers read, as JSON, shown with their age when the provider is silent or rations reads.</summary>
    public string? OffersJson { get; set; }
    public DateTime? OffersReadAt { get; set; }

    /// <summary>A price as lists are sorted by it.</summary>
    public static long SortPriceOf(decimal? price) => (long)((price ?? 0) * 10_000);
}
