using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

// Buyer, delivery and promotions, each told to the basket by a call of its own (page 1b.5). Which keys the channel wants is its contract's.
public sealed partial class OneboxDistributionProvider
{
    public IReadOnlyList<BuyerWish> BuyerFields(ConnectionFacts connection, SaleMode mode) =>
        [.. Wishes(DistributionOptions.Of(connection)).Select(w => new BuyerWish(w.Field, w.IsRequired)).DistinctBy(w => w.Field)];

    public IReadOnlyList<DeliveryOption> DeliveryOptions(ConnectionFacts connection, int tickets, string currency) =>
        [.. DistributionOptions.Of(connection).Deliveries.Select((d, n) => new DeliveryOption(d.Method, DistributionWords.Delivery(d.Method), new Money(d.Cost, currency), n == 0))];

    public async Task<Answer<HeldPlaces>> SendBuyerAsync(ProviderCall call, BuyerRequest request, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("told who buys");
        var talk = Open(call);
        List<BuyerFault> missing = [.. Wishes(talk.Options).Where(w => w.IsRequired && request.Buyer.Find(w.Field) is null).Select(w => new BuyerFault(w.Field, "required"))];
        if (missing.Count > 0)
            return new Refusal(RefusalReason.BuyerDataMissing, "Onebox wants more of the buyer's data. Nothing was sent, the places are still held.") { BuyerFaults = missing };
        var told = Wishes(talk.Options).Where(w => request.Buyer.Find(w.Field) is not null).ToDictionary(w => w.Key, w => request.Buyer.Find(w.Field)!);
        var answer = await talk.Orders.TellBuyerAsync(id, told, cancellation);
        if (answer.Value is not null && request.Delivery is { } delivery)
            answer = await talk.Orders.ChooseDeliveryAsync(id, new(delivery.OptionRef, delivery.Cost.Amount), cancellation);
        if (answer.Value is { } order)
            return OrderMapping.Held(order, id, talk.Options, talk.Now);
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new DistributionProblem(answer.Problem!);
        return problem.Kind is ProblemKind.OrderGone or ProblemKind.Denied ? await OfGoneAsync(talk, call, problem, cancellation)
            : new Refusal(RefusalReason.BuyerDataMissing, $"Onebox did not take the buyer or the delivery: {problem.Said}. The places are still held.") { BuyerFaults = Named(problem) };
    }

    /// <summary>The code is a promotion's number, or the word the connection knows for one, and behind colons a collective's code and pin.</summary>
    public async Task<Answer<HeldPlaces>> ApplyPromotionAsync(ProviderCall call, HoldRequest hold, string code, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderId) is not { } id)
            return DistributionProblem.NoOrder("given a promotion");
        var talk = Open(call);
        if (Promotion(code, talk.Options) is not { } promotion)
            return new Refusal(RefusalReason.Invalid, "The promotion's code is not known here. Nothing was changed; enter its number, with the collective's code and pin behind colons where it has them.");
        var answer = await talk.Orders.PromoteAsync(id, promotion, cancellation);
        if (answer.Value is { } order)
            return OrderMapping.Held(order, id, talk.Options, talk.Now);
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new DistributionProblem(answer.Problem!);
        return problem.Kind is ProblemKind.OrderGone or ProblemKind.Denied ? await OfGoneAsync(talk, call, problem, cancellation)
            : new Refusal(problem.Kind is ProblemKind.PromotionInvalid or ProblemKind.NotSamePriceTypes ? RefusalReason.NotAllowed : RefusalReason.Invalid,
                $"Onebox does not give the promotion: {problem.Said}. The places are held at the price they had.");
    }

    /// <summary>Which of the buyer's fields keep an order from being pre-confirmed: those we know are missing, else those the answer names.</summary>
    private static async Task<Refusal> MissingBuyerAsync(Talk talk, string id, DistributionProblem problem, CancellationToken cancellation)
    {
        var read = await talk.Orders.ReadAsync(id, cancellation);
        if (read.Value is { } order && !OrderMapping.Items(order).Any())
            return new(RefusalReason.Invalid, "The order at Onebox has no places in it any more. Nothing was sold.");
        var told = read.Value?.BuyerData?.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        List<BuyerFault> missing = [.. Wishes(talk.Options).Where(w => w.IsRequired && !told.Contains(w.Key)).Select(w => new BuyerFault(w.Field, "required"))];
        return new(RefusalReason.BuyerDataMissing, $"Onebox wants more of the buyer's data: {problem.Said}. Nothing was sold, the places are still held.")
        {
            BuyerFaults = missing.Count > 0 ? missing : Named(problem),
        };
    }

    private static IReadOnlyList<BuyerFault> Named(DistributionProblem problem) =>
        [.. (problem.Body.Message ?? "").Split([' ', '.', ',', '\'', '"', ':'], StringSplitOptions.RemoveEmptyEntries).Select(DistributionWords.Buyer).OfType<BuyerField>().Distinct().Select(f => new BuyerFault(f, "required"))];

    private static IEnumerable<(string Key, BuyerField Field, bool IsRequired)> Wishes(DistributionOptions options) =>
        options.BuyerKeys.Select(k => (k.Key, Field: DistributionWords.Buyer(k.Key), k.IsRequired)).Where(k => k.Field is not null).Select(k => (k.Key, k.Field!.Value, k.IsRequired));

    private static PromotionWriteDto? Promotion(string code, DistributionOptions options)
    {
        var parts = code.Split(':', StringSplitOptions.TrimEntries);
        long? id = options.Promotions.TryGetValue(parts[0], out var named) ? named : long.TryParse(parts[0], out var number) ? number : null;
        return id is null ? null : new(id.Value, parts.Length > 1 ? new(parts[1], parts.Length > 2 ? parts[2] : null) : null);
    }
}
