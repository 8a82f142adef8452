using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Steps a hold into its provider's longer, frozen stage on the agent's click (design rule 4): once mode and buyer are complete, since
/// nothing in it can be changed afterwards and it cannot be let go. Checkout goes on from there.
/// </summary>
public sealed class StepHold(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, SendBuyer sendBuyer, AskHold ask, BuyerSeal buyers, PortalProcess process, TimeProvider time)
{
    public async Task<Answer<HoldState>> RunAsync(Actor actor, Guid holdId, CancellationToken cancellation)
    {
        var sent = await sendBuyer.RunAsync(actor, holdId, cancellation);
        if (!sent.IsYes || sent.Value != HoldState.Held)
            return sent;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var hold = await db.Holds.Include(h => h.References).Include(h => h.Cart).Include(h => h.Lines).AsSplitQuery()
            .Where(h => actor.SeesAll || h.AgencyId == actor.AgencyId).SingleAsync(h => h.Id == holdId, cancellation);
        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        if (connection.Provider is not IPrepares || connection.Traits.HoldClock != HoldClock.Stepped)
            return new Refusal(RefusalReason.NotAllowed, "this hold has no longer stage.");
        if (hold.State != HoldState.Held || hold.CommitBy <= now || hold.Lines.Exists(l => l.Problem is not null))
            return new Refusal(RefusalReason.Busy, "The hold is not ready: a line waits for a choice, or its time is over.");
        if (hold.FrozenAt is not null)
            return hold.State;

        hold.BeginStep(actor, process.Id, now, connection.ClaimBudget);
        if (!await db.TrySaveAsync(cancellation))
            return new Refusal(RefusalReason.Busy, "The hold is being changed at this moment.");
        return await ask.RunAsync(ClaimedHold.Of(hold), connection, actor, order: OrderOf(hold, connection, buyers));
    }

    /// <summary>What the order will be, as far as a hold can tell it. The hold's cart must be loaded.</summary>
    internal static CommitRequest OrderOf(Hold hold, OpenConnection connection, BuyerSeal buyers)
    {
        var lines = AskedLines.Read(hold.HeldJson);
        var total = lines.Select(l => l.NetEach * l.Quantity).Aggregate((a, b) => a + b) + new Money(hold.DeliveryCost, lines[0].NetEach.Currency);
        return new CommitRequest(hold.OurReference, $"{hold.Id:N}-0", lines[0].Mode, lines, total, hold.Question.AskedAt!.Value)
        {
            AgencyEmail = connection.Row.OrderEmail, Buyer = buyers.Open(hold.Cart!.SealedBuyer),
            Delivery = BuyerWishes.Delivery(hold.Cart.DeliveryJson, connection, lines.Sum(l => l.Quantity), total.Currency),
        };
    }
}
