using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Writes down what became of an operation's question, in one transaction, comparing the version of the claim.</summary>
public sealed partial class RecordOperation(IDbContextFactory<PortalDb> databases, TimeProvider time, ILogger<RecordOperation> logger)
{
    /// <param name="tell">What the agent is told, when nobody was waiting for it.</param>
    public Task<bool> DoneAsync(ClaimedOperation claimed, CancelledItems cancelled, string said, Actor actor, string? tell = null) =>
        RecordAsync(claimed, async (db, operation, now) =>
        {
            operation.RecordDone(cancelled, said, actor, now);
            if (operation.IsUndo)
                await BackToCart.CopyAsync(db, operation.Order!, now);
        }, tell);

    public Task<bool> SilentAsync(ClaimedOperation claimed, ProviderSilenceException silence, Actor actor) =>
        RecordAsync(claimed, (_, operation, now) =>
        {
            operation.FallSilent($"{RefusalWords.Why(silence.Kind)} It may or may not be taken back: it is being looked up.", actor, now);
            return Task.CompletedTask;
        });

    /// <summary>A definite no: what was sold stays sold, and a person is told.</summary>
    public Task<bool> RefusedAsync(ClaimedOperation claimed, Refusal refusal, OpenConnection connection, Actor actor) =>
        RecordAsync(claimed, (_, operation, now) =>
        {
            operation.RecordRefused(refusal, $"{RefusalWords.For(refusal, connection.Traits.DisplayName, Attempted.Cancel).Happened} It was not taken back: it is sold as it was.", actor, now);
            return Task.CompletedTask;
        }, "could not be taken back: it is sold as it was");

    public Task<bool> AskAgainAsync(ClaimedOperation claimed, Actor actor, Guid owner, TimeSpan budget) =>
        RecordAsync(claimed, (_, operation, now) =>
        {
            operation.AskAgain("Looked up: it was not taken back; it is asked again.", actor, owner, now, budget);
            return Task.CompletedTask;
        });

    public Task<bool> LookedInVainAsync(ClaimedOperation claimed, bool countsAsNothing) =>
        RecordAsync(claimed, (_, operation, now) =>
        {
            operation.LookedInVain(countsAsNothing, now);
            return Task.CompletedTask;
        });

    private async Task<bool> RecordAsync(ClaimedOperation claimed, Func<PortalDb, Operation, DateTime, Task> write, string? tell = null)
    {
        // A definite answer is not given up because something else of the order is written at this moment: while the claim is ours, it is written again.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var operation = await db.Operations.Include(o => o.References).Include(o => o.Items).Include(o => o.Order!.Booking).AsSplitQuery().SingleAsync(o => o.Id == claimed.Id);
            if (operation.Version != claimed.Version)
            {
                TooLate(logger, claimed.Id, operation.State);
                return false;
            }
            var now = time.GetUtcNow().UtcDateTime;
            await write(db, operation, now);
            if (tell is not null)
                db.Notices.Add(Notice.Of(operation.Order!, NoticeKind.OrderResolved, $"Order {operation.Order!.OurReference} {tell}.", now));
            if (await db.TrySaveAsync(CancellationToken.None))
                return true;
        }
        throw new InvalidOperationException($"What became of operation {claimed.Id} could not be written down. It is looked up once its claim has ended.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer about operation {OperationId} came after its claim had ended; it is {State} now and is looked up.")]
    private static partial void TooLate(ILogger logger, Guid operationId, OperationState state);
}
