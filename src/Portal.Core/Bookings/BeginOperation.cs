using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Ledger;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Some items of one order, as an agent chose them.</summary>
/// <param name="ActionId">Made when the page was drawn; the same id returns the first result.</param>
/// <param name="ItemIds">Empty for all that are left.</param>
public sealed record ItemsChosen(Guid ActionId, Guid OrderId, IReadOnlyList<Guid> ItemIds)
{
    /// <summary>With a purchase whose price rose since the booking: what the provider is to be paid instead, as it was shown and agreed to.</summary>
    public decimal? AgreedNet { get; init; }
}

/// <summary>What a later act came to so far.</summary>
public sealed record OperationMade(Guid OperationId, OperationState State);

/// <summary>
/// What purchase and cancellation share: one action id is one operation, an item is in at most one, and whoever comes second to the same
/// items gets what the first one began. The claim is saved, then the provider is asked.
/// </summary>
public sealed class BeginOperation(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, ReadBackOrders readBack, AskOperation ask, PortalProcess process, TimeProvider time)
{
    /// <summary>What speaks against an act on these items of this order.</summary>
    internal delegate Task<Refusal?> Against(PortalDb db, Order order, IReadOnlyList<Item> items, OpenConnection connection, DateTime now);

    /// <param name="actor">On whose behalf.</param>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="kind">What is to be done.</param>
    /// <param name="fits">Which items 'all that are left' means.</param>
    /// <param name="against">The act's own reasons against it; asked inside no transaction, with nothing claimed yet.</param>
    /// <param name="cancellation">Heeded until the claim is saved.</param>
    internal async Task<Answer<OperationMade>> RunAsync(
        Actor actor, ItemsChosen chosen, OperationKind kind, Func<Item, OpenConnection, bool> fits, Against against, CancellationToken cancellation)
    {
        // Whoever loses against another tab, a job or a read-back looks again.
        var isReadBack = false;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await FirstAsync(db, chosen.ActionId, actor, cancellation) is { } first)
                return first;
            if (await db.Orders.VisibleTo(actor).ReadForActAsync(chosen.OrderId, cancellation) is not { } order)
                return new Refusal(RefusalReason.NotFound, "The order is not known.");
            if (order.State is not (OrderState.Booked or OrderState.Purchased))
                return new Refusal(RefusalReason.Busy, "The order is not final.");
            var connection = await connections.OpenAsync(order.ConnectionId, cancellation);
            var items = chosen.ItemIds.Count > 0 ? order.Items.FindAll(i => chosen.ItemIds.Contains(i.Id)) : order.Items.FindAll(i => i.OperationId is not null || fits(i, connection));
            if (SameBegun(order, items, kind) is { } begun)
                return begun;
            items.RemoveAll(i => chosen.ItemIds.Count == 0 && i.OperationId is not null);
            if (items.Count == 0 || items.Exists(i => i.OperationId is not null || i.State is not (ItemState.Booked or ItemState.Purchased)))
                return new Refusal(RefusalReason.Busy, "Some of these places are in another act already, or no longer what the page showed.");
            if (await against(db, order, items, connection, time.GetUtcNow().UtcDateTime) is { } refusal)
                return refusal;
            if (IsPart(order, items, kind) && items.Exists(i => i.ProviderRef is null))
            {
                if (isReadBack)
                    return new Refusal(RefusalReason.NotAllowed, "it has not told yet which place is which; try again in a moment");
                await readBack.RunAsync(order.Id, cancellation);
                isReadBack = true;
                continue;
            }
            var (operation, broke) = await ClaimAsync(db, actor, chosen, order, items, kind, connection, cancellation);
            if (broke is not null)
                return broke;
            if (operation is null)
                continue;
            var no = await ask.RunAsync(actor, operation, connection);
            return no is null ? new OperationMade(operation.Id, await StateAsync(operation.Id)) : no;
        }
        return new Refusal(RefusalReason.Busy, "The booking kept changing.");
    }

    private async Task<(Operation? Operation, Refusal? Refusal)> ClaimAsync(
        PortalDb db, Actor actor, ItemsChosen chosen, Order order, List<Item> items, OperationKind kind, OpenConnection connection, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var operation = Operation.Ask(order, kind, items, order.Operations.Count + 1, isUndo: false, OperationWords.Begun(kind, items), actor, process.Id, now, connection.ClaimBudget);
        if (kind == OperationKind.Purchase && chosen.AgreedNet is { } agreed)
            operation.Agree(agreed);
        db.Operations.Add(operation);
        db.Deeds.Add(new Deed { Id = chosen.ActionId, Verb = $"{kind}Items", ActorId = actor.UserId ?? Guid.Empty, ResultId = operation.Id, At = now });
        try
        {
            var (isSaved, refusal) = await db.TrySpendAsync(order.AgencyId, operation.TotalOwed, CreditUse.Sell, cancellation);
            return (isSaved ? operation : null, refusal);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The order's version, the operation's number or the action id: somebody was faster.
            return (null, null);
        }
    }

    private static bool IsPart(Order order, List<Item> items, OperationKind kind) =>
        items.Count < Operation.Left(order, kind);

    // A second tab, or a job: the very same is being done already.
    private static OperationMade? SameBegun(Order order, List<Item> items, OperationKind kind) =>
        items.Count > 0 && items.Select(i => i.OperationId).Distinct().ToList() is [{ } only] && order.Operations.Find(o => o.Id == only) is { IsUndo: false } operation && operation.Kind == kind
            ? new OperationMade(operation.Id, operation.State)
            : null;

    private static async Task<Answer<OperationMade>?> FirstAsync(PortalDb db, Guid actionId, Actor actor, CancellationToken cancellation)
    {
        var actorId = actor.UserId ?? Guid.Empty;
        var first = await (from deed in db.Deeds
                           where deed.Id == actionId && deed.ActorId == actorId
                           join operation in db.Operations on deed.ResultId equals operation.Id
                           select new { operation.Id, operation.State, operation.RefusedFor, operation.RefusedDetail }).SingleOrDefaultAsync(cancellation);
        return first is null ? null
            : first.RefusedFor is { } reason ? new Refusal(reason, first.RefusedDetail ?? "")
            : (Answer<OperationMade>)new OperationMade(first.Id, first.State);
    }

    private async Task<OperationState> StateAsync(Guid operationId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Operations.Where(o => o.Id == operationId).Select(o => o.State).SingleAsync();
    }
}
