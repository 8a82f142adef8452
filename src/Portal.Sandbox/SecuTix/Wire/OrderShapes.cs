using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>Orders, their operations and movements as both wires name them; <c>resumedOperationId</c> and <c>resumedMovementId</c> are the sandbox's own.</summary>
internal sealed class OrderShapes(SecuTixState state)
{
    public static readonly object Currency = new
    {
        currencyCode = "EUR", fractionDigit = 2, minAmount = 10, symbol = "€", availableCash = new[] { new { quantity = 0, type = "COIN", unitAmoung = 1000 } },
    };

    /// <summary>What changed in an order, and nothing else of it.</summary>
    public object Delta(Order order, IReadOnlyCollection<Operation> updated, IReadOnlyCollection<Movement> made, IEnumerable<long> removedOperations, IEnumerable<long> removedMovements) => new
    {
        orderUpdateData = new
        {
            orderId = order.Id,
            orderSecretId = order.SecretId,
            mainOperationId = order.Operations.FirstOrDefault()?.Id,
            operationDataUpdates = updated.Select(o => Of(order, o)),
            movementDataUpdates = updated.SelectMany(o => o.Movements.Where(made.Contains).Select(m => Of(order, o, m))),
            removeOperationIds = removedOperations,
            removeMovementIds = removedMovements,
            origin = new { toCreateToken = false },
            catalogCurrency = Currency,
            generatedContactQualities = new { },
            generatedContiguities = Array.Empty<object>(),
        },
    };

    public object Details(Order order) => new
    {
        orderId = order.Id,
        orderSecretId = order.SecretId,
        orderType = order.Type,
        orderState = order.State,
        contactReference = order.Contact,
        creationDateTime = Times.Written(order.Created),
        referenceDate = Times.Written(order.Created),
        expirationDate = Times.Written(order.Open ? state.Expiry(order) : order.KeptUntil),
        operationDatas = order.Operations.Select(o => Of(order, o)),
        movementDatas = order.Operations.SelectMany(o => o.Movements.Select(m => Of(order, o, m))),
        saleAmount = order.Type == "SALE" ? order.Total : 0,
        reservationAmount = order.Type == "RESERVATION" ? order.Total : 0,
        optionAmount = order.Type == "OPTION" ? order.Total : 0,
        preSaleAmount = 0,
        waitingAccountBalanceAmount = 0,
        catalogCurrency = Currency,
        orderOriginData = new { toCreateToken = false },
        orderOriginator = order.Operator,
        salesChannelCode = "RESELLER",
        salesChannelName = "Resellers",
    };

    public object File(long fileId, IReadOnlyCollection<Order> orders) => new
    {
        fileDetailsData = new
        {
            fileId,
            fileState = FileStates.Of(orders),
            fileContacts = orders.Select(o => o.Contact).Where(c => c is not null).Distinct().Select(c => new { contactReference = c }),
            fileAttachments = orders.SelectMany(o => o.Attachments).Select(a => new { fileAttachmentId = a.Id, name = a.Name, uploadDate = Times.Written(a.Uploaded) }),
            lastModDateTime = Times.Written(state.Now),
        },
        orderDetailsDatas = orders.Select(Details),
    };

    private object Of(Order order, Operation operation)
    {
        var product = state.Catalogue.Products[operation.ProductId];
        var (quantity, audience) = (operation.Movements.Count, Audience.All.First(a => a.Id == operation.AudienceId));
        var total = operation.UnitPrice * quantity;
        return new
        {
            operationId = operation.Id,
            operationNumber = order.Operations.IndexOf(operation) + 1,
            fileId = order.FileId,
            type = order.Type,
            kind = product.Family,
            season = "SEASON",
            product = product.Name,
            productId = product.Id,
            productCode = product.Code,
            productFamilyType = product.Family,
            productFamilySubType = (string?)null,
            performanceId = operation.PerformanceId,
            seatCategoryId = operation.SeatCategoryId,
            itemId = operation.ItemId,
            quantity,
            numbered = operation.PerformanceId is not null && state.Catalogue.PoolOf(operation).Numbered,
            isNominative = product.Nominative,
            basePrice = operation.UnitPrice,
            unitPrice = operation.UnitPrice,
            totalAmount = total,
            withoutVatTotalAmount = (long)Math.Round(total / (1 + product.VatRate / 100_000m)),
            vatRate = product.VatRate,
            vatCountryCode = "FR",
            audienceSubCategoryId = audience.Id,
            audienceSubCategory = audience.Code,
            audienceSubCategoryRank = Audience.All.ToList().IndexOf(audience) + 1,
            audienceSubCategoryExternalDescription = audience.Name,
            audienceSubCategoryRequireAttachment = false,
            contingentId = Contingent(order),
            contingent = "RESELLER",
            locations = product.House is null ? [] : new[] { CatalogueShapes.Location(product.House) },
            catalogCurrency = Currency,
            resumedOperationId = operation.ResumedFrom,
        };
    }

    private object Of(Order order, Operation operation, Movement movement)
    {
        var category = operation.SeatCategoryId is { } id ? state.Catalogue.Performances[operation.PerformanceId!.Value].Product.House!.Categories.First(c => c.Id == id) : null;
        return new
        {
            movementId = movement.Id,
            operationId = operation.Id,
            type = movement.Seat is null ? "NOT_NUMBERED" : "SEAT",
            seatId = movement.Seat is { } place ? SeatId(category!.Id, place) : (long?)null,
            seatCategoryId = category?.Id,
            seatCategory = category?.Name,
            contingentId = Contingent(order),
            contingent = "RESELLER",
            instanceNumber = operation.Movements.IndexOf(movement) + 1,
            resumed = movement.ResumedFrom is not null,
            transferable = false,
            row = movement.Seat is { } seat ? Pool.Row(seat) : null,
            number = movement.Seat is { } n ? Pool.Number(n) : null,
            ticketId = movement.TicketId,
            barcode = movement.Barcode,
            resumedMovementId = movement.ResumedFrom,
        };
    }

    public static long SeatId(long categoryId, int seat) => categoryId * 10_000 + seat;

    private long Contingent(Order order) => state.Options.Operators.First(o => o.Operator == order.Operator).ContingentId;
}
