using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>Orders are frozen, closed, given up and read (page 2.6, ExternalOrderService).</summary>
internal sealed class OrderWire(IMethodWire wire)
{
    private const string Service = "ExternalOrderService";

    public Task<MethodAnswer<ResultDto>> ValidateAsync(string orderId, CancellationToken cancellation) => DoAsync<ResultDto>("validateOrder", new { orderId = SecuTixOffer.Id(orderId) }, cancellation);

    public Task<MethodAnswer<ResultDto>> AbandonAsync(string orderId, CancellationToken cancellation) => DoAsync<ResultDto>("abandonOrder", new { orderId = SecuTixOffer.Id(orderId) }, cancellation);

    public Task<MethodAnswer<OrderUpdateResultDto>> AbandonMovementsAsync(string orderId, IEnumerable<string> movementIds, CancellationToken cancellation) =>
        DoAsync<OrderUpdateResultDto>("abandonMovements", new { orderId = SecuTixOffer.Id(orderId), movementIds = movementIds.Select(SecuTixOffer.Id) }, cancellation);

    public Task<MethodAnswer<ResultDto>> CloseAsync(string orderId, string orderType, IReadOnlyList<Payment> payments, string? contact, int maxWaitingTime, CancellationToken cancellation) =>
        DoAsync<ResultDto>("closeOrder", new
        {
            orderId = SecuTixOffer.Id(orderId), orderType, generateBarCodes = true, maxWaitingTime,
            purchaserInfo = contact is null ? null : new { contactReference = contact },
            payments = payments.Count == 0 ? null : payments.Select(p => p.Written),
        }, cancellation);

    public async Task<MethodAnswer<OrderDetailResultDto>> ReadAsync(string orderId, CancellationToken cancellation) => MethodAnswer<OrderDetailResultDto>.Of(
        await wire.AskAsync<OrderDetailResultDto>(new MethodCall(Service, "getOrderDetails", new { orderId = SecuTixOffer.Id(orderId) }) { IsRead = true }, cancellation), "getOrderDetails");

    public async Task<MethodAnswer<FileDetailResultDto>> ReadFileAsync(string fileId, CancellationToken cancellation) => MethodAnswer<FileDetailResultDto>.Of(
        await wire.AskAsync<FileDetailResultDto>(new MethodCall(Service, "getFileDetails", new { fileId = SecuTixOffer.Id(fileId) }) { IsRead = true }, cancellation), "getFileDetails");

    public async Task<MethodAnswer<FileAttachmentResultDto>> ReadAttachmentAsync(string attachmentId, string? contact, CancellationToken cancellation) => MethodAnswer<FileAttachmentResultDto>.Of(
        await wire.AskAsync<FileAttachmentResultDto>(new MethodCall(Service, "getFileAttachment", new { fileAttachmentId = SecuTixOffer.Id(attachmentId), contactReference = contact })
        {
            IsRead = true, Depth = JournalDepth.SizeOnly,
        }, cancellation), "getFileAttachment");

    private async Task<MethodAnswer<T>> DoAsync<T>(string method, object given, CancellationToken cancellation) where T : ResultDto =>
        MethodAnswer<T>.Of(await wire.AskAsync<T>(new MethodCall(Service, method, given), cancellation), method);
}
