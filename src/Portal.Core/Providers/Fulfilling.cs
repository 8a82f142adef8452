using Portal.Core.Bookings;

namespace Portal.Core.Providers;

/// <summary>How delivery stands, whatever the provider calls it. The raw word is kept beside it.</summary>
public enum FulfilmentStatus { Processing, Completed, Postponed, Cancelled, Returned, OnReview, Unknown }

/// <summary>How the guest data of a fulfilment stand at the provider.</summary>
public enum GuestDataStatus { NotApplicable, WaitingForUs, WaitingForCustomer, InProgress, Completed, Unknown }

/// <summary>What a provider reports of one part of an order that it delivers by itself.</summary>
/// <param name="OrderId">The order it belongs to.</param>
/// <param name="Reference">The provider's name of the part (XS2Event bookingorder id).</param>
/// <param name="Status">Delivery, in our words.</param>
/// <param name="RawStatus">Delivery, in the provider's.</param>
public sealed record FulfilmentReport(Guid OrderId, ProviderReference Reference, FulfilmentStatus Status, string RawStatus)
{
    /// <summary>The event this part is for, by the provider's id, so that items can be told apart.</summary>
    public string? EventRef { get; init; }

    public GuestDataStatus GuestData { get; init; } = GuestDataStatus.NotApplicable;

    public string? RawGuestData { get; init; }

    /// <summary>The start now given by the provider, local wall-clock time at the venue; null when not told.</summary>
    public DateTime? StartLocal { get; init; }

    /// <summary>Places of this part, one per ticket, with what can be downloaded for each.</summary>
    public IReadOnlyList<FulfilledItem> Items { get; init; } = [];

    /// <summary>Everything of this part in one file, when there is such a file.</summary>
    public TicketLink? Bundle { get; init; }

    /// <summary>Papers that the provider's people put beside it, whatever they are, each with its name as label (SecuTix file attachments).</summary>
    public IReadOnlyList<TicketLink> Papers { get; init; } = [];

    /// <summary>The provider's ids of invoices and credit notes.</summary>
    public IReadOnlyList<string> Invoices { get; init; } = [];
}

/// <summary>One ticket of a fulfilment.</summary>
public sealed record FulfilledItem(string ItemRef, string OfferRef)
{
    /// <summary>Place names as printed on the ticket; null where there is none (yet).</summary>
    public string? Section { get; init; }
    public string? Row { get; init; }
    public string? Seat { get; init; }

    /// <summary>The status word of the single ticket, unchanged.</summary>
    public string? RawStatus { get; init; }

    /// <summary>What became of the ticket at the provider; null when it does not tell and the order's state stands.</summary>
    public ItemState? State { get; init; }

    /// <summary>Until when a booked place is kept, UTC; null when not told (Onebox <c>bookingExpireDate</c>).</summary>
    public DateTime? KeptUntil { get; init; }

    /// <summary>The text of its bar or QR code; null where there is none (yet).</summary>
    public string? Barcode { get; init; }

    /// <summary>Where the customer puts the ticket into the wallet of a phone; https only, null where there is none (yet). Passed on, never fetched.</summary>
    public string? WalletUrl { get; init; }

    /// <summary>The files of this ticket; several where it is sold per day.</summary>
    public IReadOnlyList<TicketLink> Tickets { get; init; } = [];

    /// <summary>Set when the tickets come another way (organiser's platform), in words for people.</summary>
    public string? DeliveredElsewhere { get; init; }
}

/// <summary>A file that can be fetched from the provider.</summary>
/// <param name="Reference">The adapter's opaque name of the file.</param>
/// <param name="Label">For people, e.g. <c>Friday</c>; null when there is only one.</param>
/// <param name="Sha256">Lower-case hex digest that the content must have; null when the provider gives none.</param>
public sealed record TicketLink(string Reference, string? Label, string? Sha256);

/// <summary>A fetched file. Small enough to be kept in memory (tickets and invoices are).</summary>
public sealed record ProviderFile(string FileName, string ContentType, byte[] Content);

/// <summary>Can hand out the tickets themselves.</summary>
public interface IIssuesTickets
{
    /// <summary>Fetches one ticket file. A file whose digest is not the promised one is silence, not an answer.</summary>
    Task<Answer<ProviderFile>> DownloadTicketAsync(ProviderCall call, TicketLink link, CancellationToken cancellation);

    /// <summary>Fetches the bundle of a whole fulfilment.</summary>
    Task<Answer<ProviderFile>> DownloadBundleAsync(ProviderCall call, TicketLink link, CancellationToken cancellation);
}

/// <summary>Can hand out its own invoices and credit notes.</summary>
public interface IIssuesInvoices
{
    Task<Answer<ProviderFile>> DownloadInvoiceAsync(ProviderCall call, string invoiceRef, CancellationToken cancellation);
}

/// <summary>Keeps papers beside a delivery. What is in them only a person can tell, so agents see them and customers do not.</summary>
public interface IKeepsPapers
{
    Task<Answer<ProviderFile>> DownloadPaperAsync(ProviderCall call, TicketLink link, CancellationToken cancellation);
}
