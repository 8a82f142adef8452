using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Ledger;
using Portal.Core.Mail;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>Writes down what became of an operation's question, in one transaction, comparing the version of the claim.</summary>
public sealed partial class RecordOperation(IDbContextFactory<PortalDb> databases, QueueMail queue, TimeProvider time, ILogger<RecordOperation> logger)
{
    /// <param name="looked">It was looked up: nobody was waiting for it, so the agent is told.</param>
    public Task<bool> CancelledAsync(ClaimedOperation claimed, CancelledItems cancelled, OpenConnection connection, Actor actor, bool looked = false) =>
        RecordAsync(claimed, actor, async (db, operation, now) =>
        {
            operation.RecordCancelled(cancelled, Returned(operation, cancelled, connection), Found(looked) + OperationWords.Done(claimed, operation.Items, cancelled), actor, now);
            if (operation.IsUndo)
                await BackToCart.CopyAsync(db, operation.Order!, now);
        }, looked ? OperationWords.DoneTell(claimed) : null);

    /// <summary>Sold, or accepted and still being worked on: that stays open and is looked up.</summary>
    public Task<bool> PurchasedAsync(ClaimedOperation claimed, CommittedOrder sold, Actor actor, bool looked = false) =>
        sold.Outcome == CommitOutcome.InProgress
            ? RecordAsync(claimed, actor, (_, operation, now) =>
            {
                operation.FallSilent("The provider accepted the purchase and is still working on it.", actor, now);
                foreach (var reference in sold.References)
                    operation.Remember(reference);
                return Task.CompletedTask;
            })
            : RecordAsync(claimed, actor, async (db, operation, now) =>
            {
                await PurchaseMail.QueueAsync(db, queue, operation);
                operation.RecordPurchased(sold, Found(looked) + OperationWords.Done(claimed, operation.Items, null), actor, now);
                if (Difference(claimed, sold) is { } difference)
                    operation.Order!.Remark(difference, actor, now);
            }, looked ? OperationWords.DoneTell(claimed) : null);

    public Task<bool> SilentAsync(ClaimedOperation claimed, ProviderSilenceException silence, Actor actor) =>
        RecordAsync(claimed, actor, (_, operation, now) =>
        {
            operation.FallSilent($"{RefusalWords.Why(silence.Kind)} {OperationWords.Silent(claimed.Kind)}", actor, now);
            return Task.CompletedTask;
        });

    /// <summary>A definite no: everything stands as it was, and a person is told when nobody was waiting.</summary>
    public Task<bool> RefusedAsync(ClaimedOperation claimed, Refusal refusal, OpenConnection connection, Actor actor) =>
        RecordAsync(claimed, actor, (_, operation, now) =>
        {
            operation.RecordRefused(refusal, OperationWords.Refused(claimed, refusal, connection.Traits.DisplayName), actor, now);
            return Task.CompletedTask;
        }, claimed.IsUndo || actor.Kind == ActorKind.Job ? OperationWords.RefusedTell(claimed) : null);

    public Task<bool> AskAgainAsync(ClaimedOperation claimed, Actor actor, Guid owner, TimeSpan budget) =>
        RecordAsync(claimed, actor, (_, operation, now) =>
        {
            operation.AskAgain(OperationWords.AskedAgain(claimed.Kind), actor, owner, now, budget);
            return Task.CompletedTask;
        });

    public Task<bool> LookedInVainAsync(ClaimedOperation claimed, bool countsAsNothing, Actor actor) =>
        RecordAsync(claimed, actor, (_, operation, now) =>
        {
            operation.LookedInVain(countsAsNothing, now);
            return Task.CompletedTask;
        });

    // Where taking back costs nothing, all of it comes back, whether the wire says so or not.
    private static decimal? Returned(Operation operation, CancelledItems cancelled, OpenConnection connection) =>
        cancelled.Returned?.Amount ?? (connection.Traits.CommitCanBeUndone ? operation.Items.Where(i => i.State == ItemState.Purchased).Sum(i => i.Quote.NetEach.Amount) : null);

    private static string Found(bool looked) => looked ? "Looked up: " : "";

    // Each adapter refuses a price that rose; what it did pay is compared all the same (design rule 7).
    private static string? Difference(ClaimedOperation claimed, CommittedOrder sold)
    {
        if (claimed.Request.Total is not { } agreed || sold.Lines.Count == 0 || sold.Lines.Any(l => l.NetEach is null))
            return null;
        var paid = sold.Lines.Select(l => l.NetEach!.Value * l.Quantity).Aggregate((a, b) => a + b);
        // A price per ticket may be an average that was rounded.
        return Math.Abs(paid.Amount - agreed.Amount) <= 0.01m * sold.Lines.Sum(l => l.Quantity) ? null : $"The provider sold them for {paid} in all, {agreed} was agreed.";
    }

    private async Task<bool> RecordAsync(ClaimedOperation claimed, Actor actor, Func<PortalDb, Operation, DateTime, Task> write, string? tell = null)
    {
        // A definite answer is not given up because something else of the order is written at this moment: while the claim is ours, it is written again.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var operation = await db.Operations.Include(o => o.References).Include(o => o.Items).Include(o => o.Order!.Booking).Include(o => o.Order!.Items).AsSplitQuery().SingleAsync(o => o.Id == claimed.Id);
            if (operation.Version != claimed.Version)
            {
                TooLate(logger, claimed.Id, operation.State);
                return false;
            }
            var (now, actedOn) = (time.GetUtcNow().UtcDateTime, operation.Items.ToList());
            await write(db, operation, now);
            if (tell is not null)
                await TellAsync(db, operation.Order!, $"Order {operation.Order!.OurReference} {tell}.", now);
            if (await db.TrySaveAsync(ItemPosting.Post(operation.Order!, actor.Name, now, operation, actedOn), CancellationToken.None))
                return true;
        }
        throw new InvalidOperationException($"What became of operation {claimed.Id} could not be written down. It is looked up once its claim has ended.");
    }

    // A job tries again: the same sentence is not said twice while it waits to be read.
    private static async Task TellAsync(PortalDb db, Order order, string said, DateTime now)
    {
        if (!await db.Notices.AnyAsync(n => n.BookingId == order.BookingId && n.SeenAt == null && n.Said == said))
            db.Notices.Add(Notice.Of(order, NoticeKind.OrderResolved, said, now));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer about operation {OperationId} came after its claim had ended; it is {State} now and is looked up.")]
    private static partial void TooLate(ILogger logger, Guid operationId, OperationState state);
}
