using System.Globalization;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution;

/// <summary>An order and its items in our words. Pure.</summary>
internal static class OrderMapping
{
    private static readonly TimeSpan BasketFor = TimeSpan.FromMinutes(10);

    public static string OfferRef(ItemDto item) =>
        $"{new DistributionOfferRef(item.Allocation?.Session?.Id ?? 0, item.Allocation?.PriceType?.Id ?? 0, item.Rate?.Id ?? 0)}";

    public static IEnumerable<ItemDto> Items(OrderDto order) => (order.Items ?? []).Where(i => i.Id is not null);

    public static HeldPlaces Held(OrderDto order, string id, DistributionOptions options, DateTime now)
    {
        var references = new List<ProviderReference> { new(DistributionReferences.OrderId, id) };
        if (Items(order).Any())
            references.Add(new(DistributionReferences.Placed, id));
        return new HeldPlaces(references, Expiry(order, now), order.Status?.Type ?? "", Lines(order, options))
        {
            DeliveryCost = order.Price?.Delivery is { } cost ? new Money(cost, order.Price.Currency ?? options.Currency) : null,
            Warnings = [.. Items(order).SelectMany(i => i.ItemWarnings ?? []).Distinct().Select(DistributionWords.Warning).Distinct()],
        };
    }

    /// <summary>The date first, then what is left in seconds; the documented ten minutes only where the answer says nothing (page 1b.6).</summary>
    public static DateTime Expiry(OrderDto order, DateTime now) => order.Status?.ExpiresIn switch
    {
        { Date: { } date } => date.AsUtc,
        { Value: { } value, TimeUnit: { } unit } => now + (unit.ToUpperInvariant() switch
        {
            "MILLISECONDS" => TimeSpan.FromMilliseconds(value),
            "MINUTES" => TimeSpan.FromMinutes(value),
            _ => TimeSpan.FromSeconds(value),
        }),
        _ => now + BasketFor,
    };

    public static IReadOnlyList<HeldLine> Lines(OrderDto order, DistributionOptions options) => [.. Items(order).GroupBy(OfferRef).Select(g => new HeldLine(g.Key, g.Count(), SamePrice([.. g], options))
    {
        Seats = [.. g.Where(i => i.Allocation is not null).Select(i => Seat(i.Allocation!))],
        Requirements = [.. g.SelectMany(i => i.Attendee ?? []).Where(a => a is { Required: true, Key.Length: > 0 }).Select(a => DistributionWords.Guest(a.Key!)).Distinct()
            .Select(field => new GuestRequirement(field, GuestScope.AllPersons, GuestDue.BeforeCheckout))],
    })];

    /// <summary>What must be paid for one item, all surcharges included; null when the answer does not tell.</summary>
    public static Money? Price(ItemDto item, DistributionOptions options) => item.Price?.Final is { } final ? new Money(final, item.Price.Currency ?? options.Currency) : null;

    public static Money? Total(OrderDto order, DistributionOptions options) => order.Price?.Final is { } final ? new Money(final, order.Price.Currency ?? options.Currency) : null;

    public static CommittedOrder Committed(OrderDto order, string call, DistributionOptions options)
    {
        if (order.Code is not { Length: > 0 } code)
            throw new ProviderSilenceException(call, SilenceKind.Unreadable, "the order was answered without its code");
        if (DistributionWords.Stage(order.Status?.Type) is not OrderStage.Confirmed)
            throw new ProviderSilenceException(call, SilenceKind.Unreadable, $"the order was answered as '{order.Status?.Type}', which is neither sold nor refused");
        return new CommittedOrder(CommitOutcome.Purchased, [new(DistributionReferences.OrderCode, code)], order.Status?.Type ?? "", Lines(order, options));
    }

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    // Tiered prices may differ within one offer; then no single price is true.
    private static Money? SamePrice(IReadOnlyList<ItemDto> items, DistributionOptions options) =>
        Price(items[0], options) is { } first && items.All(i => Price(i, options) == first) ? first : null;

    private static HeldSeat Seat(AllocationDto of) => new(of.Sector?.Name ?? of.Nnz?.Name ?? of.PriceType?.Name, of.Row?.Name, of.Seat?.Name)
    {
        SeatRef = of.Seat?.Id is { } id ? Text(id) : null,
    };
}
