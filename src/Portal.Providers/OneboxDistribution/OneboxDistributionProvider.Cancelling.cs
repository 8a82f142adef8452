using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

// Refunds through Orders-mgmt, by item, all of those named or none (page 1b.10).
public sealed partial class OneboxDistributionProvider
{
    public bool CanCancelItems => true;

    public bool CanCancel(SaleMode mode) => mode is SaleMode.Purchase;

    public async Task<Answer<CancelledItems>> CancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderCode) is not { } code)
            return DistributionProblem.NoOrder("refunded");
        var talk = Open(call);
        // Once more where somebody else refunded some of them in between.
        for (var again = false; ; again = true)
        {
            var read = await talk.Management.ReadAsync(code, cancellation);
            if (read.Value is not { } order)
                return read.Refusal ?? DistributionProblem.OfRead(read.Problem!, "order");
            List<ItemDto> asked = [.. Asked(order, request)];
            if (asked.Count < request.ItemRefs.Count)
                return new Refusal(RefusalReason.NotFound, "The order at Onebox does not have all of these places. Nothing was refunded.");
            List<ItemDto> left = [.. asked.Where(i => !IsRefunded(i))];
            if (left.Count == 0)
                return Cancelled(asked);
            var all = left.Count == OrderMapping.Items(order).Count(i => !IsRefunded(i));
            var answer = await talk.Management.RefundAsync(code, new([.. left.Select(i => new RefundItemWriteDto(i.Id!.Value))], "MANUAL",
                talk.Options.RefundSurcharges, all && talk.Options.RefundDelivery, IncludeInsurance: false), cancellation);
            if (answer.Value is { } refunded)
                return Cancelled([.. Asked(refunded, request)]);
            if (answer.Refusal is { } refusal)
                return refusal;
            var problem = new DistributionProblem(answer.Problem!);
            if (problem.Kind is ProblemKind.Denied)
                return DistributionProblem.Denied(problem);
            if (problem.Kind is not ProblemKind.StateInvalid || again)
                return new Refusal(RefusalReason.NotAllowed, $"Onebox did not refund the places: {problem.Said}. Nothing was refunded.");
        }
    }

    public async Task<Answer<CancelFinding>> LookUpCancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation)
    {
        if (call.Find(DistributionReferences.OrderCode) is not { } code)
            return DistributionProblem.NoOrder("looked up");
        var answer = await Open(call).Management.ReadAsync(code, cancellation);
        if (answer.Value is not { } order)
            return answer.Refusal ?? DistributionProblem.OfRead(answer.Problem!, "order");
        List<ItemDto> asked = [.. Asked(order, request)];
        return asked.Count > 0 && asked.TrueForAll(IsRefunded)
            ? new CancelFinding(CancelFound.Done, Cancelled(asked), "REFUNDED")
            : new CancelFinding(CancelFound.NotDone, RawStatus: asked.FirstOrDefault()?.State?.Type);
    }

    private static IEnumerable<ItemDto> Asked(OrderDto order, ItemsRequest request) =>
        OrderMapping.Items(order).Where(i => request.ItemRefs.Count == 0 || request.ItemRefs.Contains(OrderMapping.Text(i.Id!.Value)));

    private static bool IsRefunded(ItemDto item) => DistributionWords.Item(item.State?.Type) is ItemState.Refunded;

    // What comes back is not told: it depends on the organiser's terms.
    private static CancelledItems Cancelled(IReadOnlyList<ItemDto> items) => new([.. items.Select(i => OrderMapping.Text(i.Id!.Value))], "REFUNDED", null)
    {
        References = [.. items.Select(i => i.State?.NextOrder?.Code).OfType<string>().Distinct().Select(c => new ProviderReference(DistributionReferences.RefundCode, c))],
    };
}
