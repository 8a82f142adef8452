using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>One part of a checkout while it is carried out.</summary>
public sealed record CheckoutPart(int Number, string Provider, OrderState State);

/// <summary>How far the checkout of a cart has come.</summary>
public sealed record CheckoutProgress(string Reference, IReadOnlyList<CheckoutPart> Parts)
{
    public bool IsOpen => Parts.Any(p => OrderLifecycle.Open.Contains(p.State));
}

/// <summary>Finds the latest booking made from a cart: to follow a checkout, and to find it again after a reload.</summary>
public sealed class FindCheckout(IDbContextFactory<PortalDb> databases, ProviderDirectory providers)
{
    /// <returns>Null when the cart was never checked out, or is not for this actor.</returns>
    public async Task<CheckoutProgress?> RunAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var booking = await db.Bookings.AsNoTracking().VisibleTo(actor).Where(b => b.CartId == cartId).OrderByDescending(b => b.CreatedAt).ThenByDescending(b => b.Id)
            .Select(b => new { b.Id, b.Reference }).FirstOrDefaultAsync(cancellation);
        if (booking is null)
            return null;
        var orders = await db.Orders.AsNoTracking().Where(o => o.BookingId == booking.Id).OrderBy(o => o.Number)
            .Join(db.Connections, o => o.ConnectionId, c => c.Id, (o, c) => new { o.Number, c.ProviderKind, o.State }).ToListAsync(cancellation);
        return new CheckoutProgress(booking.Reference, orders.ConvertAll(o => new CheckoutPart(o.Number, providers.Get(o.ProviderKind).Traits.DisplayName, o.State)));
    }
}
