using Portal.Core.Providers;

namespace Portal.Providers.OneboxDistribution;

// After silence: by the order's id until it is confirmed, then by its code (page 1b.4, 1b.7).
public sealed partial class OneboxDistributionProvider
{
    public async Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        // Places are put in only after the id was saved: without one there are none.
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return new HoldFinding(HoldFound.Nothing);
        var talk = Open(call);
        var answer = await talk.Orders.ReadAsync(id, cancellation);
        if (answer.Value is { } order)
        {
            var places = OrderMapping.Held(order, id, talk.Options, talk.Now);
            if (DistributionWords.Stage(order.Status?.Type) is OrderStage.Confirmed)
                return new HoldFinding(HoldFound.Consumed, places, order.Status?.Type);
            if (places.Lines.Count > 0)
                return new HoldFinding(HoldFound.Alive, places, order.Status?.Type);
            // Empty: emptied where there were places once; else they have not arrived, and may still.
            return new HoldFinding(call.Find(DistributionReferences.Placed) == id ? HoldFound.Over : HoldFound.Nothing, RawStatus: order.Status?.Type);
        }
        if (answer.Refusal is { } refusal)
            return refusal;
        var gone = await OfGoneAsync(talk, call, new DistributionProblem(answer.Problem!), cancellation);
        return gone.Reason switch
        {
            RefusalReason.HoldExpired => new HoldFinding(HoldFound.Over, RawStatus: "not found"),
            RefusalReason.NotAllowed when call.Find(DistributionReferences.OrderCode) is not null => new HoldFinding(HoldFound.Consumed, RawStatus: "CONFIRM"),
            _ => gone,
        };
    }

    public async Task<Answer<PrepareFinding>> LookUpPrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("looked up");
        var talk = Open(call);
        var answer = await talk.Orders.ReadAsync(id, cancellation);
        if (answer.Value is { } order)
            return DistributionWords.Stage(order.Status?.Type) switch
            {
                OrderStage.PreConfirmed => new PrepareFinding(PrepareFound.Prepared, Prepared(order, id, talk, "GET /distribution-api/v1/orders"), RawStatus: order.Status?.Type),
                OrderStage.Basket => new PrepareFinding(PrepareFound.NotPreparedHoldAlive, RawStatus: order.Status?.Type),
                _ => new PrepareFinding(PrepareFound.InDoubt, RawStatus: order.Status?.Type),
            };
        return answer.Refusal is { } refusal ? refusal
            : new DistributionProblem(answer.Problem!).Kind is ProblemKind.OrderGone ? new PrepareFinding(PrepareFound.HoldOver, RawStatus: "not found")
            : DistributionProblem.OfRead(answer.Problem!, "order");
    }

    /// <summary>
    /// First by id, which knows the order until it is confirmed, then by code: a confirmation that arrives between the two is found by the
    /// second question.
    /// </summary>
    public async Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("looked up");
        var talk = Open(call);
        var answer = await talk.Orders.ReadAsync(id, cancellation);
        if (answer.Value is { } order)
            return DistributionWords.Stage(order.Status?.Type) switch
            {
                OrderStage.Basket or OrderStage.PreConfirmed => new OrderFinding(OrderFound.NotMadeHoldAlive, RawStatus: order.Status?.Type),
                OrderStage.Confirmed => new OrderFinding(OrderFound.Made, OrderMapping.Committed(order, "GET /distribution-api/v1/orders", talk.Options), order.Status?.Type),
                _ => new OrderFinding(OrderFound.InDoubt, RawStatus: order.Status?.Type),
            };
        if (answer.Refusal is { } refusal)
            return refusal;
        if (new DistributionProblem(answer.Problem!).Kind is not ProblemKind.OrderGone)
            return DistributionProblem.OfRead(answer.Problem!, "order");
        var (sold, unread) = await SoldAsync(talk, call, cancellation);
        return unread is not null ? unread
            : sold is null ? new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: "not found")
            : new OrderFinding(OrderFound.Made, OrderMapping.Committed(sold, "GET /orders-mgmt-api/v1/orders", talk.Options), sold.Status?.Type);
    }
}
