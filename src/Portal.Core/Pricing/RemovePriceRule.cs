using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>Takes a price rule away; what it decided is decided by the next closest from now on.</summary>
public sealed class RemovePriceRule(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="actor">An admin.</param>
    /// <param name="ruleId">Which rule.</param>
    /// <param name="version">As it was read.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<PriceOutcome> RunAsync(Actor actor, Guid ruleId, long version, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return PriceOutcome.OnlyAdmins;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.PriceRules.SingleOrDefaultAsync(r => r.Id == ruleId, cancellation) is not { } rule || rule.Version != version)
            return PriceOutcome.Overtaken;
        db.PriceRules.Remove(rule);
        db.History.Add(new HistoryEntry
        {
            At = time.GetUtcNow().UtcDateTime, By = actor.Name, PriceOf = rule.Id, Said = $"Removed {PriceRuleWords.Sentence(rule, await db.ReadPriceNamesAsync(cancellation))}.",
        });
        return await db.TrySaveAsync(cancellation) ? PriceOutcome.Done : PriceOutcome.Overtaken;
    }
}
