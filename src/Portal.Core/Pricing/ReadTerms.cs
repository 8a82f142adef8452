using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>Reads the terms under which an agency sells today. What is frozen in a line is never read again with them.</summary>
public sealed class ReadTerms(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="agencyId">For whom; null for an admin.</param>
    /// <param name="sessionId">For which occurrence; all of one event have the same terms.</param>
    /// <param name="currencies">In which currencies its provider asks; null when that is not known yet.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<Terms> RunAsync(Guid? agencyId, Guid sessionId, IEnumerable<string>? currencies, CancellationToken cancellation) =>
        (await RunAsync(agencyId, [sessionId], currencies, cancellation))[sessionId];

    /// <summary>The terms for several occurrences at once.</summary>
    public async Task<IReadOnlyDictionary<Guid, Terms>> RunAsync(
        Guid? agencyId, IReadOnlyCollection<Guid> sessionIds, IEnumerable<string>? currencies, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ids = sessionIds.Distinct().ToList();
        var sold = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new
        {
            s.Id, s.Event!.ConnectionId, s.Event.PromoterId, s.Event.Category, s.Event.Connection!.FeePerTicket, s.Event.Connection.FeeCurrency,
        }).ToListAsync(cancellation);
        var account = agencyId is null ? null : await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.Currency).SingleOrDefaultAsync(cancellation);
        var rules = await db.PriceRules.AsNoTracking().Where(r => r.AgencyId == null || r.AgencyId == agencyId).ToListAsync(cancellation);
        // Most sales meet one currency only: the table of rates is not asked then.
        var met = currencies?.Concat(sold.Select(s => s.FeeCurrency)).Append(account).OfType<string>().Distinct().Count();
        var rates = met < 2 ? Rates.None : await Rates.ReadAsync(db, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
        return sold.ToDictionary(s => s.Id, s =>
        {
            var of = new PriceCase(agencyId, s.ConnectionId, s.PromoterId, s.Category);
            return new Terms(account, s.FeePerTicket > 0 && s.FeeCurrency is { } currency ? new Money(s.FeePerTicket, currency) : null,
                PriceBuildUp.Choose(rules, PriceRuleKind.Markup, of), PriceBuildUp.Choose(rules, PriceRuleKind.Commission, of), rates);
        });
    }
}
