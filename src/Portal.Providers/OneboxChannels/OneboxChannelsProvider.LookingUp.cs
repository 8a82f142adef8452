using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;

namespace Portal.Providers.OneboxChannels;

// After silence: what became of a hold, a change, a release (page 1a.12; providers/README, doubt 5).
public sealed partial class OneboxChannelsProvider
{
    public async Task<Answer<HoldFinding>> LookUpHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (call.Find(OneboxChannelsReferences.OrderCode) is { } code)
            return await LookUpFrozenAsync(talk, code, request, cancellation);
        // Its name is saved before anything is put in: a cart without one is empty, whether it exists or not.
        if (call.Find(OneboxChannelsReferences.Token) is not { } token)
            return new HoldFinding(HoldFound.Nothing);
        var editor = new CartEditor(talk, token, call.References);
        if (await editor.ReadAsync(cancellation) is { } refusal)
            return refusal.Reason is RefusalReason.HoldExpired ? new HoldFinding(HoldFound.Over, RawStatus: "not found") : refusal;
        if (!editor.HoldsNothing)
            return new HoldFinding(HoldFound.Alive, editor.Held(request.Lines), "shopping-cart");
        // Emptied, or never filled.
        var wasFilled = OneboxChannelsReferences.OfLastCart(call.References).Any(r => r.Kind == OneboxChannelsReferences.Places);
        return new HoldFinding(wasFilled ? HoldFound.Over : HoldFound.Nothing, RawStatus: "empty");
    }

    private static async Task<Answer<HoldFinding>> LookUpFrozenAsync(OneboxChannelsTalk talk, string code, HoldRequest request, CancellationToken cancellation)
    {
        var (order, refusal) = await ReadOrderAsync(talk, code, cancellation);
        if (refusal is not null)
            return refusal;
        return order?.Status switch
        {
            null or OrderStatus.Expired or OrderStatus.Cancelled => new HoldFinding(HoldFound.Over, RawStatus: order?.RawStatus ?? "not found"),
            OrderStatus.PreOrder => new HoldFinding(HoldFound.Alive,
                new HeldPlaces(talk.Call.References, OneboxChannelsHeld.ExpiresAt(order, request.AskedAt, talk.Now), order.RawStatus, OneboxChannelsReports.Lines(order, talk.Call.References, talk.Options)), order.RawStatus),
            OrderStatus.Paid or OrderStatus.Confirmed => new HoldFinding(HoldFound.Consumed, RawStatus: order.RawStatus),
            _ => new HoldFinding(HoldFound.CannotTell, RawStatus: order.RawStatus),
        };
    }

    /// <summary>An order by its code; null without a refusal when it is not known (any more): error 1050 means expired too.</summary>
    private static async Task<(OrderDto? Order, Refusal? Refusal)> ReadOrderAsync(OneboxChannelsTalk talk, string code, CancellationToken cancellation)
    {
        var answer = await talk.Orders.DetailsAsync(code, cancellation);
        if (answer.Value is { } order)
            return order.Code == code ? (order, null)
                : throw new ProviderSilenceException("GET /order/details", SilenceKind.Unreadable, "the answer tells of another order");
        if (answer.Refusal is { } refusal)
            return (null, refusal);
        var problem = new OneboxChannelsProblem(answer.Problem!);
        return problem.Kind is ProblemKind.Expired || problem.Status == 404 ? (null, null) : (null, OneboxChannelsRefusals.OfRead(problem, "order"));
    }
}
