using System.Text.Json.Nodes;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>What is put into an order.</summary>
internal sealed record OrderWrite(string PointOfSalesId, string OrderType)
{
    /// <summary>Given, that order is extended; else a new one is made.</summary>
    public string? OrderId { get; init; }
    /// <summary>Given, a new order is made in that file.</summary>
    public string? FileId { get; init; }
    public string? ContactReference { get; init; }
    public string? ExternalReference { get; init; }
    public IReadOnlyList<(SecuTixOffer Offer, int Quantity)> Places { get; init; } = [];
    /// <summary>What is carried on of a reservation or option of the file. The list's name is assumed: no document shows it.</summary>
    public IReadOnlyList<(string OperationId, IReadOnlyList<string> MovementIds)> Resumed { get; init; } = [];
}

/// <summary>Orders are made, extended, and paid and closed in one (page 2.6, ExternalOrderFacade).</summary>
internal sealed class OrderFacadeWire(IMethodWire wire)
{
    private const string Service = "ExternalOrderFacade";

    public async Task<MethodAnswer<OrderUpdateResultDto>> PutAsync(OrderWrite order, CancellationToken cancellation)
    {
        var (seats, items) = (order.Places.Where(p => p.Offer.ItemId is null).ToList(), order.Places.Where(p => p.Offer.ItemId is not null).ToList());
        return MethodAnswer<OrderUpdateResultDto>.Of(await wire.AskAsync<OrderUpdateResultDto>(new MethodCall(Service, "createOrUpdateOrder", new
        {
            pointOfSalesId = SecuTixOffer.Id(order.PointOfSalesId),
            orderId = IdOrNull(order.OrderId),
            fileId = IdOrNull(order.FileId),
            orderType = order.OrderType,
            purchasersInfo = order.ContactReference is { } contact ? new[] { new { contactReference = contact } } : null,
            externalReference = order.ExternalReference,
            singleEntryAttributionOperations = seats.Count == 0 ? null : seats.Select(p => new
            {
                operationAttributions = new[]
                {
                    new
                    {
                        performanceId = SecuTixOffer.Id(p.Offer.PerformanceId!), seatCategoryId = SecuTixOffer.Id(p.Offer.SeatCategoryId!),
                        audienceSubCategoryId = SecuTixOffer.Id(p.Offer.AudienceId), quantity = p.Quantity,
                    },
                },
            }),
            simpleProductOperations = items.Count == 0 ? null : items.Select(p => new
            {
                itemId = SecuTixOffer.Id(p.Offer.ItemId!), audienceSubCategoryId = SecuTixOffer.Id(p.Offer.AudienceId), quantity = p.Quantity,
            }),
            resumedOperations = order.Resumed.Count == 0 ? null : order.Resumed.Select(r => new
            {
                operationId = SecuTixOffer.Id(r.OperationId), movementIds = r.MovementIds.Select(SecuTixOffer.Id),
            }),
        }), cancellation), "createOrUpdateOrder");
    }

    /// <summary>The way to sell what was reserved: with <c>isConvertedReservation</c> and payments of the full total.</summary>
    public async Task<MethodAnswer<ResultDto>> PayAndCloseAsync(string orderId, IReadOnlyList<Payment> payments, string? contact, int maxWaitingTime, CancellationToken cancellation) =>
        MethodAnswer<ResultDto>.Of(await wire.AskAsync<ResultDto>(new MethodCall(Service, "createPaymentsAndCloseOrder", new
        {
            orderId = SecuTixOffer.Id(orderId), isConvertedReservation = true, createToken = false, orderType = "SALE", maxWaitingTime,
            payments = payments.Count == 0 ? null : payments.Select(p => p.Written),
            purchasersInfo = contact is null ? null : new[] { new { contactReference = contact } },
        }), cancellation), "createPaymentsAndCloseOrder");

    private static JsonNode? IdOrNull(string? id) => id is null ? null : SecuTixOffer.Id(id);
}

/// <summary>What is told as paid, in thousandths.</summary>
internal sealed record Payment(long Amount, string MethodId)
{
    public object Written => new { amount = Amount, paymentMethodId = SecuTixOffer.Id(MethodId) };
}
