namespace Portal.Core.Catalog;

/// <summary>Whether an event can be sold, in our words. The provider's word is kept beside it.</summary>
public enum EventStatus { OnSale, NotOnSale, SoldOut, Postponed, Cancelled, Closed, Gone }

/// <summary>What is on, as one provider lists it. Filled by the catalogue refresh; a hint for searching, never a promise to sell.</summary>
public sealed class Event
{
    public Guid Id { get; set; }
    public Guid ConnectionId { get; set; }
    public Connection? Connection { get; set; }
    /// <summary>The provider's id, opaque; unique within the connection.</summary>
    public required string ProviderRef { get; set; }
    public required string Name { get; set; }
    /// <summary>The name as <see cref="SearchWords.Plain"/> writes it: what lists are sorted by, since columns compare byte by byte.</summary>
    public string PlainName { get; set; } = "";
    /// <summary>Lower-case word: sport, genre or kind.</summary>
    public required string Category { get; set; }
    public string? Competition { get; set; }
    public string? Description { get; set; }
    public string? VenueName { get; set; }
    public string? City { get; set; }
    public string? Country { get; set; }
    public Guid PromoterId { get; set; }
    public EventStatus Status { get; set; }
    public required string RawStatus { get; set; }
    /// <summary>Cheapest provider net per ticket as listed; null when the list names none.</summary>
    public decimal? FromPrice
    {
        get;
        set
        {
            field = value;
            (HasPrice, SortPrice) = (value is not null, (long)((value ?? 0) * 10_000));
        }
    }
    /// <summary>
    /// <see cref="FromPrice"/> as lists are sorted by it: in ten-thousandths, zero without one. SQLite keeps a decimal as text, which no
    /// index sorts as a number.
    /// </summary>
    public long SortPrice { get; private set; }
    /// <summary>Whether the list names a price: events without one come last, whichever way prices are sorted.</summary>
    public bool HasPrice { get; private set; }
    public string? FromCurrency { get; set; }
    public int? StockHint { get; set; }
    public bool IsPopular { get; set; }
    /// <summary>When the list last contained it, UTC.</summary>
    public DateTime SeenAt { get; set; }

    public List<Session> Sessions { get; } = [];
    public List<EventWord> Words { get; } = [];
}

/// <summary>One dated occurrence. The start is kept three ways because each answers another question (design rule 11).</summary>
public sealed class Session
{
    public Guid Id { get; set; }
    public Guid EventId { get; set; }
    public Event? Event { get; set; }
    public required string ProviderRef { get; set; }
    /// <summary>Wall clock at the venue, what a ticket shows.</summary>
    public DateTime StartLocal { get; set; }
    public DateTime EndLocal { get; set; }
    /// <summary>IANA zone; null when unknown, and then nothing may be computed from the local time.</summary>
    public string? TimeZone { get; set; }
    /// <summary>The instant; null when the zone is unknown.</summary>
    public DateTime? StartUtc { get; set; }
    public bool DateConfirmed { get; set; }
    /// <summary>From when and until when the provider takes bookings (as against sales), UTC; null is unbounded.</summary>
    public DateTime? BookingFrom { get; set; }
    /// <inheritdoc cref="BookingFrom" />
    public DateTime? BookingUntil { get; set; }

    /// <summary>The last offers read, as JSON, shown with their age when the provider is silent or rations reads.</summary>
    public string? OffersJson { get; set; }
    public DateTime? OffersReadAt { get; set; }
}

/// <summary>One normalised word under which an event is found; see <see cref="SearchWords"/>.</summary>
public sealed class EventWord
{
    public Guid EventId { get; set; }
    public required string Word { get; set; }
}
