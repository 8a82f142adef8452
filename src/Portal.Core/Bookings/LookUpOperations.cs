using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// The job's verb that finds out what became of operations whose answer stayed away, or whose asker died (<see cref="SettleOperation"/>).
/// After a while in doubt a person is told.
/// </summary>
public sealed class LookUpOperations(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, SettleOperation settle, BuyerSeal buyers, AdvanceBooking advance,
    PortalProcess process, TimeProvider time, ILogger<LookUpOperations> logger)
{
    private static readonly Actor By = Actor.Job("look-up");

    /// <returns>How many were looked up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await RecoverAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Operations.Where(o => o.State == OperationState.Unknown && o.Question.NextLookAt <= now)
            .OrderBy(o => o.Question.NextLookAt).Select(o => o.Id).Take(50).ToListAsync(cancellation);
        await Alone.EachAsync(due, LookUpAsync, logger, cancellation);
        return due.Count;
    }

    /// <summary>Past its claim, an operation still being asked for becomes Unknown.</summary>
    private async Task RecoverAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var orphans = await db.Operations.Include(o => o.Order)
            .Where(o => (o.State == OperationState.Asked || o.State == OperationState.Committing) && o.Question.OwnedUntil <= now).OrderBy(o => o.Question.OwnedUntil).Take(200).ToListAsync(cancellation);
        foreach (var operation in orphans)
            operation.FallSilent($"The portal stopped while the provider was being asked. {OperationWords.Silent(operation.Kind)}", By, now);
        if (orphans.Count > 0)
            await db.TrySaveAsync(cancellation);
    }

    private async Task LookUpAsync(Guid operationId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var operation = await db.Operations.ReadWholeAsync(operationId, cancellation);
        if (operation.State != OperationState.Unknown)
            return;
        var connection = await connections.OpenAsync(operation.Order!.ConnectionId, cancellation);
        operation.BeginLook(process.Id, time.GetUtcNow().UtcDateTime, connection.ClaimBudget);
        if (!await db.TrySaveAsync(cancellation))
            return;

        var claimed = ClaimedOperation.Of(operation, buyers);
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: operation.OrderId)) { References = claimed.References };
        if (await settle.SettleAsync(call, claimed, operation.Question, connection))
            await advance.RunAsync(By, claimed.BookingId, CancellationToken.None);
        else
            await Notice.CallPersonAsync(databases, operation.Order!, operation.Question, OperationWords.StillUnknown(operation), time.GetUtcNow().UtcDateTime, cancellation);
    }
}
