using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Asks what became of one operation's unanswered question, each kind by its own look-up, and records what that settles. 'Not done' is
/// believed only after the wire's longest time-out and when seen twice (design rule 2); then the same is asked again, since neither an
/// undoing nor a purchase that an agent pressed may be forgotten.
/// </summary>
public sealed class SettleOperation(
    IDbContextFactory<PortalDb> databases, RecordOperation record, AskOperation ask, PortalProcess process, TimeProvider time, ILogger<SettleOperation> logger)
{
    private static readonly Actor By = Actor.Job("look-up");

    /// <returns>False when nothing was settled.</returns>
    internal async Task<bool> SettleAsync(ProviderCall call, ClaimedOperation claimed, Question question, OpenConnection connection)
    {
        var settled = time.GetUtcNow().UtcDateTime >= claimed.Request.AskedAt + connection.SettlesAfter;
        return claimed.Kind == OperationKind.Purchase
            ? await PurchaseAsync(call, claimed, settled, settled && question.NothingSeen >= 1, connection)
            : await CancelAsync(call, claimed, settled, settled && question.NothingSeen >= 1, connection);
    }

    private async Task<bool> PurchaseAsync(ProviderCall call, ClaimedOperation claimed, bool settled, bool twice, OpenConnection connection)
    {
        var heard = await Hearing.HearAsync("Look-up of purchase", ct => ((IPurchasesBookings)connection.Provider).LookUpPurchaseAsync(call, claimed.Request, ct), logger);
        return heard.Answer?.Value switch
        {
            { Found: OrderFound.Made, Order: { Outcome: not CommitOutcome.InProgress } sold } => await record.PurchasedAsync(claimed, sold, By, looked: true),
            { Found: OrderFound.NotMadeHoldAlive } when twice => await AskAgainAsync(claimed, connection),
            { Found: OrderFound.NotMadeHoldOver } when twice => await record.RefusedAsync(claimed,
                new Refusal(RefusalReason.HoldExpired, "The purchase never arrived and the booking is over."), connection, By),
            var finding => await InVainAsync(claimed, settled && finding?.Found is OrderFound.NotMadeHoldAlive or OrderFound.NotMadeHoldOver),
        };
    }

    private async Task<bool> CancelAsync(ProviderCall call, ClaimedOperation claimed, bool settled, bool twice, OpenConnection connection)
    {
        var heard = await Hearing.HearAsync("Look-up of cancellation", ct => ((ICancels)connection.Provider).LookUpCancelAsync(call, claimed.Request, ct), logger);
        return heard.Answer?.Value switch
        {
            { Found: CancelFound.Done } done => await record.CancelledAsync(claimed, done.Items!, connection, By, looked: true),
            { Found: CancelFound.NotDone } when twice => await AskAgainAsync(claimed, connection),
            var finding => await InVainAsync(claimed, settled && finding?.Found == CancelFound.NotDone),
        };
    }

    private async Task<bool> AskAgainAsync(ClaimedOperation claimed, OpenConnection connection)
    {
        if (!await record.AskAgainAsync(claimed, By, process.Id, connection.ClaimBudget))
            return true;
        await using var db = await databases.CreateDbContextAsync();
        await ask.RunAsync(By, await db.Operations.ReadWholeAsync(claimed.Id, CancellationToken.None), connection);
        return true;
    }

    private async Task<bool> InVainAsync(ClaimedOperation claimed, bool countsAsNothing)
    {
        await record.LookedInVainAsync(claimed, countsAsNothing, By);
        return false;
    }
}
