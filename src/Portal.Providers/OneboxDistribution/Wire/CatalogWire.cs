using Portal.Providers.Onebox;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution.Wire;

/// <summary>What is on, what it costs, what is left (page 1b.8).</summary>
internal sealed class CatalogWire(BearerConversation talk)
{
    public const int PageSize = 100;
    private const string Root = "/catalog-api/v1/sessions";

    public Task<WireAnswer<SessionsDto>> SessionsAsync(int offset, CancellationToken cancellation) =>
        ReadAsync<SessionsDto>(new WireQuery(Root).With("limit", PageSize).With("offset", offset).ToString(), JournalDepth.FailuresOnly, cancellation);

    public Task<WireAnswer<SessionDto>> SessionAsync(string session, CancellationToken cancellation) => OfAsync<SessionDto>(session, "", cancellation);

    public Task<WireAnswer<AvailabilityDto>> AvailabilityAsync(string session, CancellationToken cancellation) => OfAsync<AvailabilityDto>(session, "/availability", cancellation);

    public Task<WireAnswer<IReadOnlyList<PriceEntryDto>>> PricesAsync(string session, CancellationToken cancellation) => OfAsync<IReadOnlyList<PriceEntryDto>>(session, "/prices", cancellation);

    public Task<WireAnswer<IReadOnlyList<SeatDto>>> SeatsAsync(string session, CancellationToken cancellation) => OfAsync<IReadOnlyList<SeatDto>>(session, "/seats", cancellation);

    private Task<WireAnswer<T>> OfAsync<T>(string session, string what, CancellationToken cancellation) where T : class =>
        ReadAsync<T>($"{Root}/{WireQuery.Segment(session)}{what}", JournalDepth.SizeOnly, cancellation);

    private Task<WireAnswer<T>> ReadAsync<T>(string path, JournalDepth depth, CancellationToken cancellation) where T : class =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, path) { Depth = depth }, static reply => DistributionJson.Read<T>(reply), cancellation);
}
