using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What giving up came to.</summary>
/// <param name="Marked">How many places will lapse by themselves, nobody buying them.</param>
/// <param name="LapsesAt">When the first of them does, UTC; null while the provider has not told.</param>
/// <param name="Freed">How the freeing stands where the provider can; null where it cannot.</param>
/// <param name="Refusal">The provider was asked to free them and said no: they lapse.</param>
public sealed record ItemsGivenUp(int Marked, DateTime? LapsesAt, OperationState? Freed, Refusal? Refusal);

/// <summary>
/// Says that booked places will not be bought: freed at once where the provider can, else marked, to lapse at the deadline. Marked first, so
/// that whatever becomes of the freeing the job never buys them.
/// </summary>
public sealed class GiveUpItems(IDbContextFactory<PortalDb> databases, ConnectionBook connections, CancelItems cancel, TimeProvider time)
{
    /// <param name="chosen">Empty items: all that are still booked.</param>
    /// <param name="why">For the timeline, where it is not an agent's wish.</param>
    public async Task<Answer<ItemsGivenUp>> RunAsync(Actor actor, ItemsChosen chosen, CancellationToken cancellation, string? why = null)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await db.Orders.VisibleTo(actor).Include(o => o.Items).SingleOrDefaultAsync(o => o.Id == chosen.OrderId, cancellation) is not { } order)
                return new Refusal(RefusalReason.NotFound, "The order is not known.");
            var connection = await connections.OpenAsync(order.ConnectionId, cancellation);
            var wanted = order.Items.FindAll(i => chosen.ItemIds.Count == 0 ? i.State == ItemState.Booked && i.OperationId is null : chosen.ItemIds.Contains(i.Id));
            if (wanted.Count == 0 || wanted.Exists(i => i.State != ItemState.Booked))
                return new Refusal(RefusalReason.Busy, "These places are no longer booked, or in another act.");
            // Those that are being freed already are what was asked for.
            var free = wanted.FindAll(i => i.OperationId is null);
            if (free.Count < wanted.Count && wanted.Exists(i => i.OperationId is not null && i.GivenUpAt is null))
                return new Refusal(RefusalReason.Busy, "Some of these places are in another act already.");
            var marked = free.FindAll(i => i.GivenUpAt is null);
            if (marked.Count > 0 && await db.Deeds.AnyAsync(d => d.Id == chosen.ActionId, cancellation))
            {
                // Done once and taken back since: the same click does not do it again.
                wanted.RemoveAll(marked.Contains);
                if (wanted.Count == 0)
                    return new ItemsGivenUp(0, null, null, null);
            }
            else if (marked.Count > 0 && !await MarkAsync(db, actor, chosen.ActionId, order, marked, why, cancellation))
                continue;
            return await FreeAsync(actor, chosen, order, wanted, connection, cancellation);
        }
        return new Refusal(RefusalReason.Busy, "The booking kept changing.");
    }

    private async Task<bool> MarkAsync(PortalDb db, Actor actor, Guid actionId, Order order, List<Item> items, string? why, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        order.GiveUp(items, Said(items.Count, why), actor, now);
        db.Deeds.Add(new Deed { Id = actionId, Verb = nameof(GiveUpItems), ActorId = actor.UserId ?? Guid.Empty, ResultId = order.Id, At = now });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The order's version or the action id: somebody was faster.
            return false;
        }
    }

    private async Task<Answer<ItemsGivenUp>> FreeAsync(Actor actor, ItemsChosen chosen, Order order, List<Item> items, OpenConnection connection, CancellationToken cancellation)
    {
        var lapses = items.Min(order.DeadlineOf);
        var isAll = items.Count == order.Items.Count(i => i.State is ItemState.Booked or ItemState.Purchased);
        if (connection.Provider is not ICancels cancels || !cancels.CanCancel(SaleMode.Book) || (!cancels.CanCancelItems && !isAll))
            return new ItemsGivenUp(items.Count, lapses, null, null);
        var answer = await cancel.RunAsync(actor, new ItemsChosen(Deed.IdOf($"free:{chosen.ActionId}"), order.Id, [.. items.Select(i => i.Id)]), cancellation);
        return answer.IsYes
            ? new ItemsGivenUp(answer.Value.State == OperationState.Done ? 0 : items.Count, lapses, answer.Value.State, null)
            : new ItemsGivenUp(items.Count, lapses, null, answer.Refusal);
    }

    private static string Said(int places, string? why) =>
        $"{CountWords.Places(places)} given up: {(places == 1 ? "it is" : "they are")} not bought any more{(why is null ? "" : $", because {why}")}.";
}
