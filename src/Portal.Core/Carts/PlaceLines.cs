using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Ledger;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>
/// Has lines of one connection held: finds for each the hold it may join or makes a new one, claims it, asks, records. The lines must
/// have been checked (<see cref="CheckLine"/>) just before.
/// </summary>
public sealed class PlaceLines(IDbContextFactory<PortalDb> databases, AskHold ask, PortalProcess process, TimeProvider time)
{
    public async Task RunAsync(Actor actor, Guid cartId, OpenConnection connection, IReadOnlyList<Guid> lineIds, CancellationToken cancellation)
    {
        // One claim at a time: a second one would grow old, and be taken for abandoned, while the first is asked.
        var left = lineIds.ToList();
        while (await ClaimAsync(actor, cartId, connection, left, cancellation) is { } claimed)
        {
            left.RemoveAll(id => claimed.Lines.Any(l => l.LineId == id));
            await ask.RunAsync(claimed, connection, actor);
        }
    }

    /// <summary>Lines that the agency's credit does not reach say so and are taken off the list; nothing is asked for them.</summary>
    /// <returns>The claim on the hold of the first of these lines and of those that go with it; null when nothing is left to ask.</returns>
    private async Task<ClaimedHold?> ClaimAsync(
        Actor actor, Guid cartId, OpenConnection connection, List<Guid> lineIds, CancellationToken cancellation)
    {
        // A lost race means that a line or the hold it would have joined is somebody else's at this moment: look again. Each loss is another
        // one's success, so that however many come at once each gets its turn.
        for (var attempt = 0; attempt < 100 && lineIds.Count > 0; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            var lines = await db.CartLines.InCart().Include(l => l.Hold).Include(l => l.Session!.Event)
                .Where(l => lineIds.Contains(l.Id) && l.ConnectionId == connection.Row.Id).OrderBy(l => l.AddedAt).ToListAsync(cancellation);
            // A line whose hold is alive, or might be, is never asked for again: never two live holds for one line.
            lines.RemoveAll(l => l.Hold is { } h && (HoldLifecycle.Alive.Contains(h.State) || h.State == HoldState.Taken));
            if (lines.Count == 0)
                return null;
            lines.RemoveAll(l => !IsLike(l, lines[0]));
            var held = await db.Holds.Include(h => h.References).Include(h => h.Lines)
                .Where(h => h.CartId == cartId && h.ConnectionId == connection.Row.Id && h.State == HoldState.Held && h.FrozenAt == null).ToListAsync(cancellation);
            held.RemoveAll(h => h.Lines.Exists(l => !IsLike(l, lines[0])));

            var open = held.ConvertAll(h => new OpenHold(h.Id, h.ExpiresAt!.Value, AskedLines.Read(h.HeldJson)));
            var (target, joining) = Group(lines, open, connection.Provider, now).First();
            var content = AskedLines.Write((open.Find(o => o.HoldId == target)?.Lines ?? []).Concat(joining.Select(ToHoldLine)));
            var hold = held.Find(h => h.Id == target);
            if (hold is null)
            {
                var agencyId = await db.Carts.Where(c => c.Id == cartId).Select(c => c.AgencyId).SingleAsync(cancellation);
                db.Holds.Add(hold = Hold.Ask(cartId, agencyId, connection.Row.Id, content, actor, process.Id, now, connection.ClaimBudget));
            }
            else
                hold.BeginChange(content, "The provider is asked to add places to the hold.", actor, process.Id, now, connection.ClaimBudget);
            foreach (var line in joining)
            {
                (line.HoldId, line.HeldQuantity) = (hold.Id, 0);
                line.ClearProblem();
                line.Version++;
            }
            var owed = joining.Where(l => l.Mode == SaleMode.Purchase).Sum(l => l.Quote.Owed * l.Quantity);
            var (isSaved, refusal) = await db.TrySpendAsync(hold.AgencyId, owed, CreditUse.Hold, cancellation);
            if (isSaved)
                return ClaimedHold.Of(hold);
            if (refusal is not null && await MarkAsync(joining, refusal, cancellation))
                lineIds.RemoveAll(id => joining.Exists(l => l.Id == id));
        }
        return null;
    }

    private async Task<bool> MarkAsync(List<CartLine> lines, Refusal refusal, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ids = lines.ConvertAll(l => l.Id);
        foreach (var line in await db.CartLines.Where(l => ids.Contains(l.Id)).ToListAsync(cancellation))
        {
            line.SetProblem(refusal.Reason, refusal.Detail);
            line.Version++;
        }
        return await db.TrySaveAsync(cancellation);
    }

    // A hold becomes one order, and an order is sold in one way, bought in one currency and owed in one.
    private static bool IsLike(CartLine a, CartLine b) => a.Mode == b.Mode && a.Quote.Currency == b.Quote.Currency && a.Quote.AccountCurrency == b.Quote.AccountCurrency;

    private static IEnumerable<(Guid Target, List<CartLine> Lines)> Group(List<CartLine> lines, List<OpenHold> open, IProvider provider, DateTime now)
    {
        var candidates = open.ToList();
        var groups = new Dictionary<Guid, List<CartLine>>();
        foreach (var line in lines)
        {
            var wanted = ToHoldLine(line);
            // A hold becomes one order, and an order has one currency.
            var fitting = candidates.FindAll(c => c.Lines.All(l => l.NetEach.Currency == wanted.NetEach.Currency));
            var target = provider.ChooseHold(wanted, fitting, now) ?? Guid.CreateVersion7();
            var candidate = candidates.Find(c => c.HoldId == target);
            candidates.RemoveAll(c => c.HoldId == target);
            // A hold yet to be asked for counts as open too, so that several new lines can share it.
            candidates.Add(new OpenHold(target, candidate?.ExpiresAt ?? now + provider.Traits.HoldLength, [.. candidate?.Lines ?? [], wanted]));
            groups.TryAdd(target, []);
            groups[target].Add(line);
        }
        return groups.Select(g => (g.Key, g.Value));
    }

    private static HoldLine ToHoldLine(CartLine line) => line.ToHoldLine(new SessionKey(line.Session!.Event!.ProviderRef, line.Session.ProviderRef));
}
