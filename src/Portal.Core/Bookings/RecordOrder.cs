using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Writes down what became of an order's question, in one transaction, comparing the version of the claim: an answer that comes after
/// recovery took over changes nothing, the look-up tells the truth then.
/// </summary>
public sealed partial class RecordOrder(IDbContextFactory<PortalDb> databases, GuestSeal seal, TimeProvider time, ILogger<RecordOrder> logger)
{
    public Task<bool> CommittedAsync(ClaimedOrder claimed, CommittedOrder committed, string said, Actor actor) =>
        RecordAsync(claimed, (order, now) =>
        {
            if (committed.Outcome == CommitOutcome.InProgress)
                order.FallSilent("The provider accepted it and is still working on it.", actor, now);
            else
                order.RecordCommitted(committed, said, actor, now);
            foreach (var difference in Differences(claimed, committed))
                order.Remark(difference, actor, now);
        });

    public Task<bool> SilentAsync(ClaimedOrder claimed, ProviderSilenceException silence, Actor actor) =>
        RecordAsync(claimed, (order, now) => order.FallSilent(
            $"No usable answer came ({silence.Kind}). It may or may not be sold: it is being looked up. Do not book it again.", actor, now));

    /// <summary>A definite no. Where it says nothing about the hold, the hold lives on and the order may be tried again.</summary>
    public Task<bool> RefusedAsync(ClaimedOrder claimed, Refusal refusal, Actor actor) =>
        RecordAsync(claimed, (order, now) =>
        {
            if (refusal.Reason is RefusalReason.HoldExpired or RefusalReason.NotFound or RefusalReason.SoldOut)
                order.RecordRefused(refusal, "The provider said no: the hold is over. Nothing was sold or charged.", actor, now);
            else
                order.RecordRefusedHoldAlive(refusal, $"The provider said no: {refusal.Reason}. Nothing was sold or charged; the places are still held.", actor, now);
            GuestList.Blame(order.Lines, refusal.FieldFaults, seal);
        });

    /// <summary>Looked up: it was never made, and the hold is alive.</summary>
    public Task<bool> NotMadeAsync(ClaimedOrder claimed, Actor actor) =>
        RecordAsync(claimed, (order, now) => order.RecordNotMade("Looked up: the order never arrived and the places are still held. It is asked again.", actor, now));

    /// <summary>Looked up: it was never made, and the hold is over.</summary>
    public Task<bool> HoldOverAsync(ClaimedOrder claimed, Actor actor) =>
        RecordAsync(claimed, (order, now) => order.RecordRefused(
            new Refusal(RefusalReason.HoldExpired, "The order never arrived and the hold has run out."),
            "Looked up: the order never arrived and the hold has run out. Nothing was sold or charged.", actor, now));

    public Task<bool> LookedInVainAsync(ClaimedOrder claimed, bool countsAsNothing) =>
        RecordAsync(claimed, (order, now) => order.LookedInVain(countsAsNothing, now));

    private async Task<bool> RecordAsync(ClaimedOrder claimed, Action<Order, DateTime> write)
    {
        await using var db = await databases.CreateDbContextAsync();
        var order = await db.Orders.Include(o => o.References).Include(o => o.Lines).ThenInclude(l => l.Guests).SingleAsync(o => o.Id == claimed.Id);
        if (order.Version == claimed.Version)
        {
            write(order, time.GetUtcNow().UtcDateTime);
            if (await db.TrySaveAsync(CancellationToken.None))
                return true;
        }
        TooLate(logger, claimed.Id, order.State);
        return false;
    }

    private static IEnumerable<string> Differences(ClaimedOrder claimed, CommittedOrder committed) =>
        from told in committed.Lines
        let asked = claimed.Request.Lines.FirstOrDefault(l => l.OfferRef == told.OfferRef)
        where asked is not null && told.NetEach is { } net && net != asked.NetEach
        select $"The provider sold at {told.NetEach} per ticket, {asked!.NetEach} was agreed.";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer about order {OrderId} came after its claim had ended; it is {State} now and is looked up.")]
    private static partial void TooLate(ILogger logger, Guid orderId, OrderState state);
}
