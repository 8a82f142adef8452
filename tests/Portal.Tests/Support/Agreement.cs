using Portal.Core.Bookings;
using Portal.Core.Carts;

namespace Portal.Tests.Support;

/// <summary>
/// What must be true whenever nothing is under way: portal and provider tell the same, nothing exists twice and nothing is lost.
/// </summary>
internal static class Agreement
{
    private static readonly HoldState[] OpenHolds = [HoldState.Asking, HoldState.Changing, HoldState.Releasing, HoldState.Unknown];
    private static readonly OrderState[] OpenOrders = [OrderState.Preparing, OrderState.Committing, OrderState.Releasing, OrderState.Unknown];

    public static async Task AgreesAsync(this PortalWorld world, params (MemoryOffer Offer, int Stock)[] conserved)
    {
        var (holds, orders) = (await world.HoldsAsync(), await world.OrdersAsync());
        Assert.DoesNotContain(holds, h => OpenHolds.Contains(h.State));
        Assert.DoesNotContain(orders, o => OpenOrders.Contains(o.State));

        foreach (var provider in world.Providers)
        {
            // Each live reservation is one hold of ours, and each hold of ours a live reservation with the same in it.
            foreach (var theirs in provider.Holds.Where(h => h.Status is "active" or "prepared"))
            {
                var ours = Assert.Single(holds, h => h.References.Any(r => r.Kind == InMemoryProvider.Hold && r.Value == theirs.Id) && IsLive(h, orders));
                Assert.Equal(Content(theirs.Lines.Select(l => (l.OfferRef, l.Quantity))), Content(AskedLines.Read(ours.HeldJson).Select(l => (l.OfferRef, l.Quantity))));
            }
            foreach (var sold in provider.Bookings)
            {
                var order = Assert.Single(orders, o => o.References.Any(r => r.Kind == InMemoryProvider.Order && r.Value == sold.Id));
                Assert.Equal(OrderState.Purchased, order.State);
                Assert.Equal(sold.Lines.Sum(l => l.Quantity), order.Items.Count);
            }
            Assert.Equal(provider.Bookings.Count, provider.Bookings.Select(b => b.HoldId).Distinct().Count());
        }
        foreach (var ours in holds.Where(h => h.State == HoldState.Held))
            Assert.Single(world.Providers.SelectMany(p => p.Holds), h => h.Status == "active" && ours.References.Any(r => r.Value == h.Id));
        Assert.Equal(orders.Count(o => o.State == OrderState.Purchased), world.Providers.Sum(p => p.Bookings.Count));

        await world.BalancesAsync();
        foreach (var (offer, stock) in conserved)
            Assert.Equal(stock, offer.Stock + world.Providers.SelectMany(p => p.Holds).Where(h => h.Status is "active" or "prepared" or "booked")
                .SelectMany(h => h.Lines).Where(l => l.OfferRef == offer.OfferRef).Sum(l => l.Quantity));
    }

    private static bool IsLive(Hold hold, IReadOnlyList<Order> orders) =>
        hold.State == HoldState.Held || hold.State == HoldState.Taken && orders.Any(o => o.HoldId == hold.Id && o.State is OrderState.Planned or OrderState.Prepared);

    private static SortedDictionary<string, int> Content(IEnumerable<(string OfferRef, int Quantity)> lines) =>
        new(lines.GroupBy(l => l.OfferRef).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity)), StringComparer.Ordinal);
}
