using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>Decides whether anything is sold and booked through a channel. Whatever is decided, the channel is no longer new.</summary>
public sealed class SwitchChannel(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task<SwitchOutcome> RunAsync(Actor actor, Switching wanted, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return SwitchOutcome.OnlyAdmins;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var was = await db.Channels.AsNoTracking().SingleOrDefaultAsync(c => c.Id == wanted.Id, cancellation);
        if (was is null)
            return SwitchOutcome.Gone;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Channels.Where(c => c.Id == wanted.Id && c.Version == wanted.Version).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.SellingOn, wanted.SellingOn).SetProperty(c => c.BookingOn, wanted.BookingOn)
                .SetProperty(c => c.IsNew, false).SetProperty(c => c.Version, wanted.Version + 1), cancellation) == 0)
            return SwitchOutcome.Overtaken($"the sales channel {was.Name}");
        db.History.Add(SwitchHistory.Of(actor, was.Id, SwitchHistory.Said($"the sales channel {was.Name}", was.SellingOn, was.BookingOn, wanted), time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return SwitchOutcome.Done;
    }
}
