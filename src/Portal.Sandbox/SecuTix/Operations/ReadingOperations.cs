using System.Globalization;
using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>Reading orders, files and tickets back, and the caller's own references on them.</summary>
internal sealed class ReadingOperations(SecuTixState state, OrderBook book)
{
    private readonly OrderShapes _shapes = new(state);

    public IEnumerable<Method> Methods =>
    [
        new("ExternalOrderService", "getOrderDetails", "OrderDetailResult", OrderDetails),
        new("ExternalOrderService", "getFileDetails", "FileDetailResult", FileDetails),
        new("ExternalOrderService", "getFileDetailsFromOrderSecretId", "FileDetailResult", FileOfSecret),
        new("ExternalOrderService", "getFileAttachment", "PrintableFileAttachmentResult", FileAttachment),
        new("ExternalOrderService", "updateExternalReferences", "ExternalReferenceResult", UpdateReferences),
        new("ExternalOrderService", "getExternalReference", "ExternalReferenceResult", References),
        new("ExternalOrderHistoryService", "listTicketsByCriteria", "TicketListResult", Tickets),
    ];

    private object OrderDetails(Given given, VirtualOperator caller)
    {
        var id = given.Needed("orderId");
        given.Text("granularity");
        given.End();
        return new { orderDetailsData = _shapes.Details(book.Find(id, caller)) };
    }

    private object FileDetails(Given given, VirtualOperator caller)
    {
        var id = given.Needed("fileId");
        given.End();
        return _shapes.File(id, book.FindFile(id, caller));
    }

    private object FileOfSecret(Given given, VirtualOperator caller)
    {
        var secret = given.Text("orderSecretId") ?? throw new MalformedException("orderSecretId is mandatory.");
        given.End();
        var order = state.Orders.Values.FirstOrDefault(o => o.SecretId == secret && o.Operator == caller.Operator) ?? throw No.NotFound();
        return _shapes.File(order.FileId, book.FindFile(order.FileId, caller));
    }

    private object FileAttachment(Given given, VirtualOperator caller)
    {
        var id = given.Needed("fileAttachmentId");
        given.Text("contactReference");
        given.End();
        var found = state.Orders.Values.Where(o => o.Operator == caller.Operator).SelectMany(o => o.Attachments).FirstOrDefault(a => a.Id == id) ?? throw No.AttachmentNotFound();
        return new { fileAttachment = new { data = Convert.ToBase64String(found.Content), fileName = found.Name, mimetype = found.Type, uploadDate = Times.Written(found.Uploaded) } };
    }

    private object UpdateReferences(Given given, VirtualOperator caller)
    {
        var (id, kind, reference) = (given.Needed("id"), given.Text("externalReferenceKind"), given.Object("externalReference"));
        var (key, value) = (reference?.Text("key"), reference?.Text("value"));
        given.End();
        if (kind != "ORDER" || key is null || value is null) throw new MalformedException("externalReferenceKind ORDER and an externalReference are mandatory.");
        var order = book.Find(id, caller);
        order.References[key] = value;
        state.Touch(order);
        return Shown(order);
    }

    private object References(Given given, VirtualOperator caller)
    {
        var (id, kind) = (given.Needed("id"), given.Text("externalReferenceKind"));
        given.End();
        return kind == "ORDER" ? Shown(book.Find(id, caller)) : throw new MalformedException("externalReferenceKind must be ORDER.");
    }

    private static object Shown(Order order) =>
        new { externalReferences = new { id = order.Id, externalReferences = order.References.Select(r => new { key = r.Key, value = r.Value }) } };

    private object Tickets(Given given, VirtualOperator caller)
    {
        var criteria = given.Object("ticketFilterCriteria") ?? throw new MalformedException("ticketFilterCriteria is mandatory.");
        var (pointOfSales, product) = (criteria.Needed("pointOfSalesId"), criteria.Whole("productId"));
        var (since, until) = (Date(criteria.Text("startDate")), Date(criteria.Text("endDate")));
        var paging = given.Object("paginationParameter");
        var (start, most) = ((int)(paging?.Whole("startPosition") ?? 0), (int)(paging?.Whole("maxResult") ?? 5000));
        given.End();
        if (pointOfSales != caller.PointOfSalesId) throw No.PointOfSales();
        var tickets = (from order in state.Orders.Values
                       where order.Operator == caller.Operator && order is { Type: "SALE", State: Order.Closed } && (since is null || order.Created >= since) && (until is null || order.Created <= until)
                       from operation in order.Operations
                       where product is null || operation.ProductId == product
                       from movement in operation.Movements
                       select new
                       {
                           ticketId = movement.TicketId, ticketState = "NOT_PRINTED", performanceId = operation.PerformanceId, seatCategoryId = operation.SeatCategoryId,
                           audienceSubCategoryId = operation.AudienceId, price = operation.UnitPrice,
                       }).ToList();
        return new { ticketSummaries = tickets.Skip(start).Take(most), truncated = tickets.Count > start + most };

        static DateTime? Date(string? text) => text is null ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime
            : throw new MalformedException("startDate and endDate must be dates.");
    }
}
