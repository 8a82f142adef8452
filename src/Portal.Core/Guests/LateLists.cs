using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>The guest list that a provider keeps for one fulfilment after the sale, with the lines it is about and the way to its provider.</summary>
internal sealed record LateList(Fulfilment Fulfilment, List<CartLine> Lines, OpenConnection Connection, ITakesLateGuests Taker, ProviderCall Call)
{
    public ProviderReference Reference => new(Fulfilment.RefKind, Fulfilment.RefValue);
    public IEnumerable<GuestPlace> Places => Lines.SelectMany(l => l.GuestPlaces);
}

internal static class LateLists
{
    /// <summary>Loads a list with places and persons, tracked by the caller's context.</summary>
    /// <returns>Null when there is no such fulfilment, not for this actor, its provider takes no guest data after the sale, or they were erased.</returns>
    public static async Task<LateList?> ReadAsync(PortalDb db, ConnectionBook connections, Actor actor, Guid fulfilmentId, CancellationToken cancellation)
    {
        var fulfilment = await db.Fulfilments.Include(f => f.Order!.References).Include(f => f.Order!.Booking)
            .Where(f => db.Orders.VisibleTo(actor).Any(o => o.Id == f.OrderId)).SingleOrDefaultAsync(f => f.Id == fulfilmentId, cancellation);
        // Nobody is asked for what was erased, nor told of it again.
        if (fulfilment is null or { Order.Booking.ErasedAt: not null })
            return null;
        var connection = await connections.OpenAsync(fulfilment.Order!.ConnectionId, cancellation);
        if (connection.Provider is not ITakesLateGuests taker)
            return null;
        var lines = await db.CartLines.Include(l => l.GuestPlaces).ThenInclude(p => p.Guest)
            .Where(l => db.Items.Any(i => i.FulfilmentId == fulfilmentId && i.CartLineId == l.Id)).ToListAsync(cancellation);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: fulfilment.OrderId))
        {
            References = [.. fulfilment.Order.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))],
        };
        return new LateList(fulfilment, lines, connection, taker, call);
    }
}
