using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Readers;
using Portal.Providers.SecuTix.Wire;

namespace Portal.Providers.SecuTix;

// An order is closed: sold and told as paid in full, or kept (page 2.6, closeOrder).
public sealed partial class SecuTixProvider
{
    public async Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(SecuTixReferences.Order) is not { } id)
            return SecuTixRefusals.NoOrder("closed");
        var talk = Open(call);
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        if (order is null)
            return unread!;
        switch (SecuTixWords.Order(order.OrderState))
        {
            case OrderStanding.Closed:
                return Committed(id, order);
            case OrderStanding.Over:
                return SecuTixRefusals.Expired();
        }
        if (call.Find(SecuTixReferences.Closing) is not null)
            return InProgress(id, order);
        var (payments, refusal) = order.OrderType is null or "SALE" ? await PaymentsAsync(talk, TotalOf(order), request.Total, cancellation) : ([], null);
        if (refusal is not null)
            return refusal;
        var answer = await talk.Orders.CloseAsync(id, order.OrderType ?? talk.Options.OrderType(request.Mode), payments!, talk.Options.ContactOf(request.Buyer), talk.Options.MaxWaitingTime, cancellation);
        if (answer.Refusal is { } no)
            return no;
        if (answer.No is { IsInProgress: true })
            return InProgress(id, order);
        return answer.Value is null ? await JudgeCloseAsync(talk, id, answer.No!, cancellation)
            : request.Mode is SaleMode.Purchase ? Committed(id, order with { OrderState = "CLOSED" })
            // Only now it is known until when the places are kept.
            : await KeptAsync(talk, id, order with { OrderState = "CLOSED" }, cancellation);
    }

    public async Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(SecuTixReferences.Order) is not { } id)
            return SecuTixRefusals.NoOrder("looked up");
        var talk = Open(call);
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        if (order is null)
            return unread!.Reason is RefusalReason.NotFound ? new OrderFinding(OrderFound.InDoubt, RawStatus: "not found") : unread;
        return SecuTixWords.Order(order.OrderState) switch
        {
            OrderStanding.Closed => new OrderFinding(OrderFound.Made, Committed(id, order), order.OrderState),
            OrderStanding.Over => new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: order.OrderState),
            _ when call.Find(SecuTixReferences.Closing) is not null => new OrderFinding(OrderFound.Made, InProgress(id, order), order.OrderState),
            OrderStanding.Running or OrderStanding.Validated => new OrderFinding(OrderFound.NotMadeHoldAlive, RawStatus: order.OrderState),
            _ => new OrderFinding(OrderFound.InDoubt, RawStatus: order.OrderState),
        };
    }

    /// <summary>What is told as paid: the full total, which must be the agreed one. Less never closes a sale.</summary>
    private async Task<(IReadOnlyList<Payment>? Payments, Refusal? Refusal)> PaymentsAsync(SecuTixTalk talk, Money? total, Money agreed, CancellationToken cancellation)
    {
        if (total is { } asked && asked != agreed)
            return (null, new Refusal(RefusalReason.PriceChanged, $"SecuTix asks {asked} for the order, {agreed} was agreed. Nothing was sold, the places are still held.") { TotalNow = asked });
        if (SecuTixMoney.Thousandths(agreed) is not { } amount)
            return (null, new Refusal(RefusalReason.Invalid, $"{agreed} is finer than a thousandth, so SecuTix cannot be told of it. Nothing was sold."));
        if (amount == 0)
            return ([], null);
        var (method, refusal) = await MethodAsync(talk, cancellation);
        return method is null ? (null, refusal) : ([new Payment(amount, method)], null);
    }

    /// <summary>The connection's payment method, which must be one of the point of sale's for payments; unset, the one for deferred payment.</summary>
    private async Task<(string? Id, Refusal? Refusal)> MethodAsync(SecuTixTalk talk, CancellationToken cancellation)
    {
        if (talk.Options.PaymentMethodId is { } set)
            return await IsOfPointOfSaleAsync(talk, set, cancellation) ? (set, null) : (null, new Refusal(RefusalReason.NotAllowed, $"The point of sale at SecuTix has no payment method {set} for sales. Nothing was sold, the places are still held; an admin corrects PaymentMethodId under Connections."));
        var pos = await memory.PointOfSaleAsync(talk, cancellation);
        if (!pos.IsYes)
            return (null, pos.Refusal);
        var method = (pos.Value.PaymentMethods ?? []).Where(m => m is { Id: not null, ForPayment: true })
            .OrderByDescending(m => m.PaymentType?.Contains("DEFERRED", StringComparison.OrdinalIgnoreCase) is true || m.Code?.Contains("INVOICE", StringComparison.OrdinalIgnoreCase) is true)
            .ThenBy(m => m.Rank ?? int.MaxValue).FirstOrDefault();
        return method?.Id is { } id ? (id, null)
            : (null, new Refusal(RefusalReason.NotAllowed, "The point of sale at SecuTix has no payment method for sales. Nothing was sold, the places are still held; an admin enters PaymentMethodId under Connections."));
    }

    /// <summary>Nothing but the point of sale's own word speaks against a method that was entered.</summary>
    private async Task<bool> IsOfPointOfSaleAsync(SecuTixTalk talk, string method, CancellationToken cancellation)
    {
        try
        {
            var pos = await memory.PointOfSaleAsync(talk, cancellation);
            return pos.Value?.PaymentMethods is not { Count: > 0 } methods || methods.Any(m => m.Id == method && m.ForPayment is not false);
        }
        catch (ProviderSilenceException)
        {
            return true;
        }
    }

    /// <summary>What a no to a close means is decided by how the order stands.</summary>
    private static async Task<Answer<CommittedOrder>> JudgeCloseAsync(SecuTixTalk talk, string id, MethodNo no, CancellationToken cancellation)
    {
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        if (order is null)
            throw new ProviderSilenceException("closeOrder", SilenceKind.Unreadable, $"refused, and the order could not be read: {unread!.Detail}");
        return SecuTixWords.Order(order.OrderState) switch
        {
            OrderStanding.Closed => Committed(id, order),
            OrderStanding.Over => SecuTixRefusals.Expired(),
            _ => new Refusal(RefusalReason.NotAllowed, $"SecuTix refused to close the order: {no.Said}. Nothing was sold, the places are still held."),
        };
    }

    private static async Task<Answer<CommittedOrder>> KeptAsync(SecuTixTalk talk, string id, OrderDetailsDto before, CancellationToken cancellation)
    {
        try
        {
            var (order, _) = await ReadAsync(talk, id, cancellation);
            return Committed(id, order ?? before with { ExpirationDate = null });
        }
        catch (ProviderSilenceException)
        {
            // It is closed, that much is certain; the deadline comes with the next reading.
            return Committed(id, before with { ExpirationDate = null });
        }
    }

    private static CommittedOrder Committed(string id, OrderDetailsDto order)
    {
        var sells = order.OrderType is null or "SALE";
        return new CommittedOrder(sells ? CommitOutcome.Purchased : CommitOutcome.Booked, References(id, order), order.OrderState ?? "", SecuTixContent.Of(order).Lines)
        {
            KeptUntil = sells ? null : WireTimes.Utc(order.ExpirationDate, null),
        };
    }

    private static CommittedOrder InProgress(string id, OrderDetailsDto order) =>
        new(CommitOutcome.InProgress, [.. References(id, order), new(SecuTixReferences.Closing, "true")], order.OrderState ?? "", []);
}
