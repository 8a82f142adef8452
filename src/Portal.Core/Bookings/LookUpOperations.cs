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
/// The job's verb that finds out what became of operations whose answer stayed away, or whose asker died. One that was not done is asked
/// again, since an undoing must not be forgotten; after a while in doubt a person is told.
/// </summary>
public sealed class LookUpOperations(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, RecordOperation record, AskOperation ask, AdvanceBooking advance,
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
            operation.FallSilent("The portal stopped while the provider was being asked. It may or may not be taken back: it is being looked up.", By, now);
        if (orphans.Count > 0)
            await db.TrySaveAsync(cancellation);
    }

    private async Task LookUpAsync(Guid operationId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var operation = await ReadAsync(db, operationId, cancellation);
        if (operation.State != OperationState.Unknown)
            return;
        var connection = await connections.OpenAsync(operation.Order!.ConnectionId, cancellation);
        operation.BeginLook(process.Id, time.GetUtcNow().UtcDateTime, connection.ClaimBudget);
        if (!await db.TrySaveAsync(cancellation))
            return;

        var claimed = ClaimedOperation.Of(operation, operation.Order!.Items.Count(i => i.State is ItemState.Booked or ItemState.Purchased));
        var call = new ProviderCall(connection.Facts, new CallSubject(OrderId: operation.OrderId)) { References = claimed.References };
        var heard = await Hearing.HearAsync("Look-up of cancellation", ct => ((ICancels)connection.Provider).LookUpCancelAsync(call, claimed.Request, ct), logger);
        var settled = time.GetUtcNow().UtcDateTime >= claimed.Request.AskedAt + connection.SettlesAfter;
        switch (heard.Answer?.Value)
        {
            case { Found: CancelFound.Done } done:
                await record.DoneAsync(claimed, done.Items!, "Looked up: the provider took it back. Nothing of it is sold or charged.", By, "was taken back after all: nothing of it is sold");
                break;
            case { Found: CancelFound.NotDone } when settled && operation.Question.NothingSeen >= 1:
                if (await record.AskAgainAsync(claimed, By, process.Id, connection.ClaimBudget))
                    await AskAgainAsync(operationId, connection);
                break;
            case var finding:
                await record.LookedInVainAsync(claimed, settled && finding?.Found == CancelFound.NotDone);
                await CallPersonAsync(operation, cancellation);
                return;
        }
        await advance.RunAsync(By, operation.Order.BookingId, CancellationToken.None);
    }

    private async Task AskAgainAsync(Guid operationId, OpenConnection connection)
    {
        await using var db = await databases.CreateDbContextAsync();
        await ask.RunAsync(By, await ReadAsync(db, operationId, CancellationToken.None), connection);
    }

    private static Task<Operation> ReadAsync(PortalDb db, Guid operationId, CancellationToken cancellation) =>
        db.Operations.Include(o => o.References).Include(o => o.Items).Include(o => o.Order!.Booking).Include(o => o.Order!.References).Include(o => o.Order!.Items)
            .AsSplitQuery().SingleAsync(o => o.Id == operationId, cancellation);

    private async Task CallPersonAsync(Operation operation, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (operation.Question.SilentSince + LookUpSchedule.PersonAfter > now)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var said = $"It is still not known whether {operation.Order!.OurReference} was taken back. Ask the provider with the evidence on the booking's page; the portal keeps looking.";
        if (await db.Notices.AnyAsync(n => n.BookingId == operation.Order.BookingId && n.Kind == NoticeKind.OrderNeedsPerson && n.Said == said, cancellation))
            return;
        db.Notices.Add(Notice.Of(operation.Order, NoticeKind.OrderNeedsPerson, said, now));
        await db.SaveChangesAsync(cancellation);
    }
}
