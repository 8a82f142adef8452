using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

// An order is made, its id saved, then places are put in; later changes add and take out one by one (page 1b.5).
public sealed partial class OneboxDistributionProvider
{
    private static readonly Refusal SellsOnly = new(RefusalReason.NotAllowed, "Onebox Distribution sells at once; it cannot keep places unpaid. Nothing was held.");

    public async Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        if (request.Mode is SaleMode.Book)
            return SellsOnly;
        var talk = Open(call);
        var created = await talk.Orders.CreateAsync(cancellation);
        if (created.Value is not { } empty)
            return created.Refusal ?? DistributionProblem.OfRead(created.Problem!, "new order");
        if (empty.Id is not { Length: > 0 } id)
            throw new ProviderSilenceException("POST /distribution-api/v1/orders", SilenceKind.Unreadable, "the order was answered without its id");
        await call.RememberAsync(new(DistributionReferences.OrderId, id), cancellation);
        return await ArrangeAsync(talk, id, empty, request, cancellation);
    }

    public async Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        if (request.Mode is SaleMode.Book)
            return SellsOnly;
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("changed");
        var talk = Open(call);
        var read = await talk.Orders.ReadAsync(id, cancellation);
        return read.Value is { } order
            ? await ArrangeAsync(talk, id, order, request, cancellation)
            : read.Refusal ?? await OfGoneAsync(talk, call, new DistributionProblem(read.Problem!), cancellation);
    }

    public async Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("given back");
        var talk = Open(call);
        var answer = await talk.Orders.ReleaseAsync(id, [], cancellation);
        if (answer.Value is { } order)
            return OrderMapping.Items(order).Any()
                ? throw new ProviderSilenceException("DELETE /distribution-api/v1/orders/seats", SilenceKind.Unreadable, "the order was answered with places still in it")
                : new HoldReleased(order.Status?.Type ?? "");
        if (answer.Refusal is { } refusal)
            return refusal;
        var gone = await OfGoneAsync(talk, call, new DistributionProblem(answer.Problem!), cancellation);
        return gone.Reason is RefusalReason.HoldExpired ? new HoldReleased("not found") : gone;
    }

    /// <summary>
    /// What it means that an order cannot be had by its id: it ran out, or it was sold, which its code tells. Anything else is no more than
    /// a no.
    /// </summary>
    private static async Task<Refusal> OfGoneAsync(Talk talk, ProviderCall call, DistributionProblem problem, CancellationToken cancellation)
    {
        if (problem.Kind is ProblemKind.Denied)
            return DistributionProblem.Denied(problem);
        if (problem.Kind is not (ProblemKind.OrderGone or ProblemKind.StateInvalid))
            return new(RefusalReason.Invalid, $"Onebox refused: {problem.Said}. Nothing was changed.");
        var (sold, unread) = await SoldAsync(talk, call, cancellation);
        return unread ?? (sold is not null
            ? new(RefusalReason.NotAllowed, "The order at Onebox is confirmed: its places are sold and can only be refunded. Nothing was changed.")
            : DistributionProblem.Expired());
    }

    /// <summary>The order by its code, where it is known and the order confirmed; null with the reason when that could not be read.</summary>
    private static async Task<(OrderDto? Order, Refusal? Unread)> SoldAsync(Talk talk, ProviderCall call, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderCode) is not { } code)
            return (null, null);
        var answer = await talk.Management.ReadAsync(code, cancellation);
        if (answer.Value is { } order)
            return (order, null);
        return answer.Problem is { } problem && new DistributionProblem(problem).Kind is ProblemKind.OrderGone
            ? (null, null)
            : (null, answer.Refusal ?? DistributionProblem.OfRead(answer.Problem!, "order"));
    }
}
