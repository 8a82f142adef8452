using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>Places of a committed order by the provider's names.</summary>
/// <param name="OurReference">The operation's human reference, the same on every try.</param>
/// <param name="Key">Idempotency key of the operation.</param>
/// <param name="ItemRefs">As <see cref="FulfilledItem.ItemRef"/> names them; empty for all that is left.</param>
/// <param name="AskedAt">UTC instant of the first question.</param>
public sealed record ItemsRequest(string OurReference, string Key, IReadOnlyList<string> ItemRefs, DateTime AskedAt)
{
    /// <summary>What the provider is to be paid for these places; told as paid in full.</summary>
    public Money? Total { get; init; }

    /// <summary>The mode the order was made in: what is cancelled of a booking is freed, of a sale refunded.</summary>
    public SaleMode Mode { get; init; }

    public Buyer Buyer { get; init; } = Buyer.Nobody;
}

/// <summary>Turns places that were booked into a sale: Onebox purchaseBooking (and its second commit), SecuTix conversion.</summary>
public interface IPurchasesBookings
{
    /// <summary>True when single items can be purchased while the rest stay booked.</summary>
    bool CanPurchaseItems { get; }

    /// <summary>Buys the places; what was not named stays booked with its own deadline.</summary>
    Task<Answer<CommittedOrder>> PurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation);

    /// <summary>After silence: finds out whether the purchase was done.</summary>
    Task<Answer<OrderFinding>> LookUpPurchaseAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation);
}

/// <summary>What was cancelled, freed or refunded.</summary>
/// <param name="ItemRefs">The places concerned, as far as the provider names them; empty for the whole order.</param>
/// <param name="RawStatus">Its status word, unchanged.</param>
/// <param name="Returned">What the provider gives back; null when it does not tell.</param>
public sealed record CancelledItems(IReadOnlyList<string> ItemRefs, string RawStatus, Money? Returned)
{
    /// <summary>Names the provider gave to the cancellation itself (refund order).</summary>
    public IReadOnlyList<ProviderReference> References { get; init; } = [];
}

/// <summary>What a look-up of a cancellation found.</summary>
public enum CancelFound { Done, NotDone, InDoubt }

/// <summary>The result of a look-up of a cancellation.</summary>
public sealed record CancelFinding(CancelFound Found, CancelledItems? Items = null, string? RawStatus = null);

/// <summary>
/// Takes back what was committed: e-guma cancel-booking (whole, before the start, nothing checked in), Distribution refund, SecuTix
/// freeing. Whether it is free of cost at checkout is <see cref="ProviderTraits.CommitCanBeUndone"/>.
/// </summary>
public interface ICancels
{
    /// <summary>True when single items can be cancelled.</summary>
    bool CanCancelItems { get; }

    /// <summary>Which modes can be taken back: some wires free a booking and not a sale.</summary>
    bool CanCancel(SaleMode mode);

    /// <summary>Cancels. What is cancelled already is a yes.</summary>
    Task<Answer<CancelledItems>> CancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation);

    /// <summary>After silence: finds out whether it was cancelled.</summary>
    Task<Answer<CancelFinding>> LookUpCancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation);
}
