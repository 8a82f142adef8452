using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Pricing;

/// <summary>What a price would be made of for an agency, and why.</summary>
/// <param name="Quote">The whole build-up, or why there is none.</param>
/// <param name="Verdicts">What every rule has to say to it.</param>
public sealed record TriedPrice(Answer<Quote> Quote, IReadOnlyList<PriceVerdict> Verdicts);

/// <summary>Builds up a price that nobody asks, so that an admin sees what the rules do. Changes nothing.</summary>
public sealed class TryPrice(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="actor">An admin.</param>
    /// <param name="of">For which case; <see cref="Guid.Empty"/> or an empty word where it names no promoter or category.</param>
    /// <param name="net">What the provider asks, its charges included.</param>
    /// <param name="draft">A rule as it is being written: it counts as if it were saved.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<TriedPrice?> RunAsync(Actor actor, PriceCase of, Money net, PriceRuleDraft? draft, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rules = await db.PriceRules.AsNoTracking().ToListAsync(cancellation);
        if (draft is not null)
            rules = [.. rules.Where(r => r.Id != draft.Id), draft.WriteTo(new PriceRule { Id = draft.Id ?? Guid.CreateVersion7() })];
        var account = await db.Agencies.Where(a => a.Id == of.AgencyId).Select(a => a.Currency).SingleOrDefaultAsync(cancellation);
        var contract = await db.Connections.Where(c => c.Id == of.ConnectionId).Select(c => new { c.FeePerTicket, c.FeeCurrency }).SingleOrDefaultAsync(cancellation);
        var rates = await Rates.ReadAsync(db, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
        var terms = new Terms(account, contract is { FeePerTicket: > 0, FeeCurrency: { } currency } ? new Money(contract.FeePerTicket, currency) : null,
            PriceBuildUp.Choose(rules, PriceRuleKind.Markup, of), PriceBuildUp.Choose(rules, PriceRuleKind.Commission, of), rates);
        return new TriedPrice(terms.Quote(net), PriceVerdict.Of(rules, of));
    }
}
