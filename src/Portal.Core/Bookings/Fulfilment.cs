using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>A part of an order that its provider delivers by itself, with its own status, guest data and tickets.</summary>
public sealed class Fulfilment
{
    public Guid Id { get; set; }
    public Guid OrderId { get; set; }
    public Order? Order { get; set; }
    /// <summary>The provider's name of it (XS2Event bookingorder id).</summary>
    public required string RefKind { get; set; }
    public required string RefValue { get; set; }
    public Guid? SessionId { get; set; }
    public FulfilmentStatus Status { get; set; }
    public required string RawStatus { get; set; }
    public GuestDataStatus GuestData { get; set; }
    public string? RawGuestData { get; set; }
    /// <summary>Start as the provider last told it, venue wall clock; a difference to the session's means it was moved.</summary>
    public DateTime? StartLocal { get; set; }
    /// <summary>When late guest data were last accepted by the provider.</summary>
    public DateTime? GuestsSentAt { get; set; }
    /// <summary>When the provider's list was last read, UTC; null before the first time.</summary>
    public DateTime? GuestsReadAt { get; set; }
    /// <summary>When its list is next read, and what is complete sent; null when nothing is to be learnt or sent.</summary>
    public DateTime? NextGuestsAt { get; set; }
    /// <summary>How often the provider was asked in vain since it last answered.</summary>
    public int GuestTries { get; set; }
    public DateTime ReadAt { get; set; }

    public List<TicketFile> Files { get; } = [];
    public List<Item> Items { get; } = [];
}

/// <summary>What a file is.</summary>
public enum FileKind { Ticket, Bundle, Invoice, Paper }

/// <summary>
/// A file that belongs to a fulfilment. Known as soon as the provider lists it; fetched when somebody wants it, then kept, since
/// providers withdraw links. Tickets are personal: only whoever may see the booking may fetch one.
/// </summary>
public sealed class TicketFile
{
    public Guid Id { get; set; }
    public Guid FulfilmentId { get; set; }
    public Fulfilment? Fulfilment { get; set; }
    public Guid? ItemId { get; set; }
    public FileKind Kind { get; set; }
    /// <summary>The adapter's opaque name of the file.</summary>
    public required string ProviderRef { get; set; }
    public string? Label { get; set; }
    public string? Sha256 { get; set; }
    public string? FileName { get; set; }
    public string? ContentType { get; set; }
    /// <summary>Sealed content; null until fetched.</summary>
    public byte[]? SealedContent { get; set; }
    public DateTime? FetchedAt { get; set; }
}
