using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Carts;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Asks one order's provider to make it final: claim, ask, record.</summary>
public sealed class CommitOrder(
    IDbContextFactory<PortalDb> databases, RecordOrder record, PortalProcess process, TimeProvider time, ILogger<CommitOrder> logger)
{
    /// <returns>False when somebody else claimed the order first or it can no longer start.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid orderId, OpenConnection connection)
    {
        if (await ClaimAsync(actor, orderId, connection) is not { } claimed)
            return false;
        // Held up between claim and question (a machine that slept): others may look at the claim as abandoned before an answer can come.
        if (time.GetUtcNow().UtcDateTime > claimed.OwnedUntil - connection.Traits.CallBudget)
            return await record.RefusedAsync(claimed, new Refusal(RefusalReason.Unreachable, "The portal was held up: the request never left."), connection.Provider.Traits.DisplayName, actor);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: orderId))
        {
            References = claimed.References, RememberAsync = (reference, ct) => RememberAsync(orderId, reference, ct),
        };
        var heard = await Hearing.HearAsync("Commit of order", ct => connection.Provider.CommitAsync(call, claimed.Request, ct), logger);
        await (heard.Answer switch
        {
            null => record.SilentAsync(claimed, heard.Silence!, actor),
            { IsYes: true } answer => record.CommittedAsync(claimed, answer.Value, "The provider confirmed.", actor),
            { Refusal: var refusal } => record.RefusedAsync(claimed, refusal!, connection.Provider.Traits.DisplayName, actor),
        });
        return true;
    }

    private async Task<ClaimedOrder?> ClaimAsync(Actor actor, Guid orderId, OpenConnection connection)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow().UtcDateTime;
        var order = await db.Orders.Include(o => o.References).SingleAsync(o => o.Id == orderId);
        if (order.State is not (OrderState.Planned or OrderState.Prepared) || order.CommitBy <= now)
            return null;
        order.BeginCommit(actor, process.Id, now, connection.ClaimBudget);
        var agencyEmail = await db.Agencies.Where(a => a.Id == order.AgencyId).Select(a => a.Email).SingleAsync();
        return await db.TrySaveAsync(CancellationToken.None) ? ClaimedOrder.Of(order, connection, agencyEmail) : null;
    }

    private async Task RememberAsync(Guid orderId, ProviderReference reference, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Set<OrderReference>().AnyAsync(r => r.OrderId == orderId && r.Kind == reference.Kind && r.Value == reference.Value, cancellation))
        {
            db.Add(new OrderReference { OrderId = orderId, Kind = reference.Kind, Value = reference.Value });
            await db.SaveChangesAsync(cancellation);
        }
    }
}

/// <summary>An order whose question has been saved and may now be asked. A snapshot: whoever records compares the version.</summary>
public sealed record ClaimedOrder(Guid Id, long Version, Asked Asked, DateTime OwnedUntil, CommitRequest Request, IReadOnlyList<ProviderReference> References)
{
    /// <summary>Taken after the claim was saved. The order's references must be loaded.</summary>
    public static ClaimedOrder Of(Order order, OpenConnection connection, string? agencyEmail = null) => new(
        order.Id, order.Version, order.Question.Asked, order.Question.OwnedUntil!.Value,
        new CommitRequest(order.OurReference, $"{order.Id:N}-{order.Attempt}", order.Mode, AskedLines.Read(order.AskedJson),
            new Money(order.TotalNet, order.Currency), order.Question.AskedAt!.Value) { AgencyEmail = connection.Row.OrderEmail ?? agencyEmail },
        [.. order.References.OrderBy(r => r.Id).Select(r => new ProviderReference(r.Kind, r.Value))]);
}
