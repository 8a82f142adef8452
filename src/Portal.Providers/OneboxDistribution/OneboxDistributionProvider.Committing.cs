using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution;

// Pre-confirmed, which gives the code and can be taken back, then confirmed, which sells (page 1b.6).
public sealed partial class OneboxDistributionProvider
{
    private const string PrepareCall = "POST /distribution-api/v1/orders/pre-confirm";
    private const string CommitCall = "POST /distribution-api/v1/orders/confirm";

    public async Task<Answer<PreparedOrder>> PrepareAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("prepared");
        if (request.Mode is SaleMode.Book)
            return SellsOnly;
        var talk = Open(call);
        if (talk.Options.Unpayable is { } unpayable)
            return unpayable;
        // Asked again, the wire answers the same: code and clock stay.
        var answer = await talk.Orders.PreConfirmAsync(id, cancellation);
        if (answer.Value is { } order)
            return Prepared(order, id, talk, PrepareCall);
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new DistributionProblem(answer.Problem!);
        return problem.Kind switch
        {
            ProblemKind.AttendeesNeeded or ProblemKind.AttendeesInvalid => await MissingGuestsAsync(talk, id, problem, cancellation),
            ProblemKind.ParameterRequired => await MissingBuyerAsync(talk, id, problem, cancellation),
            ProblemKind.OrderGone or ProblemKind.Denied => await OfGoneAsync(talk, call, problem, cancellation),
            _ => new Refusal(RefusalReason.Invalid, $"Onebox did not pre-confirm the order: {problem.Said}. Nothing was sold, the places are still held."),
        };
    }

    public async Task<Answer<CommittedOrder>> CommitAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("confirmed");
        if (request.Mode is SaleMode.Book)
            return SellsOnly;
        var talk = Open(call);
        if (talk.Options.Unpayable is { } unpayable)
            return unpayable;
        // Paid is never less than what was agreed: where the provider wants more, it refuses and nothing is sold.
        var answer = await talk.Orders.ConfirmAsync(id, new(
            [new PaymentWriteDto(talk.Options.PaymentType, request.Total.Amount, request.OurReference)], request.OurReference), cancellation);
        if (answer.Value is { } order)
            return OrderMapping.Committed(order, CommitCall, talk.Options);
        return answer.Refusal ?? await JudgeCommitAsync(talk, call, id, new DistributionProblem(answer.Problem!), cancellation);
    }

    /// <summary>Anything that could also be said of an order already confirmed is decided from the order itself.</summary>
    private static async Task<Answer<CommittedOrder>> JudgeCommitAsync(Talk talk, ProviderCall call, string id, DistributionProblem problem, CancellationToken cancellation)
    {
        if (problem.Kind is ProblemKind.Denied)
            return DistributionProblem.Denied(problem);
        var read = await talk.Orders.ReadAsync(id, cancellation);
        if (read.Value is { } order)
            return DistributionWords.Stage(order.Status?.Type) switch
            {
                OrderStage.Confirmed => OrderMapping.Committed(order, CommitCall, talk.Options),
                OrderStage.PreConfirmed => new Refusal(RefusalReason.Invalid, $"Onebox did not confirm the order: {problem.Said}. Nothing was sold, the places are still held."),
                OrderStage.Basket => new Refusal(RefusalReason.Invalid, $"Onebox took the pre-confirmation back: {problem.Said}. Nothing was sold, the places are still held; prepare the order again."),
                _ => throw Contradiction($"refused, and the order stands at '{order.Status?.Type}'"),
            };
        if (read.Problem is not { } unread || new DistributionProblem(unread).Kind is not ProblemKind.OrderGone)
            throw Contradiction("refused, and the order could not be read");
        var (sold, unknown) = await SoldAsync(talk, call, cancellation);
        return unknown is not null ? throw Contradiction($"refused, and it could not be read whether the order is confirmed: {unknown.Detail}")
            : sold is null ? DistributionProblem.Expired()
            : OrderMapping.Committed(sold, CommitCall, talk.Options);
    }

    private static PreparedOrder Prepared(OrderDto order, string id, Talk talk, string call)
    {
        if (order.Code is not { Length: > 0 } code)
            throw new ProviderSilenceException(call, SilenceKind.Unreadable, "the order was pre-confirmed without a code, without which it could not be found after its confirmation");
        return DistributionWords.Stage(order.Status?.Type) is OrderStage.PreConfirmed
            ? new([new(DistributionReferences.OrderId, id), new(DistributionReferences.OrderCode, code)], OrderMapping.Expiry(order, talk.Now), order.Status?.Type ?? "", OrderMapping.Total(order, talk.Options))
            : throw new ProviderSilenceException(call, SilenceKind.Unreadable, $"the order stands at '{order.Status?.Type}', which is not pre-confirmed");
    }

    private static ProviderSilenceException Contradiction(string detail) => new(CommitCall, SilenceKind.Unreadable, detail);
}
