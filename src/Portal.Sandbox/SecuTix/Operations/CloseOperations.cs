using System.Globalization;
using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>Freezing an order, closing it in either of two ways, and giving it up.</summary>
internal sealed class CloseOperations(SecuTixState state, OrderBook book, Resumption resumption)
{
    public IEnumerable<Method> Methods =>
    [
        new("ExternalOrderService", "validateOrder", "WebMethodResult", Validate),
        new("ExternalOrderService", "closeOrder", "CloseOrderResult", Close),
        new("ExternalOrderService", "abandonOrder", "WebMethodResult", Abandon),
        new("ExternalOrderFacade", "createPaymentsAndCloseOrder", "CloseOrderResult", PayAndClose),
        new("ExternalOrderFacade", "reopenOrder", "WebMethodResult", Reopen),
    ];

    /// <summary>Makes the tickets of a sale, keeps what was reserved, frees what was to be freed.</summary>
    public void Finish(Order order)
    {
        resumption.Settle(order);
        foreach (var movement in order.Movements)
            if (order.Type == "SALE")
            {
                (movement.Fate, movement.TicketId) = (Movement.Sold, state.NewId());
                if (order.WithBarcodes) movement.Barcode = string.Create(CultureInfo.InvariantCulture, $"{movement.TicketId % 1_000_000_000_000:D12}{movement.Id % 1000:D3}");
            }
            else movement.Fate = order.Type.EndsWith("_FREEING", StringComparison.Ordinal) ? Movement.Freed : Movement.Kept;
        if (order.Type is "RESERVATION" or "OPTION") order.KeptUntil = state.Now + state.Options.ReservationLife;
        (order.State, order.ClosesAt) = (Order.Closed, null);
        state.Touch(order);
    }

    private object Validate(Given given, VirtualOperator caller)
    {
        var id = given.Needed("orderId");
        given.End();
        var order = book.FindOpen(id, caller);
        if (!order.Movements.Any()) throw No.Nothing();
        order.State = Order.Validated;
        state.Touch(order);
        return new { };
    }

    private object Abandon(Given given, VirtualOperator caller)
    {
        var id = given.Needed("orderId");
        given.End();
        var order = book.Find(id, caller);
        if (order.State == Order.Abandoned) return new { };
        if (book.FindOpen(id, caller).ClosesAt is not null) throw No.WrongState("CLOSING");
        state.Drop(order, Order.Abandoned);
        return new { };
    }

    private object Close(Given given, VirtualOperator caller)
    {
        var (id, type, barcodes, wait) = (given.Needed("orderId"), given.Text("orderType"), given.Flag("generateBarCodes"), given.Whole("maxWaitingTime"));
        var (contact, payments) = (given.Object("purchaserInfo")?.Text("contactReference"), Payments(given));
        given.End();
        var order = Closable(id, type, contact, payments, caller);
        if (order.Type == "SALE" && order.Resumes) throw No.Conversion();
        return Take(order, contact, payments, barcodes ?? false, wait);
    }

    private object PayAndClose(Given given, VirtualOperator caller)
    {
        var (id, type, converts, wait) = (given.Needed("orderId"), given.Text("orderType"), given.Flag("isConvertedReservation") ?? false, given.Whole("maxWaitingTime"));
        var contact = (given.Objects("purchasersInfo") ?? []).Select(p => p.Text("contactReference")).ToList().FirstOrDefault();
        var payments = Payments(given);
        given.Flag("createToken");
        if (given.Object("paymentParams") is { } parameters)
        {
            parameters.Text("contactNumber");
            parameters.Whole("totalAmount");
            parameters.Skip("paymentParametersMap");
        }
        given.End();
        var order = Closable(id, type, contact, payments, caller);
        if (order.Type != "SALE") throw No.Type(type);
        if (order.Resumes != converts) throw No.Conversion();
        if (state.Options.DeclinesPayments && payments.Count > 0)
        {
            (order.State, order.PaymentFailed) = (Order.Validated, true);
            state.Touch(order);
            throw No.Declined();
        }
        return Take(order, contact, payments, barcodes: true, wait);
    }

    private object Reopen(Given given, VirtualOperator caller)
    {
        var id = given.Needed("orderId");
        given.End();
        var order = book.FindOpen(id, caller);
        if (!order.PaymentFailed) throw No.WrongState(order.State);
        (order.State, order.PaymentFailed) = (Order.Running, false);
        state.Touch(order);
        return new { };
    }

    private Order Closable(long id, string? type, string? contact, List<Payment> payments, VirtualOperator caller)
    {
        var order = book.FindOpen(id, caller);
        if (order.ClosesAt is not null) throw new InProgressException();
        if (order.Type != type) throw No.Type(type);
        if (order.PaymentFailed) throw No.Declined();
        if (!order.Movements.Any()) throw No.Nothing();
        var products = order.Operations.Select(o => state.Catalogue.Products[o.ProductId]).ToList();
        if (order.Type == "SALE" && products.Exists(p => p.Nominative)) throw No.Nominative();
        if ((contact ?? order.Contact) is null && products.Exists(p => Family.Of(p.Family).ContactRequired)) throw No.Contact();
        if (order.Type != "SALE" && payments.Count > 0) throw No.Payment("Only sales are paid.");
        if (payments.Exists(p => !PaymentMethod.All.Any(m => m.Id == p.MethodId && m.ForPayment))) throw No.Payment("This payment method is not one of the point of sale.");
        if (payments.Exists(p => p.Amount <= 0) || payments.Sum(p => p.Amount) > order.Total) throw No.Payment("The payments do not fit the order's total.");
        return order;
    }

    private object Take(Order order, string? contact, List<Payment> payments, bool barcodes, long? wait)
    {
        (order.Contact, order.Payments, order.WithBarcodes) = (contact ?? order.Contact, payments, barcodes);
        if (wait is { } seconds && state.Options.CloseTakes > TimeSpan.FromSeconds(seconds))
        {
            (order.State, order.ClosesAt) = (Order.Validated, state.Now + state.Options.CloseTakes);
            state.Touch(order);
            throw new InProgressException();
        }
        Finish(order);
        return new { requestState = "DONE" };
    }

    private static List<Payment> Payments(Given given) => [.. (given.Objects("payments") ?? []).Select(p => new Payment(p.Needed("amount"), p.Needed("paymentMethodId")))];
}
