using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Persistence;

namespace Portal.Core.Guests;

/// <summary>
/// Erases who was named in carts that were given up: nothing of them is booked and kept, and all their events are over, or nobody has
/// touched them for a long time. The lines stay as they are; whoever takes such a cart up again types anew.
/// </summary>
public sealed class EraseCarts(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <summary>How an erased cart is called: agents name carts after customers.</summary>
    internal const string Nameless = "Cart";

    /// <summary>A cart that nobody has touched for so long is given up.</summary>
    public static readonly TimeSpan Untouched = TimeSpan.FromDays(90);

    // Whoever works in a cart whose old lines are over has somebody new in mind.
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(1);
    private const int SetSize = 100;
    private const string By = "erasing";

    /// <returns>How many were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (erased, after) = (0, Guid.Empty);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            // On from the last one: most are not due and stay.
            var some = await WithNames(db, now).Where(c => c.Id.CompareTo(after) > 0).OrderBy(c => c.Id).Select(c => c.Id).Take(SetSize).ToListAsync(cancellation);
            if (some.Count == 0)
                return erased;
            after = some[^1];
            if (await GivenUpAsync(db, some, now, cancellation) is { Count: > 0 } due)
                erased += await db.Database.CreateExecutionStrategy().ExecuteAsync(() => EraseAsync(db, due, now, cancellation));
        }
    }

    private static IQueryable<Cart> WithNames(PortalDb db, DateTime now) => db.Carts.AsNoTracking().Where(c => c.CreatedAt <= now - Quiet
        && (c.SealedBuyer != null || c.SealedCustomer != null || db.Guests.Any(g => g.CartId == c.Id && g.SealedValues != null))
        && !db.Bookings.Any(b => b.CartId == c.Id && b.ErasedAt == null));

    private static async Task<List<Guid>> GivenUpAsync(PortalDb db, List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        var lines = await db.CartLines.AsNoTracking().Where(l => ids.Contains(l.CartId) && l.OrderId == null && l.RemovedAt == null).Select(l => new { l.CartId, l.SessionId }).ToListAsync(cancellation);
        var times = await EraseDates.OfSessionsAsync(db, lines.ConvertAll(l => l.SessionId).Distinct().ToList(), cancellation);
        var ofCart = lines.ToLookup(l => l.CartId, l => times[l.SessionId]);
        var carts = await db.Carts.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id, c.CreatedAt, c.BuyerChangedAt, Added = c.Lines.Max(l => (DateTime?)l.AddedAt), Held = c.Holds.Max(h => (DateTime?)h.CreatedAt), Typed = db.Guests.Where(g => g.CartId == c.Id).Max(g => (DateTime?)g.ChangedAt),
            IsAsking = c.Holds.Any(h => h.State == HoldState.Asking || h.State == HoldState.Changing || h.State == HoldState.Releasing || h.State == HoldState.Unknown),
        }).ToListAsync(cancellation);
        return [.. from cart in carts
                   let touched = new[] { cart.CreatedAt, cart.BuyerChangedAt, cart.Added, cart.Held, cart.Typed }.Max()
                   let isOver = ofCart[cart.Id].Any() && ofCart[cart.Id].All(e => e.OverAt <= now)
                   where !cart.IsAsking && touched <= now - (isOver ? Quiet : Untouched)
                   select cart.Id];
    }

    private static async Task<int> EraseAsync(PortalDb db, List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Another node that has the same carts waits here, and finds nothing left to do after it.
        await db.Carts.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellation);
        // Somebody may have taken one up since the look; what they typed is theirs.
        var quiet = now - Quiet;
        var persons = await WithNames(db, now).Where(c => ids.Contains(c.Id)).SelectMany(c => db.Guests.Where(g => g.CartId == c.Id && g.ErasedAt == null && g.SealedValues != null && g.ChangedAt <= quiet))
            .Select(g => new { g.Id, g.CartId }).ToListAsync(cancellation);
        var erased = await db.Carts.Where(c => ids.Contains(c.Id) && (c.BuyerChangedAt == null || c.BuyerChangedAt <= quiet) && (c.SealedBuyer != null || c.SealedCustomer != null)).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.SealedBuyer, (string?)null).SetProperty(c => c.SealedCustomer, (string?)null).SetProperty(c => c.Name, Nameless), cancellation);
        if (erased + persons.Count == 0)
            return 0;
        await Erasing.PersonsAsync(db, persons.Select(p => p.Id), forGood: false, now, cancellation);
        await Erasing.CallsAsync(db, [], await db.Holds.Where(h => ids.Contains(h.CartId)).Select(h => h.Id).ToListAsync(cancellation), cancellation);
        foreach (var cart in persons.GroupBy(p => p.CartId))
            db.History.Add(new HistoryEntry { At = now, CartId = cart.Key, By = By, Said = $"What was known of {CountWords.Persons(cart.Count())} was erased: the cart was given up." });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ids.Count;
    }
}
