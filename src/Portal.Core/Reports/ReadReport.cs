using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Reports;

/// <summary>
/// Reads what was sold in a period: by the moment at which a sale became final, less what was taken back in the same period, whenever it
/// was sold.
/// </summary>
public sealed class ReadReport(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <summary>What an order costs or keeps beside its tickets' prices.</summary>
    public const string BesideTickets = "Delivery, and what cancelling cost";
    private const int Largest = 10;

    public async Task<Report> RunAsync(Actor actor, ReportQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var reach = await ReportReach.OfAsync(db, actor, query, cancellation);
        var period = query.Period ?? Period.Month(Period.DayOf(now, reach.Zone));
        var transactions = reach.Transactions(db, query, period);
        var figures = new ReportFigures(db, transactions, cancellation);

        var moments = await figures.ByTimeAsync();
        var totals = moments.GroupBy(m => m.Key.Currency).Select(g => new ReportRow("", g.Key, g.Select(m => m.Value).Aggregate((a, b) => a + b)))
            .OrderByDescending(t => t.Figures.Sales).ThenBy(t => t.Currency, StringComparer.Ordinal).ToList();
        var steps = totals.ConvertAll(t => (t.Currency, Rows: ReportSteps.Of(moments.Where(m => m.Key.Currency == t.Currency).Select(m => (m.Key.Key.Instant, m.Value)), t.Currency, period, query.Step, reach.Zone)));
        var rows = query.Group == ReportGroup.Time ? [.. steps.SelectMany(s => s.Rows)] : await RowsAsync(db, figures, query.Group, totals, cancellation);
        var (unpaid, largest) = await UnpaidAsync(db, transactions, cancellation);
        return new Report(period, reach.Zone, Sorted(rows, query), steps.Count == 0 ? ReportSteps.Of([], "EUR", period, query.Step, reach.Zone) : steps[0].Rows, totals)
        {
            Unpaid = unpaid, UnpaidBookings = largest, Ahead = await AheadAsync(db, reach.Kept(db, query, now), cancellation),
        };
    }

    private static async Task<List<ReportRow>> RowsAsync(PortalDb db, ReportFigures figures, ReportGroup group, List<ReportRow> totals, CancellationToken cancellation)
    {
        var found = await (group switch
        {
            ReportGroup.Event => figures.ByEventAsync(), ReportGroup.Agent => figures.ByAgentAsync(), ReportGroup.Agency => figures.ByAgencyAsync(), _ => figures.ByProviderAsync(),
        });
        var ids = found.Keys.Select(k => k.Key.Id).Distinct().ToList();
        var names = await (group switch
        {
            ReportGroup.Event => db.Events.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name }),
            ReportGroup.Agent => db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Name = u.DisplayName }),
            ReportGroup.Agency => db.Agencies.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }),
            _ => db.Connections.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }),
        }).ToDictionaryAsync(n => n.Id, n => n.Name, cancellation);
        var rows = found.Select(f => new ReportRow(names.GetValueOrDefault(f.Key.Key.Id, "somebody no longer here"), f.Key.Currency, f.Value)).ToList();
        // The rows together are the ledger's total, whatever they are grouped by.
        foreach (var total in totals)
            if (total.Figures - rows.Where(r => r.Currency == total.Currency).Aggregate(Figures.None, (sum, r) => sum + r.Figures) is var rest && rest != Figures.None)
                rows.Add(new(BesideTickets, total.Currency, rest));
        return rows;
    }

    private static List<ReportRow> Sorted(List<ReportRow> rows, ReportQuery query)
    {
        IEnumerable<ReportRow> sorted = query.Sorted switch
        {
            ReportSort.Name => query.Group == ReportGroup.Time ? rows.OrderBy(r => r.From) : rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase),
            ReportSort.Tickets => rows.OrderByDescending(r => r.Figures.Tickets),
            ReportSort.Sold => rows.OrderByDescending(r => r.Figures.Sales),
            ReportSort.Returned => rows.OrderByDescending(r => r.Figures.Returned),
            ReportSort.Margin => rows.OrderByDescending(r => r.Figures.Margin),
            _ => rows.OrderByDescending(r => r.Figures.Turnover),
        };
        return query.IsTurned ? [.. sorted.Reverse()] : [.. sorted];
    }

    private static async Task<(IReadOnlyList<Money>, IReadOnlyList<Outstanding>)> UnpaidAsync(PortalDb db, IQueryable<LedgerTransaction> transactions, CancellationToken cancellation)
    {
        // From the period's bookings to what was ever posted for them: each step follows an index, and nobody else's payments are read.
        var owing = transactions.Where(t => t.Kind == LedgerKind.Sale && t.BookingId != null).Select(t => t.BookingId).Distinct()
            .Join(db.LedgerTransactions, sold => sold, t => t.BookingId, (_, t) => t).Where(t => t.BookingId != null)
            .Join(db.LedgerEntries.Where(e => e.Account == LedgerAccount.Customer), t => t.Id, e => e.TransactionId, (t, e) => new { t.BookingId, e.Currency, e.Amount })
            .GroupBy(e => new { e.BookingId, e.Currency }).Select(g => new { g.Key.BookingId, g.Key.Currency, Sum = g.Sum(e => e.Amount) }).Where(b => b.Sum > 0);
        var sums = await owing.GroupBy(b => b.Currency).Select(g => new { g.Key, Sum = g.Sum(b => b.Sum) }).ToListAsync(cancellation);
        var largest = await owing.OrderByDescending(b => b.Sum).Take(Largest).Join(db.Bookings, b => b.BookingId, k => k.Id, (b, k) => new { k.Reference, k.AgentName, k.CreatedAt, b.Sum, b.Currency })
            .ToListAsync(cancellation);
        return ([.. sums.OrderByDescending(s => s.Sum).Select(s => new Money(s.Sum, s.Key))],
            [.. largest.OrderByDescending(b => b.Sum).Select(b => new Outstanding(b.Reference, b.AgentName, b.CreatedAt, new Money(b.Sum, b.Currency)))]);
    }

    private static async Task<IReadOnlyList<DeadlinesAhead>> AheadAsync(PortalDb db, IQueryable<Order> kept, CancellationToken cancellation)
    {
        var found = await kept.SelectMany(o => o.Items.Where(i => i.State == ItemState.Booked), (o, i) => new { o.KeptUntil, i.Quote.AccountCurrency, i.Quote.Selling })
            .GroupBy(i => i.AccountCurrency).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(i => i.Selling), Next = g.Min(i => i.KeptUntil) }).ToListAsync(cancellation);
        return [.. found.Select(f => new DeadlinesAhead(f.Count, new Money(f.Sum, f.Key), f.Next!.Value))];
    }
}
