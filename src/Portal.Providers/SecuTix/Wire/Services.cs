using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>What is on sale and the point of sale's settings (page 2.6, CatalogService).</summary>
internal sealed class CatalogWire(IMethodWire wire)
{
    private const string Service = "CatalogService";

    /// <summary>Once in ten minutes; the same <paramref name="requestId"/> asks again for an answer that is being put together.</summary>
    public async Task<MethodAnswer<CatalogResultDto>> ReadAsync(int requestId, CancellationToken cancellation) => MethodAnswer<CatalogResultDto>.Of(await wire.AskAsync<CatalogResultDto>(
        new MethodCall(Service, "getCatalogDetailed", new { requestId }) { IsRead = true, Depth = JournalDepth.FailuresOnly }, cancellation), "getCatalogDetailed");

    public async Task<MethodAnswer<PosConfigResultDto>> PointOfSaleAsync(CancellationToken cancellation) => MethodAnswer<PosConfigResultDto>.Of(await wire.AskAsync<PosConfigResultDto>(
        new MethodCall(Service, "getPOSConfig", new { }) { IsRead = true, Depth = JournalDepth.FailuresOnly }, cancellation), "getPOSConfig");
}

/// <summary>What is left (page 2.6, AvailabilityService). Once a minute for each set asked.</summary>
internal sealed class AvailabilityWire(IMethodWire wire)
{
    private const string Service = "AvailabilityService";

    /// <param name="seatCategoryIds">-1 splits by every category.</param>
    public async Task<MethodAnswer<EventAvailabilityResultDto>> EventsAsync(string pointOfSalesId, IEnumerable<string> performanceIds, IEnumerable<string> seatCategoryIds, CancellationToken cancellation) =>
        MethodAnswer<EventAvailabilityResultDto>.Of(await wire.AskAsync<EventAvailabilityResultDto>(new MethodCall(Service, "getEventAvailability", new
        {
            pointOfSalesId = SecuTixOffer.Id(pointOfSalesId), performanceIds = performanceIds.Select(SecuTixOffer.Id), seatCategoryIds = seatCategoryIds.Select(SecuTixOffer.Id),
        })
        { IsRead = true, Depth = JournalDepth.SizeOnly }, cancellation), "getEventAvailability");

    public async Task<MethodAnswer<ProductAvailabilityResultDto>> ProductsAsync(string pointOfSalesId, IEnumerable<string> productIds, CancellationToken cancellation) =>
        MethodAnswer<ProductAvailabilityResultDto>.Of(await wire.AskAsync<ProductAvailabilityResultDto>(new MethodCall(Service, "getProductAvailability", new
        {
            pointOfSalesId = SecuTixOffer.Id(pointOfSalesId), productIds = productIds.Select(SecuTixOffer.Id),
        })
        { IsRead = true, Depth = JournalDepth.SizeOnly }, cancellation), "getProductAvailability");
}
