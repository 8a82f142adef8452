using Portal.Core.Catalog;
using Portal.Core.Providers;

namespace Portal.Tests.Catalog;

/// <summary>A provider of which only the name is asked.</summary>
internal sealed class NamedProvider(string kind) : IProvider
{
    public string Kind => kind;

    public ProviderTraits Traits => throw new NotSupportedException();

    public IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation) => throw new NotSupportedException();

    public Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now) => throw new NotSupportedException();

    public Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation) => throw new NotSupportedException();
}
