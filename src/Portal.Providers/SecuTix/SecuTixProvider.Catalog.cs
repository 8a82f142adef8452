using System.Runtime.CompilerServices;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Providers.SecuTix;

// What is on, from the catalogue; what is left, from the availability service (page 2.6).
public sealed partial class SecuTixProvider
{
    private const int PageSize = 200;

    // Splits an availability by every seat category.
    private const string Each = "-1";

    /// <summary>The wire tells no changes: each read is the whole, and there is no mark.</summary>
    public async IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var talk = Open(call);
        var pos = await memory.PointOfSaleAsync(talk, cancellation);
        if (!pos.IsYes)
            throw new ProviderRefusedException(pos.Refusal);
        var catalogue = await memory.CatalogueAsync(talk, cancellation);
        if (!catalogue.IsYes)
            throw new ProviderRefusedException(catalogue.Refusal);
        foreach (var page in new SecuTixMapping(catalogue.Value, pos.Value, talk.Options).Events().Chunk(PageSize))
            yield return new CatalogPage(page, null);
    }

    public async Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation)
    {
        var talk = Open(call);
        var (pos, catalogue, pointOfSales, refusal) = await GroundAsync(talk, cancellation);
        if (refusal is not null)
            return refusal;
        var offers = new SecuTixOffers(catalogue!, pos!, talk.Options);
        if (catalogue!.Performances.TryGetValue(session.SessionRef, out var found))
        {
            var answer = await talk.Availability.EventsAsync(pointOfSales!, [session.SessionRef], [Each], cancellation);
            if (answer.Value is not { } result)
                return answer.Refusal ?? SecuTixRefusals.OfRead(answer.No!);
            var left = (result.EventAvailabilityData?.PerformanceAvailabilities ?? []).Where(a => a.SeatCategoryId is not null && a.PerformanceId == session.SessionRef)
                .GroupBy(a => a.SeatCategoryId!).ToDictionary(g => g.Key, g => g.Sum(a => a.AvailableQuantity ?? 0));
            return Answer<IReadOnlyList<Offer>>.Yes(offers.Of(found.Product, found.Performance, left));
        }
        if (catalogue.Products.GetValueOrDefault(session.EventRef) is { Simple: not null } product)
        {
            var answer = await talk.Availability.ProductsAsync(pointOfSales!, [session.EventRef], cancellation);
            if (answer.Value is not { } result)
                return answer.Refusal ?? SecuTixRefusals.OfRead(answer.No!);
            return Answer<IReadOnlyList<Offer>>.Yes(offers.Of(product, (result.ProductAvailabilityData?.ItemAvailabilities ?? [])
                .Where(i => i is { ItemId: not null, AvailableQuantity: not null }).ToDictionary(i => i.ItemId!, i => i.AvailableQuantity!.Value)));
        }
        // No longer in the catalogue: nothing is offered, which is no error.
        return Answer<IReadOnlyList<Offer>>.Yes([]);
    }

    /// <summary>Many performances are asked for in one call, which the wire allows once a minute for each set.</summary>
    public async Task<Answer<IReadOnlyList<SessionQuote>>> ReadQuotesAsync(ProviderCall call, IReadOnlyList<SessionKey> sessions, CancellationToken cancellation)
    {
        var talk = Open(call);
        var (pos, catalogue, pointOfSales, refusal) = await GroundAsync(talk, cancellation);
        if (refusal is not null)
            return refusal;
        var known = sessions.Where(s => catalogue!.Performances.ContainsKey(s.SessionRef)).ToList();
        if (known.Count == 0)
            return Answer<IReadOnlyList<SessionQuote>>.Yes([]);
        var answer = await talk.Availability.EventsAsync(pointOfSales!, known.Select(s => s.SessionRef).Distinct(), [Each], cancellation);
        if (answer.Value is not { } result)
            return answer.Refusal ?? SecuTixRefusals.OfRead(answer.No!);
        var offers = new SecuTixOffers(catalogue!, pos!, talk.Options);
        var left = (result.EventAvailabilityData?.PerformanceAvailabilities ?? []).Where(a => a is { PerformanceId: not null, SeatCategoryId: not null }).ToLookup(a => a.PerformanceId!);
        return Answer<IReadOnlyList<SessionQuote>>.Yes([.. known.Select(session =>
        {
            var (product, performance) = catalogue!.Performances[session.SessionRef];
            var stock = left[session.SessionRef].GroupBy(a => a.SeatCategoryId!).ToDictionary(g => g.Key, g => g.Sum(a => a.AvailableQuantity ?? 0));
            var sellable = offers.Of(product, performance, stock).Where(o => o.IsSellable && o.NetEach.Amount > 0).Select(o => o.NetEach).OrderBy(m => m.Amount).ToList();
            return new SessionQuote(session, sellable.Count > 0 ? sellable[0] : (Money?)null, stock.Values.Sum());
        })]);
    }

    private async Task<(Dtos.PosConfigDto? Pos, SecuTixCatalogue? Catalogue, string? PointOfSales, Refusal? Refusal)> GroundAsync(SecuTixTalk talk, CancellationToken cancellation)
    {
        var pos = await memory.PointOfSaleAsync(talk, cancellation);
        if (!pos.IsYes)
            return (null, null, null, pos.Refusal);
        var id = await PointOfSalesIdAsync(talk, cancellation);
        if (!id.IsYes)
            return (null, null, null, id.Refusal);
        var catalogue = await memory.CatalogueAsync(talk, cancellation);
        return catalogue.IsYes ? (pos.Value, catalogue.Value, id.Value, null) : (null, null, null, catalogue.Refusal);
    }
}
