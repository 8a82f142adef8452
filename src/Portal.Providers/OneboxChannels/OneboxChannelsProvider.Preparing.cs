using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

// createOrder: the cart ends, its places are locked for 45 minutes, no call gives them back (page 1a.6, 1a.7).
public sealed partial class OneboxChannelsProvider
{
    private const string PrepareCall = "POST /order/createOrder";

    public async Task<Answer<PreparedOrder>> PrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (call.Find(OneboxChannelsReferences.OrderCode) is { } known)
        {
            var (before, refusal) = await ReadOrderAsync(talk, known, cancellation);
            return refusal is not null ? refusal : before is { Status: OrderStatus.PreOrder } ? Prepared(before, request.AskedAt, talk) : OneboxChannelsRefusals.OrderExpired();
        }
        if (call.Find(OneboxChannelsReferences.Token) is not { } token)
            return OneboxChannelsRefusals.NoCart("ordered");
        if (talk.Options.Unpayable(request.Mode, "the places are still held") is { } unpayable)
            return unpayable;
        if (talk.Options.Limits.GetValueOrDefault(request.Mode) is { } most && request.Lines.Sum(l => l.Quantity) > most)
            return new Refusal(RefusalReason.QuantityNotAllowed, $"The channel may {(request.Mode is SaleMode.Book ? "book" : "sell")} at most {most} tickets in one order. Nothing was ordered.");

        var answer = await talk.Orders.CreateAsync(token, request.Mode, cancellation);
        // A look-up may have left the client blank; a definite no may be asked again once it is written.
        if (answer.Problem is { } reply && new OneboxChannelsProblem(reply).Kind is ProblemKind.BadParameter && request.Buyer.Values.Count > 0)
            answer = await talk.Carts.ClientAsync(token, request.Buyer, cancellation) is { Value: null } untold
                ? WireAnswer<OrderDto>.No(untold.Refusal ?? OfBuyer(new(untold.Problem!)))
                : await talk.Orders.CreateAsync(token, request.Mode, cancellation);
        if (answer.Value is not { } order)
            return answer.Refusal ?? OfPrepare(new(answer.Problem!), request.Mode);
        await call.RememberAsync(new(OneboxChannelsReferences.OrderCode, order.Code), cancellation);
        return order.Status switch
        {
            OrderStatus.PreOrder => Prepared(order, talk.Now, talk),
            OrderStatus.Expired or OrderStatus.Cancelled => OneboxChannelsRefusals.OrderExpired(),
            _ => throw new ProviderSilenceException(PrepareCall, SilenceKind.Unreadable, $"the new order stands at '{order.RawStatus}'"),
        };
    }

    /// <summary>
    /// The code comes with the answer only. A cart that is still there was not ordered; one that is gone may have lapsed, or be an order
    /// whose code nobody knows: nothing was sold, but its places may be locked.
    /// </summary>
    public async Task<Answer<PrepareFinding>> LookUpPrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (call.Find(OneboxChannelsReferences.OrderCode) is { } code)
        {
            var (order, refusal) = await ReadOrderAsync(talk, code, cancellation);
            if (refusal is not null)
                return refusal;
            return order?.Status switch
            {
                OrderStatus.PreOrder => new PrepareFinding(PrepareFound.Prepared, Prepared(order, request.AskedAt, talk), RawStatus: order.RawStatus),
                null or OrderStatus.Expired or OrderStatus.Cancelled => new PrepareFinding(PrepareFound.HoldOver, RawStatus: order?.RawStatus ?? "not found"),
                _ => new PrepareFinding(PrepareFound.InDoubt, RawStatus: order.RawStatus),
            };
        }
        if (call.Find(OneboxChannelsReferences.Token) is not { } token)
            return OneboxChannelsRefusals.NoCart("looked up");
        var editor = new CartEditor(talk, token, call.References);
        // With the buyer's data, so that the cart stays ready to be ordered.
        if (await editor.ReadAsync(cancellation, request.Buyer) is { } gone)
            return gone.Reason is RefusalReason.HoldExpired
                ? new PrepareFinding(PrepareFound.HoldOver, LockedUntil: OneboxChannelsHeld.LockedUntil(request.AskedAt), RawStatus: "not found")
                : gone;
        return editor.HoldsNothing
            ? new PrepareFinding(PrepareFound.HoldOver, RawStatus: "empty")
            : new PrepareFinding(PrepareFound.NotPreparedHoldAlive, RawStatus: "shopping-cart");
    }

    private static PreparedOrder Prepared(OrderDto order, DateTime askedAt, OneboxChannelsTalk talk) => new(
        [new(OneboxChannelsReferences.OrderCode, order.Code)], OneboxChannelsHeld.ExpiresAt(order, askedAt, talk.Now), order.RawStatus,
        order.Total is { } total ? new Money(total, order.Currency ?? talk.Options.Currency) : null);

    private static Refusal OfPrepare(OneboxChannelsProblem problem, SaleMode mode) => problem.Kind switch
    {
        ProblemKind.Forbidden when mode is SaleMode.Book => new(RefusalReason.NotEnabled,
            $"Onebox does not let this be booked: bookings must be on for the promoter and for the channel ({problem.Said}). Nothing was ordered, the places are still held."),
        ProblemKind.BadParameter when OneboxChannelsClient.Named(problem.Said) is { Count: > 0 } faults =>
            new(RefusalReason.BuyerDataMissing, $"Onebox wants more of the buyer: {problem.Said}. Nothing was ordered, the places are still held.") { BuyerFaults = faults },
        ProblemKind.BadParameter => new(RefusalReason.Invalid, $"Onebox does not make an order of this cart: {problem.Said}. Nothing was ordered, the places are still held."),
        _ => OneboxChannelsRefusals.OfCart(problem),
    };
}
