using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// The job's verb that finds out what became of holds whose question stayed unanswered. 'Nothing there' is believed only after the
/// wire's longest time-out and when seen twice (design rule 2); nothing is ever asked again blindly.
/// </summary>
public sealed class LookUpHolds(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, RecordHold record, AskHold ask, BuyerSeal buyers, PortalProcess process, TimeProvider time, ILogger<LookUpHolds> logger)
{
    private static readonly Actor By = Actor.Job("look-up");

    /// <returns>How many were looked up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Holds.Where(h => h.State == HoldState.Unknown && h.Question.NextLookAt <= now)
            .OrderBy(h => h.Question.NextLookAt).Select(h => h.Id).Take(50).ToListAsync(cancellation);
        await Alone.EachAsync(due, LookUpAsync, logger, cancellation);
        return due.Count;
    }

    private async Task LookUpAsync(Guid holdId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var hold = await db.Holds.Include(h => h.References).Include(h => h.Cart).SingleAsync(h => h.Id == holdId, cancellation);
        if (hold.State != HoldState.Unknown)
            return;
        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        hold.BeginLook(process.Id, time.GetUtcNow().UtcDateTime, connection.ClaimBudget);
        if (!await db.TrySaveAsync(cancellation))
            return;

        var claimed = ClaimedHold.Of(hold);
        var call = new ProviderCall(connection.Facts, new CallSubject(HoldId: holdId)) { References = claimed.References };
        if (claimed.Asked == Asked.Prepare)
        {
            await SettleStepAsync(call, claimed, hold, connection);
            return;
        }
        var heard = await Hearing.HearAsync("Look-up of hold", ct => connection.Provider.LookUpHoldAsync(call, claimed.Request, ct), logger);
        if (heard.Answer is { IsYes: true } answer)
            await SettleAsync(claimed, answer.Value, hold.Question.NothingSeen, connection);
        else if (time.GetUtcNow().UtcDateTime >= OverBy(hold, connection))
            await record.ExpiredAsync(claimed, "The provider cannot be asked what became of it, but it keeps nothing this long. Nothing was booked or charged.", By);
        else
            await record.LookedInVainAsync(claimed, countsAsNothing: false);
    }

    private async Task SettleStepAsync(ProviderCall call, ClaimedHold claimed, Hold hold, OpenConnection connection)
    {
        var order = StepHold.OrderOf(hold, connection, buyers);
        var heard = await Hearing.HearAsync("Look-up of step", ct => ((IPrepares)connection.Provider).LookUpPrepareAsync(call, order, ct), logger);
        var settled = time.GetUtcNow().UtcDateTime >= claimed.AskedAt + connection.SettlesAfter;
        var twice = settled && hold.Question.NothingSeen >= 1;
        await (heard.Answer?.Value switch
        {
            { Found: PrepareFound.Prepared } finding => record.SteppedAsync(claimed, finding.Order!, connection, By),
            { Found: PrepareFound.NotPreparedHoldAlive } when twice => record.NotSteppedAsync(claimed, By),
            { Found: PrepareFound.HoldOver } when twice => record.ExpiredAsync(claimed, "Looked up: the provider's hold is over. Nothing was booked or charged.", By),
            var finding => record.LookedInVainAsync(claimed, settled && finding?.Found is PrepareFound.NotPreparedHoldAlive or PrepareFound.HoldOver),
        });
    }

    // An agent whose provider is out of reach must not sit on the line for ever: no hold lives longer than this.
    private static DateTime OverBy(Hold hold, OpenConnection connection)
    {
        var longest = hold.Question.AskedAt!.Value + connection.Provider.Traits.HoldLength;
        return (hold.ExpiresAt > longest ? hold.ExpiresAt.Value : longest) + connection.SettlesAfter;
    }

    private async Task SettleAsync(ClaimedHold claimed, HoldFinding finding, int nothingSeen, OpenConnection connection)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var settled = now >= claimed.AskedAt + connection.SettlesAfter;
        switch (finding.Found)
        {
            case HoldFound.Alive when finding.Places!.ExpiresAt <= now:
            case HoldFound.Over or HoldFound.Consumed when claimed.Asked != Asked.Release:
                await record.ExpiredAsync(claimed, "The provider's hold is over. Nothing was booked or charged.", By);
                break;
            case HoldFound.Over or HoldFound.Consumed:
                await record.ReleasedAsync(claimed, "Looked up: the provider let the places go.", By);
                break;
            case HoldFound.Nothing when settled && nothingSeen >= 1:
                await NeverArrivedAsync(claimed, connection);
                break;
            case HoldFound.Nothing:
                await record.LookedInVainAsync(claimed, settled);
                break;
            case HoldFound.Alive when claimed.Asked is Asked.Guests or Asked.Buyer:
                // Writing them is complete and repeatable, so the next checkout just sends them again.
                await record.UnchangedAsync(claimed, finding.Places!, connection, "It is not known whether the data arrived. They are sent again at checkout.", By);
                break;
            case HoldFound.CannotTell when now >= claimed.AskedAt + connection.Traits.HoldLength + connection.SettlesAfter:
                await record.ExpiredAsync(claimed, "The provider cannot be asked what became of it, but it keeps nothing this long. Nothing was booked or charged.", By);
                break;
            case HoldFound.Alive when claimed.Asked == Asked.Release:
                await ReleaseAgainAsync(claimed, connection);
                break;
            // A new hold is made whole or not at all; where it differs from what was asked, its lines say so.
            case HoldFound.Alive when claimed.Asked == Asked.Hold || Contains(finding.Places!, claimed.Lines):
                await record.HeldAsync(claimed, finding.Places!, connection, By);
                break;
            case HoldFound.Alive when settled && nothingSeen >= 1:
                await record.NotDoneAsync(claimed, finding.Places!, connection, By);
                break;
            default:
                await record.LookedInVainAsync(claimed, settled);
                break;
        }
    }

    private Task<Answer<HoldState>> NeverArrivedAsync(ClaimedHold claimed, OpenConnection connection) => claimed.Asked switch
    {
        Asked.Hold => record.RefusedAsync(claimed, new Refusal(RefusalReason.Unreachable, "The request never arrived. Nothing is held."), connection, By, "Looked up: the request never arrived. Nothing is held."),
        Asked.Release => record.ReleasedAsync(claimed, "Looked up: the provider knows of no hold any more.", By),
        _ => record.ExpiredAsync(claimed, "Looked up: the provider knows of no hold any more.", By),
    };

    // Releasing is repeatable on every wire that has it: what is gone stays gone.
    private async Task ReleaseAgainAsync(ClaimedHold claimed, OpenConnection connection)
    {
        await using var db = await databases.CreateDbContextAsync();
        var hold = await db.Holds.Include(h => h.References).SingleAsync(h => h.Id == claimed.Id);
        if (hold.Version != claimed.Version)
            return;
        hold.BeginRelease(By, process.Id, time.GetUtcNow().UtcDateTime, connection.ClaimBudget);
        if (await db.TrySaveAsync(CancellationToken.None))
            await ask.RunAsync(ClaimedHold.Of(hold), connection, By);
    }

    private static bool Contains(HeldPlaces places, IReadOnlyList<HoldLine> asked) =>
        places.Lines.GroupBy(l => l.OfferRef).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity)) is var held
        && asked.GroupBy(l => l.OfferRef).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity)) is var wanted
        && held.Count == wanted.Count && wanted.All(w => held.GetValueOrDefault(w.Key) == w.Value);
}
