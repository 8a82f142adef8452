using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>Decides whether a promoter's events are sold and booked. Whatever is decided, the promoter is no longer new.</summary>
public sealed class SwitchPromoter(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task<SwitchOutcome> RunAsync(Actor actor, Switching wanted, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return SwitchOutcome.OnlyAdmins;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var was = await db.Promoters.AsNoTracking().SingleOrDefaultAsync(p => p.Id == wanted.Id, cancellation);
        if (was is null)
            return SwitchOutcome.Gone;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // By condition and not by a concurrency token: the catalogue refresh writes names into the same row.
        if (await db.Promoters.Where(p => p.Id == wanted.Id && p.Version == wanted.Version).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.SellingOn, wanted.SellingOn).SetProperty(p => p.BookingOn, wanted.BookingOn)
                .SetProperty(p => p.IsNew, false).SetProperty(p => p.Version, wanted.Version + 1), cancellation) == 0)
            return SwitchOutcome.Overtaken($"the promoter {was.Name}");
        db.History.Add(SwitchHistory.Of(actor, was.Id, SwitchHistory.Said($"the promoter {was.Name}", was.SellingOn, was.BookingOn, wanted), time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return SwitchOutcome.Done;
    }
}
