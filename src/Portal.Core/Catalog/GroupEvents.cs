using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>
/// Says that two rows are the same thing, or that one is not what it was taken for. What is said stands over the automatic match and
/// survives refreshes (<see cref="GroupPin"/>). Doing it twice has the effect of once.
/// </summary>
public sealed class GroupEvents(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <summary>From now on both stand side by side, with all that the second stands beside already.</summary>
    public async Task<Refusal?> JoinAsync(Actor actor, Guid sessionId, Guid withSessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, sessionId, cancellation) is not { } one || await FindAsync(db, withSessionId, cancellation) is not { } other)
            return new Refusal(RefusalReason.NotFound, "One of the two is no longer in the catalogue.");
        if (Against(actor) is { } refusal)
            return refusal;
        var group = other.GroupId ?? Guid.NewGuid();
        await PinAsync(db, actor, group, [one, other], cancellation);
        return null;
    }

    /// <summary>From now on it stands alone.</summary>
    public async Task<Refusal?> SplitAsync(Actor actor, Guid sessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, sessionId, cancellation) is not { } one)
            return new Refusal(RefusalReason.NotFound, "It is no longer in the catalogue.");
        if (Against(actor) is { } refusal)
            return refusal;
        await PinAsync(db, actor, Guid.NewGuid(), [one], cancellation);
        return null;
    }

    private static Refusal? Against(Actor actor) => actor.SeesAll ? null : new Refusal(RefusalReason.NotAllowed, "Only administrators join and split events.");

    private static Task<Listing?> FindAsync(PortalDb db, Guid sessionId, CancellationToken cancellation) =>
        db.Sessions.Where(s => s.Id == sessionId).Select(s => new Listing(s.Id, s.EventId, s.Event!.Kind, s.GroupId)).SingleOrDefaultAsync(cancellation);

    private Task PinAsync(PortalDb db, Actor actor, Guid group, Listing[] listings, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var listing in listings)
            {
                var pin = await db.GroupPins.SingleOrDefaultAsync(p => p.ListingId == listing.Id, cancellation);
                if (pin is null)
                    db.GroupPins.Add(pin = new GroupPin { ListingId = listing.Id, EventId = listing.EventId, By = "" });
                (pin.GroupId, pin.By, pin.At) = (group, actor.Name, time.GetUtcNow().UtcDateTime);
                var sessions = listing.Kind.IsOpen() ? db.Sessions.Where(s => s.EventId == listing.EventId) : db.Sessions.Where(s => s.Id == listing.SessionId);
                await sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.GroupId, group), cancellation);
            }
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        });

    private sealed record Listing(Guid SessionId, Guid EventId, OfferKind Kind, Guid? GroupId)
    {
        public Guid Id => Kind.IsOpen() ? EventId : SessionId;
    }
}
