using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix;

// validateOrder freezes an order: it can then be closed, or given up as a whole (page 2.6).
public sealed partial class SecuTixProvider
{
    public async Task<Answer<PreparedOrder>> PrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(SecuTixReferences.Order) is not { } id)
            return SecuTixRefusals.NoOrder("frozen");
        var talk = Open(call);
        var answer = await talk.Orders.ValidateAsync(id, cancellation);
        if (answer.Refusal is { } refusal)
            return refusal;
        if (answer.No is { IsInProgress: true })
            throw SecuTixRefusals.StillRunning("validateOrder");
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        if (order is null)
            return answer.Value is null ? unread! : throw new ProviderSilenceException("getOrderDetails", SilenceKind.Unreadable, $"the order was frozen and could not be read: {unread!.Detail}");
        return SecuTixWords.Order(order.OrderState) switch
        {
            OrderStanding.Validated => await PreparedAsync(talk, id, order, cancellation),
            OrderStanding.Over => SecuTixRefusals.Expired(),
            OrderStanding.Closed => SecuTixRefusals.Closed("frozen any more"),
            _ when answer.Value is not null => await PreparedAsync(talk, id, order, cancellation),
            _ => SecuTixRefusals.Of(answer.No!, "Nothing was sold, the places are still held."),
        };
    }

    public async Task<Answer<PrepareFinding>> LookUpPrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(SecuTixReferences.Order) is not { } id)
            return SecuTixRefusals.NoOrder("looked up");
        var talk = Open(call);
        var (order, unread) = await ReadAsync(talk, id, cancellation);
        if (order is null)
            return unread!;
        return SecuTixWords.Order(order.OrderState) switch
        {
            OrderStanding.Validated => new PrepareFinding(PrepareFound.Prepared, await PreparedAsync(talk, id, order, cancellation), RawStatus: order.OrderState),
            OrderStanding.Running => new PrepareFinding(PrepareFound.NotPreparedHoldAlive, RawStatus: order.OrderState),
            OrderStanding.Over => new PrepareFinding(PrepareFound.HoldOver, RawStatus: order.OrderState),
            _ => new PrepareFinding(PrepareFound.InDoubt, RawStatus: order.OrderState),
        };
    }

    private async Task<PreparedOrder> PreparedAsync(SecuTixTalk talk, string id, OrderDetailsDto order, CancellationToken cancellation) =>
        new(References(id, order), await ExpiryOfAsync(talk, order, cancellation), order.OrderState ?? "", TotalOf(order));

    /// <summary>What the order amounts to by its own kind; null where it does not tell.</summary>
    private static Money? TotalOf(OrderDetailsDto order)
    {
        var amount = order.OrderType switch
        {
            "RESERVATION" => order.ReservationAmount,
            "OPTION" => order.OptionAmount,
            _ => order.SaleAmount,
        };
        return amount is { } thousandths && order.CatalogCurrency?.CurrencyCode is { Length: > 0 } currency ? SecuTixMoney.Of(thousandths, currency) : null;
    }

    private static IReadOnlyList<ProviderReference> References(string id, OrderDetailsDto order) =>
        [new(SecuTixReferences.Order, id), .. SecuTixContent.Of(order).FileIds.Select(f => new ProviderReference(SecuTixReferences.File, f))];
}
