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
    /// <summary>What can be bought of it, and so how one chooses.</summary>
    public OfferKind Kind { get; set; } = OfferKind.Zone;
    /// <summary>Why the provider lets nothing of it be booked without paying, in words; null when it does or does not say.</summary>
    public string? NoBooking { get; set; }
    /// <summary>Lower-case word: sport, genre or kind of house.</summary>
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
    public decimal? FromPrice { get; set; }
    public string? FromCurrency { get; set; }
    public int? StockHint { get; set; }
    public bool IsPopular { get; set; }
    /// <summary>When the list last contained it, UTC.</summary>
    public DateTime SeenAt { get; set; }

    public List<Session> Sessions { get; } = [];
    public List<EventWord> Words { get; } = [];
}

/// <summary>One normalised word under which an event is found; see <see cref="SearchWords"/>.</summary>
public sealed class EventWord
{
    public Guid EventId { get; set; }
    public required string Word { get; set; }
}
