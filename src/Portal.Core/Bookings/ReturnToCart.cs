using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>The agent takes a refused order back into the cart, with its live hold and its names, to correct something there.</summary>
public sealed class ReturnToCart(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task<Answer<OrderState>> RunAsync(Actor actor, Guid orderId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var order = await db.Orders.VisibleTo(actor).Include(o => o.Lines).Include(o => o.Hold!.Cart).SingleOrDefaultAsync(o => o.Id == orderId, cancellation);
        if (order is null)
            return new Refusal(RefusalReason.NotFound, "The order is not known.");
        if (order.State != OrderState.Planned)
            return order.State;
        order.GiveBack("Taken back into the cart. Nothing was booked or charged.", actor, now);
        order.Hold!.Cart!.State = CartState.Open;
        order.Hold.Cart.Version++;
        return await db.TrySaveAsync(cancellation) ? order.State : new Refusal(RefusalReason.Busy, "The order is being asked for at this moment.");
    }
}
