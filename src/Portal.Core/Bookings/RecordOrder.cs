using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Ledger;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>
/// Writes down what became of an order's question, in one transaction, comparing the version of the claim: an answer that comes after
/// recovery took over changes nothing, the look-up tells the truth then.
/// </summary>
public sealed partial class RecordOrder(IDbContextFactory<PortalDb> databases, GuestSeal seal, TimeProvider time, ILogger<RecordOrder> logger)
{
    /// <param name="claimed">The claim, saved before.</param>
    /// <param name="committed">What the provider says.</param>
    /// <param name="said">For the timeline.</param>
    /// <param name="actor">On whose behalf.</param>
    /// <param name="tell">What the agent is told, when nobody was waiting for it.</param>
    public Task<bool> CommittedAsync(ClaimedOrder claimed, CommittedOrder committed, string said, Actor actor, string? tell = null) =>
        RecordAsync(claimed, actor, (order, now) =>
        {
            if (committed.Outcome == CommitOutcome.InProgress)
            {
                order.FallSilent("The provider accepted it and is still working on it.", actor, now);
                foreach (var reference in committed.References)
                    order.Remember(reference);
            }
            else
                order.RecordCommitted(committed, said, actor, now);
            foreach (var difference in Differences(claimed, committed))
                order.Remark(difference, actor, now);
        }, tell);

    public Task<bool> SilentAsync(ClaimedOrder claimed, ProviderSilenceException silence, Actor actor) =>
        RecordAsync(claimed, actor, (order, now) => order.FallSilent(
            $"{RefusalWords.Why(silence.Kind)} It may or may not be sold: it is being looked up. Do not book it again.", actor, now));

    public Task<bool> PreparedAsync(ClaimedOrder claimed, PreparedOrder prepared, OpenConnection connection, string said, Actor actor) =>
        RecordAsync(claimed, actor, (order, now) => order.RecordPrepared(prepared, connection.Margin, said, actor, now));

    public Task<bool> ReleasedAsync(ClaimedOrder claimed, string said, Actor actor) =>
        RecordAsync(claimed, actor, (order, now) => order.RecordReleased(said, actor, now));

    /// <summary>A definite no. Where it says nothing about the hold, the hold lives on and the order may be tried again.</summary>
    public Task<bool> RefusedAsync(ClaimedOrder claimed, Refusal refusal, OpenConnection connection, Actor actor) =>
        RecordAsync(claimed, actor, (order, now) =>
        {
            var provider = connection.Traits.DisplayName;
            var trying = claimed.Asked == Asked.Prepare ? Attempted.Prepare : Attempted.Commit;
            if (claimed.Asked == Asked.Release)
                order.FallSilent($"{RefusalWords.ForHistory(refusal, provider, Attempted.Release)} It is looked up and asked again.", actor, now);
            else if (refusal.Reason is RefusalReason.HoldExpired or RefusalReason.NotFound or RefusalReason.SoldOut)
                order.RecordRefused(refusal, $"{RefusalWords.ForHistory(refusal, provider, trying)} The hold is over.", actor, now);
            else
                order.RecordRefusedHoldAlive(refusal, $"{RefusalWords.ForHistory(refusal, provider, trying)} The places are still held.", actor, now);
            if (refusal.Reason == RefusalReason.GuestDataMissing)
                GuestList.Blame(order.Lines, refusal.FieldFaults, seal);
        });

    /// <summary>Looked up: it was never made, and the hold is alive.</summary>
    public Task<bool> NotMadeAsync(ClaimedOrder claimed, Actor actor) =>
        RecordAsync(claimed, actor, (order, now) => order.RecordNotMade("Looked up: the order never arrived and the places are still held.", actor, now),
            "never arrived at the provider. The places are still held; it is asked again while there is time");

    /// <summary>Looked up: it was never made, and the hold is over.</summary>
    /// <param name="lockedUntil">Until when the provider may keep the places from everybody, ourselves included, UTC.</param>
    public Task<bool> HoldOverAsync(ClaimedOrder claimed, DateTime? lockedUntil, Actor actor) =>
        RecordAsync(claimed, actor, (order, now) => order.RecordRefused(
            new Refusal(RefusalReason.HoldExpired, "The order never arrived and the hold has run out."),
            "Looked up: the order never arrived and the hold has run out. Nothing was sold or charged."
                + (lockedUntil is { } until ? $" The provider may keep these places locked until {until:HH:mm} UTC." : ""), actor, now),
            "was not made: nothing was sold or charged. The names are kept in the cart");

    public Task<bool> LookedInVainAsync(ClaimedOrder claimed, bool countsAsNothing, Actor actor) =>
        RecordAsync(claimed, actor, (order, now) => order.LookedInVain(countsAsNothing, now));

    private async Task<bool> RecordAsync(ClaimedOrder claimed, Actor actor, Action<Order, DateTime> write, string? tell = null)
    {
        // A definite answer is not given up because somebody types a guest's name: while the claim is ours, it is written again.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync();
            var order = await db.Orders.Include(o => o.Booking).Include(o => o.References).Include(o => o.Lines).ThenInclude(l => l.GuestPlaces)
                .SingleAsync(o => o.Id == claimed.Id);
            if (order.Version != claimed.Version)
            {
                TooLate(logger, claimed.Id, order.State);
                return false;
            }
            var now = time.GetUtcNow().UtcDateTime;
            write(order, now);
            if (tell is not null)
                db.Notices.Add(Notice.Of(order, NoticeKind.OrderResolved, $"Order {order.OurReference} {tell}.", now));
            if (await db.TrySaveAsync(ItemPosting.Post(order, actor.Name, now), CancellationToken.None))
                return true;
        }
        throw new InvalidOperationException($"What became of order {claimed.Id} could not be written down. It is looked up once its claim has ended.");
    }

    private static IEnumerable<string> Differences(ClaimedOrder claimed, CommittedOrder committed) =>
        from told in committed.Lines
        let asked = claimed.Request.Lines.FirstOrDefault(l => l.OfferRef == told.OfferRef)
        where asked is not null && told.NetEach is { } net && net != asked.NetEach
        select $"The provider sold at {told.NetEach} per ticket, {asked!.NetEach} was agreed.";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer about order {OrderId} came after its claim had ended; it is {State} now and is looked up.")]
    private static partial void TooLate(ILogger logger, Guid orderId, OrderState state);
}
