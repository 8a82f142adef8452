using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Ledger;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>Makes a line want another quantity; a held one asks its provider to change the hold. Setting it twice is the same as once.</summary>
public sealed class ChangeLine(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskHold ask, PortalProcess process, TimeProvider time)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="lineId">Which line.</param>
    /// <param name="quantity">The quantity it shall have; at least 1 (<see cref="RemoveLine"/> takes it out).</param>
    /// <param name="cancellation">Ends the preparations; never the question itself.</param>
    public Task<Answer<HoldState>> RunAsync(Actor actor, Guid lineId, int quantity, CancellationToken cancellation) =>
        RunAsync(actor, lineId, _ => quantity, null, cancellation);

    /// <summary>Adds to whatever the line has at this moment, as part of an action that must happen once: the deed is saved with the claim.</summary>
    internal Task<Answer<HoldState>> AddAsync(Actor actor, Guid lineId, int more, Deed deed, CancellationToken cancellation) =>
        RunAsync(actor, lineId, line => line.Quantity + more, deed, cancellation);

    private async Task<Answer<HoldState>> RunAsync(Actor actor, Guid lineId, Func<CartLine, int> wanted, Deed? deed, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var line = await db.CartLines.VisibleTo(actor).InCart().Include(l => l.Cart).Include(l => l.Hold!.References).SingleOrDefaultAsync(l => l.Id == lineId, cancellation);
        if (line is null)
            return new Refusal(RefusalReason.NotFound, "The line is no longer in the cart.");
        var quantity = wanted(line);
        if (quantity < 1)
            return new Refusal(RefusalReason.Invalid, "A line has at least one ticket.");

        var seats = JsonSerializer.Deserialize<List<string>>(line.SeatsJson)!;
        if (seats.Count > 0 && quantity > seats.Count)
            return new Refusal(RefusalReason.QuantityNotAllowed, "These are chosen seats: choose another one on the map.");
        if (seats.Count > 0)
            line.SeatsJson = JsonSerializer.Serialize(seats = seats[..quantity]);

        if (deed is not null)
            db.Deeds.Add(deed);
        if (line.Hold is not { } hold || HoldLifecycle.Table.IsFinal(hold.State))
        {
            line.Quantity = quantity;
            line.Version++;
            return await SaveAsync(db, line.Cart!.AgencyId, 0, cancellation) is { } moved ? moved : line.Hold?.State ?? HoldState.Released;
        }
        if (hold.State != HoldState.Held)
            return Busy;
        if (hold.FrozenAt is not null)
            return Frozen;
        if (hold.ExpiresAt <= now)
            return new Refusal(RefusalReason.HoldExpired, "The hold ran out.");
        if (line.HeldQuantity == quantity)
            return hold.State;

        var connection = await connections.OpenAsync(hold.ConnectionId, cancellation);
        // Fewer are always let go; more are a sale.
        if (quantity > line.HeldQuantity && await db.ReadAgainstAsync(hold.AgencyId, [JudgedLine.Of(line, connection.Traits)], now, cancellation) is { Count: > 0 } against)
            return new Refusal(RefusalReason.NotEnabled, NotEnabled.Write(against[lineId]));
        var content = AskedLines.Read(hold.HeldJson).Select(l => l.LineId == lineId ? l with { Quantity = quantity, Seats = seats } : l);
        hold.BeginChange(AskedLines.Write(content), "The provider is asked to change the hold.", actor, process.Id, now, connection.ClaimBudget);
        line.Quantity = quantity;
        line.Version++;
        var more = line.Mode == SaleMode.Purchase ? line.Quote.Owed * (quantity - line.HeldQuantity) : 0;
        if (await SaveAsync(db, hold.AgencyId, more, cancellation) is { } no)
            return no;
        return await ask.RunAsync(ClaimedHold.Of(hold), connection, actor);
    }

    private static async Task<Refusal?> SaveAsync(PortalDb db, Guid agencyId, decimal more, CancellationToken cancellation)
    {
        try
        {
            var (isSaved, refusal) = await db.TrySpendAsync(agencyId, more, CreditUse.Hold, cancellation);
            return isSaved ? null : refusal ?? Busy;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested && db.ChangeTracker.Entries<Deed>().Any())
        {
            // The same action at the same moment: whoever began it reads its first result.
            return Busy;
        }
    }

    /// <summary>Nothing in a stepped hold can be changed or given back.</summary>
    internal static Refusal Frozen => new(RefusalReason.NotAllowed, "the longer hold was asked for, and nothing in it can be changed or given back any more.");

    private static Refusal Busy => new(RefusalReason.Busy, "The hold is being changed at this moment.");
}
