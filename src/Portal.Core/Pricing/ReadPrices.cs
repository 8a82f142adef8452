using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>Reads what prices are made with: every rule, the rates that count and those to come, what is missing, and who decided what.</summary>
public sealed class ReadPrices(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    private const int HistoryShown = 20;

    /// <returns>Null for anybody but an admin.</returns>
    public async Task<PricesView?> RunAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var names = await db.ReadPriceNamesAsync(cancellation);
        var rules = await db.PriceRules.AsNoTracking().ToListAsync(cancellation);
        var rates = await Rates.ReadAsync(db, today, cancellation);
        var agencies = await db.Agencies.AsNoTracking().OrderBy(a => a.Name).Select(a => new PricedAgency(a.Id, a.Name, a.Currency)).ToListAsync(cancellation);
        var promoters = await db.Promoters.AsNoTracking().OrderBy(p => p.Name).Select(p => new PricedPromoter(p.Id, p.ConnectionId, p.Name)).ToListAsync(cancellation);
        var categories = await db.Events.Select(e => e.Category).Distinct().ToListAsync(cancellation);
        var history = await db.History.Where(h => h.PriceOf != null).OrderByDescending(h => h.Id).Take(HistoryShown).Select(h => new PriceDecision(h.At, h.By, h.Said)).ToListAsync(cancellation);
        return new PricesView(names,
            [.. rules.OrderBy(r => r.Kind).ThenByDescending(r => r.Closeness).ThenBy(names.Scope, StringComparer.OrdinalIgnoreCase)],
            [.. rates.Newest().OrderBy(r => r.From, StringComparer.Ordinal).ThenBy(r => r.To, StringComparer.Ordinal)],
            await db.ExchangeRates.AsNoTracking().Where(r => r.ValidFrom > today).OrderBy(r => r.ValidFrom).ThenBy(r => r.From).ToListAsync(cancellation),
            await MissingAsync(db, agencies, rates, now, cancellation),
            agencies, promoters, [.. categories.Where(c => c.Length > 0).Order(StringComparer.Ordinal)], history);
    }

    // What is listed in a currency, or owed to a provider as a fee, that some agency's currency has no rate for.
    private static async Task<IReadOnlyList<MissingRate>> MissingAsync(PortalDb db, List<PricedAgency> agencies, Rates rates, DateTime now, CancellationToken cancellation)
    {
        var listed = await db.Sessions.Where(s => s.IsListed && s.FromCurrency != null && (s.StartUtc == null || s.StartUtc > now))
            .GroupBy(s => s.FromCurrency!).Select(g => new { Currency = g.Key, Count = g.Select(s => s.EventId).Distinct().Count() }).ToListAsync(cancellation);
        var fees = await db.Connections.Where(c => c.FeePerTicket > 0 && c.FeeCurrency != null).Select(c => c.FeeCurrency!).Distinct().ToListAsync(cancellation);
        var met = listed.ToDictionary(l => l.Currency, l => l.Count);
        return [.. from account in agencies.Select(a => a.Currency).Distinct()
                   from currency in met.Keys.Union(fees)
                   where rates.Between(currency, account) is null
                   orderby currency, account
                   select new MissingRate(currency, account, met.GetValueOrDefault(currency))];
    }
}
