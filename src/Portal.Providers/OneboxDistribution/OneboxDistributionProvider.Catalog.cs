using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

// What is on and what can be bought of it (page 1b.8).
public sealed partial class OneboxDistributionProvider
{
    private const int EventsPerPage = 200;

    public async IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Sessions are listed, not events: an event is complete only once the whole list was read.
        var sessions = new List<SessionDto>();
        while (true)
        {
            // A budget per page: the whole takes as long as it takes.
            var answer = await Open(call).Catalog.SessionsAsync(sessions.Count, cancellation);
            if (answer.Value is not { } list)
                throw new ProviderRefusedException(answer.Refusal ?? DistributionProblem.OfRead(answer.Problem!, "list of sessions"));
            sessions.AddRange(list.Data ?? []);
            if (list.Data is not { Count: > 0 } || sessions.Count >= (list.Metadata?.Total ?? int.MaxValue))
                break;
        }
        var currency = DistributionOptions.Of(call.Connection).Currency;
        var events = sessions.Where(s => s.Id is not null && s.Event?.Id is not null).DistinctBy(s => s.Id).GroupBy(s => s.Event!.Id)
            .Select(g => CatalogMapping.Event([.. g], currency)).OfType<CatalogEvent>();
        foreach (var page in events.Chunk(EventsPerPage))
            yield return new CatalogPage(page, null);
    }

    public async Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation)
    {
        var talk = Open(call);
        var (reading, counting, pricing) = (talk.Catalog.SessionAsync(session.SessionRef, cancellation), talk.Catalog.AvailabilityAsync(session.SessionRef, cancellation), talk.Catalog.PricesAsync(session.SessionRef, cancellation));
        await Task.WhenAll(reading, counting, pricing);
        var (said, left, prices) = (await reading, await counting, await pricing);
        if (said.Value is null)
            return said.Refusal ?? DistributionProblem.OfRead(said.Problem!, "session");
        if (left.Value is null)
            return left.Refusal ?? DistributionProblem.OfRead(left.Problem!, "availability of this session");
        if (prices.Value is null)
            return prices.Refusal ?? DistributionProblem.OfRead(prices.Problem!, "prices of this session");
        if (!long.TryParse(session.SessionRef, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return new Refusal(RefusalReason.Invalid, "A session of Onebox is a number. Nothing was read.");
        return Answer<IReadOnlyList<Offer>>.Yes(CatalogMapping.Offers(id, said.Value, left.Value, prices.Value, talk.Options));
    }

    public async Task<Answer<SeatMap>> ReadSeatMapAsync(ProviderCall call, SessionKey session, CancellationToken cancellation)
    {
        var talk = Open(call);
        var (seating, counting) = (talk.Catalog.SeatsAsync(session.SessionRef, cancellation), talk.Catalog.AvailabilityAsync(session.SessionRef, cancellation));
        await Task.WhenAll(seating, counting);
        var (seats, left) = (await seating, await counting);
        if (seats.Value is null)
            return seats.Refusal ?? DistributionProblem.OfRead(seats.Problem!, "seats of this session");
        if (left.Value is null)
            return left.Refusal ?? DistributionProblem.OfRead(left.Problem!, "availability of this session");
        return SeatMapping.Map(seats.Value, left.Value);
    }
}
