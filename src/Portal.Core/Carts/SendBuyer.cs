using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Tells the provider of one hold who buys and how the tickets shall come, where its wire takes that by calls of their own. Checked here
/// first, so that what is plainly missing costs no call; what was accepted already is not sent again.
/// </summary>
public sealed class SendBuyer(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskHold ask, BuyerSeal buyers, PortalProcess process, TimeProvider time)
{
    /// <returns>The hold's state afterwards (Held: accepted, or nothing to send), or why not.</returns>
    public async Task<Answer<HoldState>> RunAsync(Actor actor, Guid holdId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var hold = await db.Holds.Include(h => h.References).Include(h => h.Cart)
            .Where(h => actor.SeesAll || h.AgencyId == actor.AgencyId).SingleOrDefaultAsync(h => h.Id == holdId, cancellation);
        if (hold is null)
            return new Refusal(RefusalReason.NotFound, "The hold is not known.");
        if (hold.State != HoldState.Held)
            return hold.State is HoldState.Expired or HoldState.Released
                ? new Refusal(RefusalReason.HoldExpired, "The hold ran out before the buyer was sent.")
                : Busy;

        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        if (connection.Provider is not IAsksBuyer asks)
            return hold.State;
        var lines = AskedLines.Read(hold.HeldJson);
        var (buyer, mode) = (buyers.Open(hold.Cart!.SealedBuyer), lines[0].Mode);
        var faults = BuyerWishes.Check(asks.BuyerFields(connection.Facts, mode), buyer);
        if (faults.Count > 0)
            return new Refusal(RefusalReason.BuyerDataMissing, "Some data of the buyer are missing or cannot be right.") { BuyerFaults = faults };
        var isAccepted = hold.BuyerAcceptedAt is { } accepted && !(hold.Cart.BuyerChangedAt > accepted);
        if (connection.Provider is not ITakesBuyer || isAccepted || hold.FrozenAt is not null)
            return hold.State;

        hold.BeginBuyer(actor, process.Id, now, connection.ClaimBudget);
        if (!await db.TrySaveAsync(cancellation))
            return Busy;
        var claimed = ClaimedHold.Of(hold);
        var delivery = BuyerWishes.Delivery(hold.Cart.DeliveryJson, connection, lines.Sum(l => l.Quantity), lines[0].NetEach.Currency);
        // What the hold contains, not what was asked of it last: the two differ after a change that was refused.
        return await ask.RunAsync(claimed with { Lines = lines }, connection, actor, buyer: new BuyerRequest(claimed.Request with { Lines = lines }, buyer, delivery));
    }

    private static Refusal Busy => new(RefusalReason.Busy, "The hold is being changed at this moment.");
}
