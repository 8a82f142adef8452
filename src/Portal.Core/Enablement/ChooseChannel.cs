using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>Says through which channel an agency sells; none is every one.</summary>
public sealed class ChooseChannel(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="actor">An admin.</param>
    /// <param name="agencyId">Which agency.</param>
    /// <param name="seen">The channel that the page showed: somebody else's later choice is never overwritten unseen.</param>
    /// <param name="wanted">The channel it shall sell through.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<SwitchOutcome> RunAsync(Actor actor, Guid agencyId, Guid? seen, Guid? wanted, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return SwitchOutcome.OnlyAdmins;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agency = await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.Name).SingleOrDefaultAsync(cancellation);
        var channel = wanted is null ? "every sales channel" : await db.Channels.Where(c => c.Id == wanted).Select(c => "the sales channel " + c.Name).SingleOrDefaultAsync(cancellation);
        if (agency is null || channel is null)
            return SwitchOutcome.Gone;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Agencies.Where(a => a.Id == agencyId && a.ChannelId == seen).ExecuteUpdateAsync(set => set.SetProperty(a => a.ChannelId, wanted), cancellation) == 0)
            return SwitchOutcome.Overtaken($"the agency {agency}");
        db.History.Add(SwitchHistory.Of(actor, agencyId, $"The agency {agency} sells through {channel}.", time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return SwitchOutcome.Done;
    }
}
