namespace Portal.Sandbox.Xs2Event;

/// <summary>A ticket that tests may rely on.</summary>
/// <param name="NetRate">Its net rate at the start, in minor units.</param>
public sealed record TicketSample(string EventId, string TicketId, long NetRate, string Currency, int Stock);

/// <summary>
/// Offers that are the same in every sandbox, one for each rule of the page, each at an event of its own (so that tests
/// do not meet), on sale, with plenty of stock unless their name says otherwise.
/// </summary>
public sealed class Xs2EventSamples
{
    private readonly Dictionary<string, TicketSample> _byName;

    internal Xs2EventSamples(Dictionary<string, TicketSample> byName) => _byName = byName;

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, TicketSample> ByName => _byName;

    /// <summary>No rules at all, e-ticket, EUR.</summary>
    public TicketSample NoGuests => _byName[nameof(NoGuests)];

    /// <summary>Two left, no guest data.</summary>
    public TicketSample LastTwo => _byName[nameof(LastTwo)];

    /// <summary>5,000 in stock, no guest data.</summary>
    public TicketSample HugeStock => _byName[nameof(HugeStock)];

    /// <summary>Even quantities only.</summary>
    public TicketSample PairsOnly => _byName[nameof(PairsOnly)];

    /// <summary>Six in stock; five may not be bought.</summary>
    public TicketSample NoMaxMinus1 => _byName[nameof(NoMaxMinus1)];

    /// <summary>At least four.</summary>
    public TicketSample MinOrder => _byName[nameof(MinOrder)];

    /// <summary>A quantity of one is a package.</summary>
    public TicketSample PackageRate => _byName[nameof(PackageRate)];

    /// <summary>The lead guest's names and e-mail before checkout.</summary>
    public TicketSample LeadPreCheckout => _byName[nameof(LeadPreCheckout)];

    /// <summary>Everybody's names before checkout.</summary>
    public TicketSample AllPreCheckout => _byName[nameof(AllPreCheckout)];

    /// <summary>The lead guest's names and e-mail before download.</summary>
    public TicketSample LeadPreDownload => _byName[nameof(LeadPreDownload)];

    /// <summary>Everybody's names and dates of birth before download.</summary>
    public TicketSample AllPreDownload => _byName[nameof(AllPreDownload)];

    /// <summary>The lead guest before checkout, everybody's passport before download; the list of requirements is nested.</summary>
    public TicketSample MixedGuests => _byName[nameof(MixedGuests)];

    /// <summary>With <c>country_hint</c> NLD or BEL everybody's passport and province before checkout, else the lead guest's names.</summary>
    public TicketSample CountryHint => _byName[nameof(CountryHint)];

    /// <summary>One guest entry for each four tickets, before checkout.</summary>
    public TicketSample OneGuestPerGroup => _byName[nameof(OneGuestPerGroup)];

    /// <summary>One guest entry however many tickets, before download.</summary>
    public TicketSample SingleGuest => _byName[nameof(SingleGuest)];

    /// <summary>Three PDFs for each ticket.</summary>
    public TicketSample MultiPdf => _byName[nameof(MultiPdf)];

    /// <summary>An app ticket (<c>distribution_channel</c> external).</summary>
    public TicketSample AppTicket => _byName[nameof(AppTicket)];

    /// <summary>A paper ticket (external_end_client).</summary>
    public TicketSample PaperTicket => _byName[nameof(PaperTicket)];

    /// <summary>Collected at the stadium.</summary>
    public TicketSample Collection => _byName[nameof(Collection)];

    /// <summary>Priced in pounds.</summary>
    public TicketSample Pounds => _byName[nameof(Pounds)];

    /// <summary>Priced in dollars.</summary>
    public TicketSample Dollars => _byName[nameof(Dollars)];

    /// <summary>Priced in Swiss francs.</summary>
    public TicketSample Francs => _byName[nameof(Francs)];

    /// <summary>A youth ticket, left out of lists unless <c>include_youth=true</c>.</summary>
    public TicketSample Youth => _byName[nameof(Youth)];

    /// <summary>Not on sale at an event that is.</summary>
    public TicketSample Disabled => _byName[nameof(Disabled)];

    /// <summary>Enum values that no document names: type, category type, flag.</summary>
    public TicketSample UnknownEnums => _byName[nameof(UnknownEnums)];

    /// <summary>A ticket of another supplier at the event of <see cref="NoGuests"/>: two booking orders in one basket.</summary>
    public TicketSample OtherSupplier => _byName[nameof(OtherSupplier)];

    /// <summary>Three offers of two events and two suppliers: one reservation, three booking orders.</summary>
    public IReadOnlyList<TicketSample> MixedBasket => [NoGuests, OtherSupplier, LeadPreDownload];

    /// <summary>At an event that is sold out, postponed, cancelled, not for sale, over; at one whose date is not confirmed.</summary>
    public TicketSample SoldOutEvent => _byName[nameof(SoldOutEvent)];

    /// <inheritdoc cref="SoldOutEvent" />
    public TicketSample PostponedEvent => _byName[nameof(PostponedEvent)];

    /// <inheritdoc cref="SoldOutEvent" />
    public TicketSample CancelledEvent => _byName[nameof(CancelledEvent)];

    /// <inheritdoc cref="SoldOutEvent" />
    public TicketSample NoSaleEvent => _byName[nameof(NoSaleEvent)];

    /// <inheritdoc cref="SoldOutEvent" />
    public TicketSample ClosedEvent => _byName[nameof(ClosedEvent)];

    /// <inheritdoc cref="SoldOutEvent" />
    public TicketSample UnknownStatusEvent => _byName[nameof(UnknownStatusEvent)];

    /// <inheritdoc cref="SoldOutEvent" />
    public TicketSample UnconfirmedDate => _byName[nameof(UnconfirmedDate)];
}
