using Portal.Core.Providers;
using Portal.Providers.EGuma.Dtos;

namespace Portal.Providers.EGuma;

// What became of a booking without an answer: the same key and bytes once more, while the key is remembered (page 2.10).
public sealed partial class EGumaProvider
{
    // The answer to the first question came later than the question, so its 72 hours end later: this is on the safe side already.
    private static readonly TimeSpan KeyMargin = TimeSpan.FromMinutes(5);

    public async Task<Answer<OrderFinding>> LookUpOrderAsync(ProviderCall call, CommitRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (talk.Notes.Latest is not { } kept || Basket.Of(request.Lines) is not { } basket)
            return EGumaRefusals.NoReservation("looked up");
        if (talk.Now >= request.AskedAt + KeyRetention - KeyMargin)
            return await SearchAsync(talk, request, cancellation);

        var answer = await BookAsync(talk, request, [], cancellation);
        if (answer.Value is { } booking)
            return new OrderFinding(OrderFound.Made, Committed(booking, basket, request.Total.Currency), "completed");
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new EGumaProblem(answer.Problem!);
        return problem.Kind switch
        {
            _ when IsDoubtful(problem) => new OrderFinding(OrderFound.InDoubt, RawStatus: problem.Said),
            ProblemKind.NotAuthorised => EGumaRefusals.NotAuthorised(problem),
            ProblemKind.Throttled => new Refusal(RefusalReason.Throttled, problem.Said),
            // A definite no to this very key: it has made nothing.
            _ when kept.Until <= talk.Now => new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: problem.Said),
            _ => (await JudgeAsync(talk, kept, basket, problem, cancellation)).Reason is RefusalReason.HoldExpired or RefusalReason.NotFound or RefusalReason.SoldOut
                ? new OrderFinding(OrderFound.NotMadeHoldOver, RawStatus: problem.Said)
                : new OrderFinding(OrderFound.NotMadeHoldAlive, RawStatus: problem.Said),
        };
    }

    /// <summary>
    /// A replay would book anew. The merchant's orders show no product and may not be readable at all, so they are evidence for a person
    /// and not a proof.
    /// </summary>
    private static async Task<Answer<OrderFinding>> SearchAsync(Talk talk, CommitRequest request, CancellationToken cancellation)
    {
        if (request.Buyer.Find(BuyerField.LastName) is not { } lastName)
            return new OrderFinding(OrderFound.InDoubt, RawStatus: "the key is forgotten by now");
        var asked = TimeZoneInfo.ConvertTimeFromUtc(request.AskedAt.AddMinutes(-5), TimeZoneInfo.FindSystemTimeZoneById(talk.Options.Zone));
        var answer = await talk.Orders.OfCustomerAsync(Written(asked), lastName, cancellation);
        var alike = (answer.Value ?? []).Where(o => o.GrandTotalInCents is not { } cents || EGumaMapping.Amount(cents, o.Currency ?? request.Total.Currency) == request.Total).ToList();
        return new OrderFinding(OrderFound.InDoubt, RawStatus: answer.Value is null ? "the key is forgotten by now, orders cannot be read"
            : alike.Count == 0 ? "the key is forgotten by now, no order like it is listed"
            : $"the key is forgotten by now; orders like it: {string.Join(", ", alike.Take(5).Select(Named))}");
    }

    private static string Named(OrderDto order) => $"{order.OrderNumber} ({order.Status})";
}
