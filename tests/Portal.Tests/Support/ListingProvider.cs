using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>A provider in memory that keeps a guest list for what it sold: what it wants to know of whom, and what it was told.</summary>
internal sealed class ListingProvider(TimeProvider time, string kind) : InMemoryProvider(time, kind), ITakesLateGuests
{
    /// <summary>The lists by what the portal calls the fulfilment.</summary>
    public Func<ProviderReference, IReadOnlyList<GuestSheet>> Keeps { get; set; } = _ => [];

    /// <summary>How many lists were written, whole or person by person.</summary>
    public int Written { get; private set; }

    public Task<Answer<IReadOnlyList<GuestSheet>>> ReadLateGuestsAsync(ProviderCall call, ProviderReference fulfilment, string? countryHint, CancellationToken cancellation) =>
        AskAsync(Questioned.ReadGuests, () => Answer<IReadOnlyList<GuestSheet>>.Yes(Keeps(fulfilment)));

    public Task<Answer<IReadOnlyList<GuestSheet>>> SendLateGuestsAsync(ProviderCall call, ProviderReference fulfilment, IReadOnlyList<GuestSheet> sheets, CancellationToken cancellation) =>
        AskAsync(Questioned.Guests, () =>
        {
            Written++;
            return Answer<IReadOnlyList<GuestSheet>>.Yes(sheets);
        });

    public Task<Answer<GuestSlot>> SendLateGuestAsync(ProviderCall call, ProviderReference fulfilment, string offerRef, int place, GuestSlot slot, CancellationToken cancellation) =>
        AskAsync(Questioned.Guests, () =>
        {
            Written++;
            return (Answer<GuestSlot>)slot;
        });
}
