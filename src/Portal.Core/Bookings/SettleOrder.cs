using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Asks what became of one order's unanswered question, each kind by its own look-up, and records what that settles. 'Not done' is
/// believed only after the wire's longest time-out and when seen twice (design rule 2).
/// </summary>
public sealed class SettleOrder(IDbContextFactory<PortalDb> databases, RecordOrder record, AskOrder ask, TimeProvider time, ILogger<SettleOrder> logger)
{
    private static readonly Actor By = Actor.Job("look-up");

    /// <returns>Whether the question is answered now. The agent is told in the same transaction.</returns>
    internal Task<bool> SettleAsync(ProviderCall call, ClaimedOrder claimed, Question question, OpenConnection connection) => claimed.Asked switch
    {
        Asked.Prepare => PrepareAsync(call, claimed, question, connection),
        Asked.Release => ReleaseAsync(call, claimed, question, connection),
        _ => CommitAsync(call, claimed, question, connection),
    };

    private async Task<bool> CommitAsync(ProviderCall call, ClaimedOrder claimed, Question question, OpenConnection connection)
    {
        var heard = await Hearing.HearAsync("Look-up of order", ct => connection.Provider.LookUpOrderAsync(call, claimed.Request, ct), logger);
        var (settled, twice) = Certainty(claimed, question, connection);
        return heard.Answer?.Value switch
        {
            { Found: OrderFound.Made, Order: { Outcome: not CommitOutcome.InProgress } order } =>
                await record.CommittedAsync(claimed, order, "Looked up: the provider has the order.", By, "was made after all: it is certain now"),
            { Found: OrderFound.NotMadeHoldAlive } when twice => await record.NotMadeAsync(claimed, By),
            { Found: OrderFound.NotMadeHoldOver } when twice => await record.HoldOverAsync(claimed, null, By),
            var finding => await InVainAsync(claimed, settled && finding?.Found is OrderFound.NotMadeHoldAlive or OrderFound.NotMadeHoldOver),
        };
    }

    private async Task<bool> PrepareAsync(ProviderCall call, ClaimedOrder claimed, Question question, OpenConnection connection)
    {
        var heard = await Hearing.HearAsync("Look-up of preparation", ct => ((IPrepares)connection.Provider).LookUpPrepareAsync(call, claimed.Request, ct), logger);
        var (settled, twice) = Certainty(claimed, question, connection);
        return heard.Answer?.Value switch
        {
            { Found: PrepareFound.Prepared } finding => await record.PreparedAsync(claimed, finding.Order!, connection, "Looked up: the provider froze it.", By),
            { Found: PrepareFound.NotPreparedHoldAlive } when twice => await record.NotMadeAsync(claimed, By),
            { Found: PrepareFound.HoldOver } finding when twice => await record.HoldOverAsync(claimed, finding.LockedUntil, By),
            var finding => await InVainAsync(claimed, settled && finding?.Found is PrepareFound.NotPreparedHoldAlive or PrepareFound.HoldOver),
        };
    }

    private async Task<bool> ReleaseAsync(ProviderCall call, ClaimedOrder claimed, Question question, OpenConnection connection)
    {
        var heard = await Hearing.HearAsync("Look-up of release", ct => connection.Provider.LookUpHoldAsync(call, claimed.HoldRequest, ct), logger);
        var (settled, twice) = Certainty(claimed, question, connection);
        switch (heard.Answer?.Value?.Found)
        {
            case HoldFound.Over:
            case HoldFound.Nothing when twice:
                return await record.ReleasedAsync(claimed, "Looked up: the provider let the places go. Nothing was sold or charged.", By);
            // Releasing is repeatable on every wire that has it: what is gone stays gone.
            case HoldFound.Alive:
                return await ask.RunAsync(By, claimed.Id, Asked.Release, connection, "It is still kept there: the provider is asked again to let the places go.");
            default:
                // No provider keeps it beyond its own time, whether or not it can be asked.
                return await LapsedAsync(claimed, connection) || await InVainAsync(claimed, settled && heard.Answer?.Value?.Found == HoldFound.Nothing);
        }
    }

    private async Task<bool> LapsedAsync(ClaimedOrder claimed, OpenConnection connection)
    {
        await using var db = await databases.CreateDbContextAsync();
        var expires = await db.Orders.Where(o => o.Id == claimed.Id).Select(o => o.ExpiresAt).SingleAsync();
        return expires + connection.SettlesAfter < time.GetUtcNow().UtcDateTime
            && await record.ReleasedAsync(claimed, "The provider keeps nothing this long. Nothing was sold or charged.", By);
    }

    private (bool Settled, bool Twice) Certainty(ClaimedOrder claimed, Question question, OpenConnection connection)
    {
        var settled = time.GetUtcNow().UtcDateTime >= claimed.Request.AskedAt + connection.SettlesAfter;
        return (settled, settled && question.NothingSeen >= 1);
    }

    private async Task<bool> InVainAsync(ClaimedOrder claimed, bool countsAsNothing)
    {
        await record.LookedInVainAsync(claimed, countsAsNothing, By);
        return false;
    }
}
