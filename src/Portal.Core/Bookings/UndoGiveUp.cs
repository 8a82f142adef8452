using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Takes back that places were given up, while they have neither lapsed nor been freed.</summary>
public sealed class UndoGiveUp(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="chosen">Empty items: all that were given up.</param>
    /// <returns>How many places are wanted again.</returns>
    public async Task<Answer<PlacesWanted>> RunAsync(Actor actor, ItemsChosen chosen, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await db.Orders.VisibleTo(actor).Include(o => o.Items).SingleOrDefaultAsync(o => o.Id == chosen.OrderId, cancellation) is not { } order)
                return new Refusal(RefusalReason.NotFound, "The order is not known.");
            var now = time.GetUtcNow().UtcDateTime;
            var items = order.Items.FindAll(i => i is { State: ItemState.Booked, GivenUpAt: not null } && (chosen.ItemIds.Count == 0 || chosen.ItemIds.Contains(i.Id)));
            if (items.Exists(i => i.OperationId is not null))
                return new Refusal(RefusalReason.Busy, "They are being freed at this moment.");
            items.RemoveAll(i => order.DeadlineOf(i) <= now);
            if (items.Count == 0)
                return new Refusal(RefusalReason.Busy, "They are wanted already, or their time is over.");
            order.WantAgain(items, $"{CountWords.Places(items.Count)} that had been given up {(items.Count == 1 ? "is" : "are")} wanted again.", actor, now);
            if (await db.TrySaveAsync(cancellation))
                return new PlacesWanted(items.Count);
        }
        return new Refusal(RefusalReason.Busy, "The booking kept changing.");
    }
}

/// <summary>So many places may be bought after all.</summary>
public sealed record PlacesWanted(int Count);
