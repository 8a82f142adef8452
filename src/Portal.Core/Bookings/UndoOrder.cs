using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>
/// Takes back a whole committed order because its checkout is undone: claimed and recorded like a commit, and like one it may stay
/// unanswered. Its lines go back to the cart once the provider has confirmed.
/// </summary>
public sealed class UndoOrder(
    IDbContextFactory<PortalDb> databases, AskOperation ask, PortalProcess process, TimeProvider time)
{
    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid orderId, OpenConnection connection, string why)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow().UtcDateTime;
        var order = (await db.Orders.ReadForActAsync(orderId, CancellationToken.None))!;
        var items = order.Items.Where(i => i is { OperationId: null, State: ItemState.Booked or ItemState.Purchased }).ToList();
        if (items.Count == 0 || order.Operations.Exists(o => o.IsUndo))
            return false;
        var operation = Operation.Ask(order, OperationKind.Cancel, items, order.Operations.Count + 1, isUndo: true, why, actor, process.Id, now, connection.ClaimBudget);
        db.Operations.Add(operation);
        if (!await db.TrySaveAsync(CancellationToken.None))
            return false;
        await ask.RunAsync(actor, operation, connection);
        return true;
    }
}
