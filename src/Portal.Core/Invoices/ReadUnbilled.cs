using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Invoices;

/// <summary>What a document issued now would be about.</summary>
/// <param name="Amount">Owed, or with <see cref="InvoiceKind.CreditNote"/> given back.</param>
public sealed record Unbilled(Guid AgencyId, string AgencyName, InvoiceKind Kind, int Lines, Money Amount);

/// <summary>Reads what is on no document yet, for admins before they issue.</summary>
public sealed class ReadUnbilled(IDbContextFactory<PortalDb> databases)
{
    /// <param name="actor">An admin; others see nothing.</param>
    /// <param name="agencyId">For whom; null for every agency.</param>
    /// <param name="period">Whole days on each agency's clock.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<IReadOnlyList<Unbilled>> RunAsync(Actor actor, Guid? agencyId, Period period, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agencies = await db.Agencies.AsNoTracking().Where(a => agencyId == null || a.Id == agencyId).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name, a.TimeZone }).ToListAsync(cancellation);
        var found = new List<Unbilled>();
        foreach (var kind in Enum.GetValues<InvoiceKind>())
            foreach (var zone in agencies.GroupBy(a => a.TimeZone))
            {
                var ids = zone.Select(a => a.Id).ToList();
                var (since, until) = period.Instants(zone.Key);
                var sums = await Billable.Unbilled(db, kind).Where(t => ids.Contains(t.AgencyId) && t.At >= since && t.At < until)
                    .SelectMany(t => t.Entries.Where(e => e.Account == LedgerAccount.Agency), (t, e) => new { t.AgencyId, e.Currency, e.Amount })
                    .GroupBy(e => new { e.AgencyId, e.Currency }).Select(g => new { g.Key.AgencyId, g.Key.Currency, Count = g.Count(), Sum = g.Sum(e => e.Amount) }).ToListAsync(cancellation);
                found.AddRange(sums.Select(s => new Unbilled(s.AgencyId, agencies.Single(a => a.Id == s.AgencyId).Name, kind, s.Count, new Money(kind == InvoiceKind.Invoice ? s.Sum : -s.Sum, s.Currency))));
            }
        return [.. found.OrderBy(u => u.AgencyName, StringComparer.Ordinal).ThenBy(u => u.Kind)];
    }
}
