using Portal.Core.Catalog;

namespace Portal.Core.Providers;

/// <summary>
/// The port: what every ticket provider can do. All members answer with a value or a <see cref="Refusal"/> and throw
/// <see cref="ProviderSilenceException"/> when no usable answer came. Everything that only some providers can do is a small
/// interface of its own in this folder (<c>provider is ITakesLateGuests late</c>). Implementations are singletons that
/// keep nothing between calls but what a wire rations (a token, a catalogue that may be read once in ten minutes), and that only as long as
/// losing it costs no more than a read; they know neither database, enablement nor environment.
/// </summary>
public interface IProvider
{
    /// <summary>The adapter's name in configuration and database, e.g. <c>XS2Event</c>.</summary>
    string Kind { get; }

    /// <summary>How this wire behaves, as data the planner and the pages can reason about.</summary>
    ProviderTraits Traits { get; }

    /// <summary>
    /// Reads what is on, page by page. With <paramref name="since"/> only what changed after that mark where the wire can tell;
    /// null asks for everything. A refusal is raised as <see cref="ProviderRefusedException"/>.
    /// </summary>
    IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, CancellationToken cancellation);

    /// <summary>What can be bought of one session at this moment: live price, stock, rules.</summary>
    Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation);

    /// <summary>Into which of the cart's open holds a new line goes; null when it needs a hold of its own.</summary>
    Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now);

    /// <summary>Places a new time-limited reservation for the lines. All or nothing.</summary>
    Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation);

    /// <summary>Makes an existing hold contain exactly the lines of the request. A refusal leaves it as it was.</summary>
    Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation);

    /// <summary>Gives a hold back. Releasing what is already gone is a yes.</summary>
    Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation);

    /// <summary>After silence: finds out what became of a hold, a change or a release.</summary>
    Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation);

    /// <summary>Turns a hold into a sale or a booking.</summary>
    Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation);

    /// <summary>After silence: finds out whether the commit was done, by the way this wire documents.</summary>
    Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation);

    /// <summary>The present state of committed orders: delivery, tickets, moves, cancellations. In one batch where the wire can.</summary>
    Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation);
}
