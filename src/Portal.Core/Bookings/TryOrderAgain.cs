using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>The agent has an order tried again that its provider refused while the places stay held.</summary>
public sealed class TryOrderAgain(IDbContextFactory<PortalDb> databases, AdvanceBooking advance, TimeProvider time)
{
    public async Task<Answer<OrderState>> RunAsync(Actor actor, Guid orderId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var order = await db.Orders.VisibleTo(actor).SingleOrDefaultAsync(o => o.Id == orderId, cancellation);
        if (order is null)
            return new Refusal(RefusalReason.NotFound, "The order is not known.");
        if (order.State is not (OrderState.Planned or OrderState.Prepared) || order.RefusedFor is null or RefusalReason.PriceChanged)
            return order.State;
        if (order.CommitBy <= now)
            return new Refusal(RefusalReason.HoldExpired, "The hold has run out. Nothing was booked or charged.");
        order.TryAgain("The agent has it tried again.", actor, now);
        if (await db.TrySaveAsync(cancellation))
            await advance.RunAsync(actor, order.BookingId, CancellationToken.None);
        return await db.Orders.AsNoTracking().Where(o => o.Id == orderId).Select(o => o.State).SingleAsync(cancellation);
    }
}
