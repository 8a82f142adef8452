using Portal.Core.Catalog;
using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>One line as the provider is asked for it.</summary>
/// <param name="LineId">Our cart line.</param>
/// <param name="Session">Which occurrence.</param>
/// <param name="OfferRef">The adapter's opaque name of the offer (XS2Event: ticket id).</param>
/// <param name="Quantity">Tickets, or packages where the offer counts in packages.</param>
/// <param name="NetEach">The quoted provider net per ticket; sent where the wire locks the price (XS2Event <c>net_rate</c>).</param>
public sealed record HoldLine(Guid LineId, SessionKey Session, string OfferRef, int Quantity, Money NetEach)
{
    /// <summary>Chosen seats by the adapter's opaque names; empty where the provider allocates.</summary>
    public IReadOnlyList<string> Seats { get; init; } = [];

    /// <summary>Side by side or not at all; the adapter refuses with <see cref="RefusalReason.NotTogether"/> and keeps nothing when it cannot be had.</summary>
    public bool Together { get; init; }

    /// <summary>To be sold or to be kept. All lines of one hold share it: some wires must know it from the start (SecuTix order type).</summary>
    public SaleMode Mode { get; init; }
}

/// <summary>What a hold shall contain.</summary>
/// <param name="OurReference">Our own name for the hold, unique; sent where the wire keeps one (XS2Event <c>external_reference_id</c>).</param>
/// <param name="Lines">The complete content, also on a change.</param>
/// <param name="AskedAt">UTC instant of the (first) question, to recognise what was made by it.</param>
public sealed record HoldRequest(string OurReference, IReadOnlyList<HoldLine> Lines, DateTime AskedAt)
{
    /// <summary>To be sold or to be kept.</summary>
    public SaleMode Mode => Lines.Count > 0 ? Lines[0].Mode : SaleMode.Purchase;
}

/// <summary>A hold of the cart that a new line could join.</summary>
public sealed record OpenHold(Guid HoldId, DateTime ExpiresAt, IReadOnlyList<HoldLine> Lines);

/// <summary>What a provider says it keeps.</summary>
/// <param name="References">The provider's names for the hold.</param>
/// <param name="ExpiresAt">The provider's own expiry, UTC.</param>
/// <param name="RawStatus">The provider's status word, unchanged.</param>
/// <param name="Lines">What is in it, as the provider counts and prices it.</param>
public sealed record HeldPlaces(IReadOnlyList<ProviderReference> References, DateTime ExpiresAt, string RawStatus, IReadOnlyList<HeldLine> Lines)
{
    /// <summary>What delivery costs for the whole hold, where one was chosen and the answer tells; part of what is to be paid.</summary>
    public Money? DeliveryCost { get; init; }

    /// <summary>What the provider wants people to know about these places (not side by side, date unconfirmed), as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>One offer within a hold, in the provider's words.</summary>
public sealed record HeldLine(string OfferRef, int Quantity, Money? NetEach)
{
    /// <summary>The very places, one per ticket, where the provider names them.</summary>
    public IReadOnlyList<HeldSeat> Seats { get; init; } = [];

    /// <summary>Whether the provider lets it be booked without paying (Onebox <c>operationsAllowed.booking</c>); null when it does not say.</summary>
    public bool? CanBook { get; init; }

    /// <summary>What is wanted of the guests, where that is known only from the hold (Onebox Distribution attendees); null leaves what is known.</summary>
    public IReadOnlyList<GuestRequirement>? Requirements { get; init; }
}

/// <summary>A place as it will be printed.</summary>
/// <param name="Section">Sector, block or zone.</param>
public sealed record HeldSeat(string? Section, string? Row, string? Seat)
{
    /// <summary>The adapter's name of the seat as in <see cref="HoldLine.Seats"/>, where it is a chosen one.</summary>
    public string? SeatRef { get; init; }
}

/// <summary>The provider confirmed that it no longer keeps the places.</summary>
public sealed record HoldReleased(string RawStatus);

/// <summary>What a look-up of a hold found.</summary>
public enum HoldFound
{
    /// <summary>It is there and alive; <see cref="HoldFinding.Places"/> says with what in it.</summary>
    Alive,
    /// <summary>It was there and is over (void, released, lapsed).</summary>
    Over,
    /// <summary>An order was made from it.</summary>
    Consumed,
    /// <summary>Nothing of that kind is known to the provider. Counts only when seen twice and late enough (design rule 2).</summary>
    Nothing,
    /// <summary>This wire has no way to tell (e-guma without a reservation id): it may be held until its time is over.</summary>
    CannotTell,
}

/// <summary>The result of a look-up of a hold.</summary>
public sealed record HoldFinding(HoldFound Found, HeldPlaces? Places = null, string? RawStatus = null);
