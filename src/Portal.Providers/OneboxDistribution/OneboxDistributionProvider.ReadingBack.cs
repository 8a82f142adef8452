using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

// How confirmed orders stand, by their codes, one question each (page 1b.10). Each session of an order is reported by itself.
public sealed partial class OneboxDistributionProvider
{
    public async Task<Answer<IReadOnlyList<FulfilmentReport>>> ReadBackAsync(ProviderCall call, IReadOnlyList<OrderKey> orders, CancellationToken cancellation)
    {
        var reports = new List<FulfilmentReport>();
        foreach (var key in orders)
        {
            if (key.Find(DistributionReferences.OrderCode) is not { } code)
                continue;
            // A budget per order: many orders are many questions, not one.
            var answer = await Open(call).Management.ReadAsync(code, cancellation);
            if (answer.Value is { } order)
                reports.AddRange(OrderMapping.Items(order).GroupBy(i => i.Allocation?.Session?.Id).Select(g => Report(key.OrderId, code, [.. g])));
            else if (answer.Refusal is { } refusal)
                return refusal;
            // One order that is not found says nothing of the others.
            else if (new DistributionProblem(answer.Problem!).Kind is not ProblemKind.OrderGone)
                return DistributionProblem.OfRead(answer.Problem!, "order");
        }
        return Answer<IReadOnlyList<FulfilmentReport>>.Yes(reports);
    }

    private static FulfilmentReport Report(Guid orderId, string code, IReadOnlyList<ItemDto> items)
    {
        var (of, states) = (items[0].Allocation, items.Select(i => DistributionWords.Item(i.State?.Type)).ToList());
        var status = states.TrueForAll(s => s is ItemState.Refunded) ? FulfilmentStatus.Cancelled
            : states.Contains(ItemState.Purchased) ? FulfilmentStatus.Completed
            : FulfilmentStatus.Unknown;
        return new(orderId, new(DistributionReferences.SessionOfOrder, $"{code}/{of?.Session?.Id}"), status, items[0].State?.Type ?? "")
        {
            EventRef = of?.Event?.Id is { } id ? OrderMapping.Text(id) : null,
            StartLocal = of?.Session?.Date?.Start is { HasTime: true } start ? start.Wall : null,
            Items = [.. items.Select(Item)],
        };
    }

    private static FulfilledItem Item(ItemDto item) => new(OrderMapping.Text(item.Id!.Value), OrderMapping.OfferRef(item))
    {
        Section = item.Allocation?.Sector?.Name ?? item.Allocation?.Nnz?.Name,
        Row = item.Allocation?.Row?.Name,
        Seat = item.Allocation?.Seat?.Name,
        RawStatus = item.State?.Type,
        State = DistributionWords.Item(item.State?.Type),
        Barcode = item.Barcode?.Code,
    };
}
