using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// A person notes what a provider gave back for places that were sold and taken back, where its wire did not tell. Only then does the ledger
/// follow: nobody is promised money that may not come.
/// </summary>
public sealed class NoteReturned(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="actor">Who notes it.</param>
    /// <param name="orderId">Which order.</param>
    /// <param name="itemIds">Which of its places.</param>
    /// <param name="returned">For all of them together, in the order's currency; 0 for nothing.</param>
    /// <param name="cancellation">Heeded until it is saved.</param>
    public async Task<Answer<Money>> RunAsync(Actor actor, Guid orderId, IReadOnlyCollection<Guid> itemIds, decimal returned, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var order = await db.Orders.VisibleTo(actor).Include(o => o.Booking).Include(o => o.Items).SingleOrDefaultAsync(o => o.Id == orderId, cancellation);
        if (order is null)
            return new Refusal(RefusalReason.NotFound, "The order is not known.");
        var items = order.Items.FindAll(i => itemIds.Contains(i.Id) && Awaits(i));
        if (items.Count == 0 || items.Count < itemIds.Count)
            return new Refusal(RefusalReason.Busy, "What came back for some of these places is noted already.");
        var most = items.Sum(i => i.Quote.NetEach.Amount);
        if (returned < 0 || returned > most)
            return new Refusal(RefusalReason.Invalid, $"Between nothing and {new Money(most, order.Currency).ForPeople()}, what they cost, can have come back.");
        var now = time.GetUtcNow().UtcDateTime;
        var money = new Money(returned, order.Currency);
        order.Remark($"{actor.Name} noted that the provider gave {money} back for {CountWords.Places(items.Count)}.", actor, now);
        order.Touch();
        return await db.TrySaveAsync(ItemPosting.Return(order, items, money, null, actor.Name, now), cancellation)
            ? money
            : new Refusal(RefusalReason.Busy, "The order was changed in another tab.");
    }

    internal static bool Awaits(Item item) => item is { State: ItemState.Cancelled or ItemState.Refunded, SaleId: not null, ReturnId: null };
}
