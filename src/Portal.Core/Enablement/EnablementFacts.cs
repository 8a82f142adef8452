using Portal.Core.Catalog;

namespace Portal.Core.Enablement;

/// <summary>The switches of a promoter or channel as they stand for one event.</summary>
/// <param name="Name">Whose they are.</param>
/// <param name="SellingHere">What an exception says for this event; null takes the switch.</param>
/// <param name="BookingHere">What an exception says for this event; null takes the switch.</param>
public sealed record SwitchFacts(string Name, bool SellingOn, bool BookingOn, bool? SellingHere = null, bool? BookingHere = null)
{
    public bool Sells => SellingHere ?? SellingOn;
    public bool Books => BookingHere ?? BookingOn;
}

/// <summary>Everything the decision depends on. What nobody has told counts against booking, never for it.</summary>
public sealed record EnablementFacts
{
    public required bool AgencyActive { get; init; }
    public required bool ConnectionEnabled { get; init; }
    public required SwitchFacts Promoter { get; init; }
    /// <summary>The connection's channel, else the agency's; null where neither is tied to one.</summary>
    public required SwitchFacts? Channel { get; init; }
    public required EventStatus EventStatus { get; init; }
    public required DateTime? StartUtc { get; init; }

    /// <summary>False where agency and connection name different channels: <see cref="Channel"/> is the connection's then.</summary>
    public bool ChannelFits { get; init; } = true;

    /// <summary>Whether the provider's wire can keep places without paying (<see cref="Providers.ProviderTraits.CanBook"/>).</summary>
    public bool ProviderCanBook { get; init; }
    /// <summary>The provider's name for people; null where it has not been asked for.</summary>
    public string? Provider { get; init; }
    /// <summary>The provider's reason why this event or offer is not booked, in words; null when it gives none.</summary>
    public string? NoBooking { get; init; }
    /// <summary>From when and until when the provider takes bookings, UTC; null is unbounded.</summary>
    public DateTime? BookingFrom { get; init; }
    /// <inheritdoc cref="BookingFrom" />
    public DateTime? BookingUntil { get; init; }
    /// <summary>What the provider said of the places once it held them (<see cref="Providers.HeldLine.CanBook"/>); null when nothing.</summary>
    public bool? HeldMayBeBooked { get; init; }
    /// <summary>The places are kept for us already: that the rest is sold out says nothing against them.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Completed by what the adapter knows of its wire.</summary>
    public EnablementFacts With(Providers.ProviderTraits traits) => this with { ProviderCanBook = traits.CanBook, Provider = traits.DisplayName };
}
