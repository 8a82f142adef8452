using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>Adds a price rule or changes one. It counts for what is quoted from now on; what is in a cart keeps its price.</summary>
public sealed class SavePriceRule(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    public async Task<PriceOutcome> RunAsync(Actor actor, PriceRuleDraft wanted, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return PriceOutcome.OnlyAdmins;
        if (wanted.Fault is { } fault)
            return new($"{fault} Nothing was changed.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rules = await db.PriceRules.ToListAsync(cancellation);
        var rule = wanted.Id is { } id ? rules.Find(r => r.Id == id) : null;
        if (wanted.Id is not null && rule?.Version != wanted.Version)
            return PriceOutcome.Overtaken;
        if (rules.Find(r => r != rule && wanted.NamesAs(r)) is not null)
            return new($"There is a {PriceRuleWords.Kind(wanted.Kind)} for exactly this already. Nothing was changed. Change that one instead.");
        if (wanted is { PromoterId: { } promoter, ConnectionId: { } connection } && await db.Promoters.AnyAsync(p => p.Id == promoter && p.ConnectionId != connection, cancellation))
            return new("The promoter is of another provider, so the rule would never apply. Nothing was changed. Leave one of the two open.");

        var names = await db.ReadPriceNamesAsync(cancellation);
        var was = rule is null ? null : PriceRuleWords.Sentence(rule, names);
        if (rule is null)
            db.PriceRules.Add(rule = new PriceRule { Id = Guid.CreateVersion7() });
        var now = time.GetUtcNow().UtcDateTime;
        wanted.WriteTo(rule);
        (rule.ChangedAt, rule.ChangedBy, rule.Version) = (now, actor.Name, rule.Version + 1);
        db.History.Add(new HistoryEntry
        {
            At = now, By = actor.Name, PriceOf = rule.Id, Said = was is null ? $"Added {PriceRuleWords.Sentence(rule, names)}." : $"Instead of {was}: {PriceRuleWords.Sentence(rule, names)}.",
        });
        return await db.TrySaveAsync(cancellation) ? PriceOutcome.Done : PriceOutcome.Overtaken;
    }
}
