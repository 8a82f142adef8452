using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;

namespace Portal.Providers.OneboxChannels;

// commitOrder: a sale is told as paid in full, a booking is confirmed without payments (page 1a.6, 1a.9, 1a.12).
public sealed partial class OneboxChannelsProvider
{
    private const string CommitCall = "POST /order/commitOrder";

    public async Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(OneboxChannelsReferences.OrderCode) is not { } code)
            return OneboxChannelsRefusals.NoOrder("committed");
        var talk = Open(call);
        if (talk.Options.Unpayable(request.Mode, "its places stay locked until the order runs out") is { } unpayable)
            return unpayable;
        // Never less than was agreed: where Onebox wants more it says no, and nothing is sold.
        decimal? paid = request.Mode is SaleMode.Purchase || talk.Options.BookingsNeedPayment ? request.Total.Amount : null;
        var answer = await talk.Orders.CommitAsync(code, paid, request.OurReference, cancellation);
        if (answer.Value is { } order)
            return Committed(order, talk) ?? throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, $"the order stands at '{order.RawStatus}' after its commit");
        return answer.Refusal ?? await JudgeCommitAsync(talk, code, request, new(answer.Problem!), cancellation);
    }

    public async Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(OneboxChannelsReferences.OrderCode) is not { } code)
            return OneboxChannelsRefusals.NoOrder("looked up");
        var talk = Open(call);
        var (order, refusal) = await ReadOrderAsync(talk, code, cancellation);
        if (refusal is not null)
            return refusal;
        return order?.Status switch
        {
            null or OrderStatus.Expired => new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: order?.RawStatus ?? "not found"),
            OrderStatus.PreOrder => new OrderFinding(OrderFound.NotMadeHoldAlive, RawStatus: order.RawStatus),
            _ when Committed(order, talk) is { IsYes: true } made => new OrderFinding(OrderFound.Made, made.Value, order.RawStatus),
            _ => new OrderFinding(OrderFound.InDoubt, RawStatus: order.RawStatus),
        };
    }

    /// <summary>What a no to a commit means is decided by how the order stands; which codes say it is not documented.</summary>
    private static async Task<Answer<CommittedOrder>> JudgeCommitAsync(OneboxChannelsTalk talk, string code, CommitRequest request, OneboxChannelsProblem problem, CancellationToken cancellation)
    {
        if (problem.Kind is ProblemKind.NotAuthorised)
            return OneboxChannelsRefusals.NotAuthorised(problem);
        if (problem.Kind is ProblemKind.Expired)
            return OneboxChannelsRefusals.OrderExpired();
        var (order, unread) = await ReadOrderAsync(talk, code, cancellation);
        if (unread is not null)
            throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, $"refused without a clear reason, and the order could not be read: {unread.Detail}");
        if (order?.Status is not OrderStatus.PreOrder)
            return order is null ? OneboxChannelsRefusals.OrderExpired() : Committed(order, talk)
                ?? throw new ProviderSilenceException(CommitCall, SilenceKind.Unreadable, $"refused, and the order stands at '{order.RawStatus}'");
        if (order.Total is { } asked && asked > request.Total.Amount)
            return new Refusal(RefusalReason.PriceChanged, $"Onebox wants {asked} {order.Currency} for this order, {request.Total} was agreed. Nothing was sold; its places stay locked until the order runs out.");
        return new Refusal(RefusalReason.Invalid, request.Mode is SaleMode.Book && !talk.Options.BookingsNeedPayment
            ? $"Onebox did not confirm the booking: {problem.Said}. Nothing was booked. If it wants bookings told as paid, an admin sets BookingsNeedPayment under Connections."
            : $"Onebox did not commit the order: {problem.Said}. Nothing was sold; its places stay locked until the order runs out.");
    }

    /// <summary>The order as a committed one; a refusal when it has run out; null when its status is neither.</summary>
    private static Answer<CommittedOrder>? Committed(OrderDto order, OneboxChannelsTalk talk)
    {
        var isBooked = order.IsBooking || order.Items.Any(i => i.IsPending);
        return order.Status switch
        {
            OrderStatus.Expired => OneboxChannelsRefusals.OrderExpired(),
            // The mapping of words to steps is not documented: a sale may be called confirmed, with nothing left to pay.
            OrderStatus.Paid or OrderStatus.Confirmed when !isBooked && order.Pending is null or 0 => Made(CommitOutcome.Purchased),
            OrderStatus.Paid or OrderStatus.Confirmed when isBooked => Made(CommitOutcome.Booked),
            OrderStatus.Paid => Made(CommitOutcome.Purchased),
            _ => null,
        };

        CommittedOrder Made(CommitOutcome outcome) => new(outcome, [new(OneboxChannelsReferences.OrderCode, order.Code)], order.RawStatus, OneboxChannelsReports.Lines(order, talk.Call.References, talk.Options))
        {
            KeptUntil = outcome is CommitOutcome.Booked ? order.Items.Select(i => i.BookingExpires?.AsUtc).Where(at => at is not null).DefaultIfEmpty(null).Min() : null,
        };
    }
}
