using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.Xs2Event;

// What is on and what can be bought of it (page 1.3, 1.4).
public sealed partial class Xs2EventProvider
{
    private const string MarkFormat = "yyyy-MM-dd HH:mm:ss";

    // Read again a little of what was read: changes of the same second, and a provider's clock that is set back.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var mark = NaiveTime.Parse(since)?.Wall;
        var updatedFrom = mark is { } from ? (from - Overlap).ToString(MarkFormat, CultureInfo.InvariantCulture) : null;
        for (var page = 1; ; page++)
        {
            // A budget per page: the whole takes as long as it takes.
            var talk = Open(call);
            // A day back, since 'today' at the venue may still be yesterday here.
            var answer = await talk.Catalog.EventsAsync(page, DateOnly.FromDateTime(talk.Now).AddDays(-1), updatedFrom, cancellation);
            if (answer.Value is not { } list)
                throw new ProviderRefusedException(answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "list of events"));
            foreach (var updated in (list.Events ?? []).Select(e => e.Updated?.Wall))
                mark = updated > mark || mark is null ? updated ?? mark : mark;
            var isLast = string.IsNullOrEmpty(list.Pagination?.NextPage) || list.Events is not { Count: > 0 };
            // The order of the list is undocumented: before its end nothing may be skipped next time.
            yield return new CatalogPage(
                [.. (list.Events ?? []).Select(Xs2EventMapping.Event).OfType<CatalogEvent>()],
                isLast ? mark?.ToString(MarkFormat, CultureInfo.InvariantCulture) : since);
            if (isLast)
                yield break;
        }
    }

    public async Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation)
    {
        var talk = Open(call);
        var offers = new List<Offer>();
        for (var page = 1; ; page++)
        {
            var answer = await talk.Catalog.TicketsAsync(session.EventRef, page, cancellation);
            if (answer.Value is not { } list)
                return answer.Refusal ?? Xs2EventRefusals.OfRead(answer.Problem!, "tickets of this event");
            // Never trust that a filter was applied.
            offers.AddRange((list.Tickets ?? [])
                .Where(t => t.EventId is null || t.EventId == session.EventRef)
                .Select(Xs2EventMapping.Offer).OfType<Offer>());
            if (string.IsNullOrEmpty(list.Pagination?.NextPage) || list.Tickets is not { Count: > 0 })
                return Answer<IReadOnlyList<Offer>>.Yes([.. offers.DistinctBy(o => o.OfferRef)]);
        }
    }
}
