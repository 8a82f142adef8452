using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Core.Tickets;

/// <summary>How somebody gets in with a ticket.</summary>
public enum TicketForm
{
    /// <summary>With the provider's own file, a PDF as a rule.</summary>
    File,
    /// <summary>With the code alone: the voucher shows it.</summary>
    Code,
    /// <summary>With neither yet, or never through the portal: <see cref="TicketWords"/> say when and how it comes.</summary>
    Awaited,
}

/// <summary>One purchased ticket as its customer may see it: nothing of what it costs the agency.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="What">Event and venue, with the start as it is told now.</param>
/// <param name="OfferName">Category and person category, as the provider names them.</param>
public sealed record Voucher(Guid ItemId, EventAndTime What, string OfferName)
{
    /// <summary>Its place among the purchased tickets of the booking, from 1; the same ticket keeps it while none is cancelled.</summary>
    public int Number { get; init; } = 1;
    /// <summary>How many purchased tickets the booking has.</summary>
    public int Of { get; init; } = 1;
    public string? Section { get; init; }
    public string? Row { get; init; }
    public string? Seat { get; init; }
    /// <summary>The guest of this place, where the provider has one per ticket and a name was typed.</summary>
    public string? Guest { get; init; }
    /// <summary>The text of its bar or QR code; null where there is none (yet).</summary>
    public string? Barcode { get; init; }
    /// <summary>Where a phone's wallet takes it from; https.</summary>
    public string? WalletUrl { get; init; }
    /// <summary>The provider's names for the order, as far as a person can read them out.</summary>
    public IReadOnlyList<ProviderReference> References { get; init; } = [];
    /// <summary>The files of this ticket.</summary>
    public IReadOnlyList<FileView> Files { get; init; } = [];
    /// <summary>The file of its whole delivery, when there is one and every ticket in it is still good.</summary>
    public FileView? Bundle { get; init; }
    /// <summary>How tickets of this offer come.</summary>
    public DeliveryKind Delivery { get; init; }
    /// <summary>The way that was chosen at checkout, in the provider's words; null where nothing was to be chosen.</summary>
    public string? DeliveryOption { get; init; }
    public string? DeliveredElsewhere { get; init; }
    /// <summary>How delivery stands; null while the provider has told nothing.</summary>
    public FulfilmentStatus? Status { get; init; }
    public GuestDataStatus GuestData { get; init; } = GuestDataStatus.NotApplicable;
    /// <summary>The start it was sold for, when it was moved since.</summary>
    public DateTime? SoldFor { get; init; }

    public TicketForm Form => Files.Count > 0 || Bundle is not null ? TicketForm.File : Barcode is not null ? TicketForm.Code : TicketForm.Awaited;
}

/// <summary>The purchased tickets of one booking, for the agent's print and for the customer.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="AgencyId">Whose booking it is.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Agency">Who sold it.</param>
/// <param name="AgencyEmail">Where the customer may ask.</param>
/// <param name="Zone">IANA zone of the agency, where its customers most likely are.</param>
/// <param name="Vouchers">In the order of their starts.</param>
public sealed record TicketSheet(Guid BookingId, Guid AgencyId, string Reference, string Agency, string? AgencyEmail, string Zone, IReadOnlyList<Voucher> Vouchers)
{
    /// <summary>How many are here to get in with.</summary>
    public int Ready => Vouchers.Count(v => v.Form != TicketForm.Awaited);

    /// <summary>Files with all tickets of a delivery in them, where that spares something: several tickets, or one without a file of its own.</summary>
    public IEnumerable<(EventAndTime What, FileView File)> Bundles => Vouchers.Where(v => v.Bundle is not null).GroupBy(v => v.Bundle!.Id)
        .Where(g => g.Count() > 1 || g.First().Files.Count == 0).Select(g => (g.First().What, g.First().Bundle!));
}
