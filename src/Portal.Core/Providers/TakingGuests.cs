using Portal.Core.Catalog;

namespace Portal.Core.Providers;

/// <summary>Of whom a provider wants to know something.</summary>
public enum GuestScope { LeadGuest, AllPersons }

/// <summary>By when a provider wants to know it.</summary>
public enum GuestDue { BeforeCheckout, BeforeDownload }

/// <summary>One thing a provider wants to know of the guests of an offer.</summary>
/// <param name="Field">Field name as in <see cref="Guests.GuestFields"/>; a name not listed there is asked as plain text.</param>
/// <param name="Scope">Of whom.</param>
/// <param name="Due">By when.</param>
public sealed record GuestRequirement(string Field, GuestScope Scope, GuestDue Due);

/// <summary>
/// The guest list a provider keeps for one offer of a hold or fulfilment. The number of slots is the provider's, not the quantity:
/// some want one entry per ticket, some one per group (XS2Event 1.8).
/// </summary>
public sealed record GuestSheet(string OfferRef, IReadOnlyList<GuestSlot> Slots);

/// <summary>One person's place in a guest list.</summary>
/// <param name="GuestRef">The provider's id of the slot; null where it has none yet.</param>
/// <param name="IsLead">The one person the provider turns to.</param>
/// <param name="Values">Field → value; absent when unknown. Personal data: never logged.</param>
/// <param name="Due">Field → by when it is wanted of this very person. Fields without an entry are optional.</param>
public sealed record GuestSlot(string? GuestRef, bool IsLead, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, GuestDue> Due);

/// <summary>Tells before anything is held what it will want to know of the guests.</summary>
public interface IStatesGuestRequirements
{
    Task<Answer<IReadOnlyList<GuestRequirement>>> ReadRequirementsAsync(ProviderCall call, SessionKey session, string offerRef, string? countryHint, CancellationToken cancellation);
}

/// <summary>Takes guest data while the places are held, before the order is committed.</summary>
public interface ITakesEarlyGuests
{
    /// <summary>The guest lists of a hold with what is wanted of each person.</summary>
    Task<Answer<IReadOnlyList<GuestSheet>>> ReadGuestsAsync(ProviderCall call, string? countryHint, CancellationToken cancellation);

    /// <summary>Writes the lists completely; repeating it changes nothing. Refuses with <see cref="RefusalReason.GuestDataMissing"/> and the faults per field.</summary>
    Task<Answer<IReadOnlyList<GuestSheet>>> SendGuestsAsync(ProviderCall call, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation);
}

/// <summary>Takes guest data after the order was committed, before tickets can be downloaded.</summary>
public interface ITakesLateGuests
{
    /// <summary>The guest lists of a fulfilment with what is wanted of each person now; it may be more than was wanted at the sale.</summary>
    Task<Answer<IReadOnlyList<GuestSheet>>> ReadLateGuestsAsync(ProviderCall call, ProviderReference fulfilment, string? countryHint, CancellationToken cancellation);

    /// <summary>
    /// Writes the lists completely; repeating it changes nothing, so a write without an answer may be sent once more. All or nothing: refuses
    /// with <see cref="RefusalReason.GuestDataMissing"/> and the faults per person and field.
    /// </summary>
    Task<Answer<IReadOnlyList<GuestSheet>>> SendLateGuestsAsync(ProviderCall call, ProviderReference fulfilment, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation);

    /// <summary>
    /// Writes one person completely and leaves the others as they are; repeatable like the lists. A person whom the provider no longer has
    /// is refused as <see cref="RefusalReason.NotFound"/>.
    /// </summary>
    /// <param name="call">For whom and on what connection.</param>
    /// <param name="fulfilment">Whose guest list.</param>
    /// <param name="offerRef">The offer whose list the person is on.</param>
    /// <param name="place">Zero-based place of the person in that list, by which faults name it.</param>
    /// <param name="slot">The person; its <see cref="GuestSlot.GuestRef"/> is the one the provider gave.</param>
    /// <param name="cancellation">Ends the wait; the write may have arrived.</param>
    /// <returns>The person as the provider has it now, with the wishes of <paramref name="slot"/>; faults name this person alone.</returns>
    Task<Answer<GuestSlot>> SendLateGuestAsync(ProviderCall call, ProviderReference fulfilment, string offerRef, int place, GuestSlot slot, CancellationToken cancellation);
}
