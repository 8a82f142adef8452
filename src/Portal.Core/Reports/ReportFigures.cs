using Microsoft.EntityFrameworkCore;
using Portal.Core.Ledger;
using Portal.Core.Persistence;

namespace Portal.Core.Reports;

/// <summary>
/// Sums the ledger per group. Money comes from the entries on Sales and on the agency's account, tickets from the items that each
/// transaction names; the database adds, and only sums travel.
/// </summary>
internal sealed class ReportFigures(PortalDb db, IQueryable<LedgerTransaction> transactions, CancellationToken cancellation)
{
    /// <summary>What a group is known by: an id, or a quarter of an hour of the day, UTC.</summary>
    internal readonly record struct Key(Guid Id, DateTime Day, int Hour, int Quarter)
    {
        public DateTime Instant => DateTime.SpecifyKind(Day, DateTimeKind.Utc).AddHours(Hour).AddMinutes(Quarter * 15);
    }

    public Task<Dictionary<(Key Key, string Currency), Figures>> ByProviderAsync() => ByAsync(
        transactions.Join(db.Orders, t => t.OrderId, o => o.Id, (t, o) => new Grouped { Id = t.Id, Kind = t.Kind, Key = o.ConnectionId }));

    public Task<Dictionary<(Key Key, string Currency), Figures>> ByAgentAsync() => ByAsync(
        transactions.Join(db.Bookings, t => t.BookingId, b => b.Id, (t, b) => new Grouped { Id = t.Id, Kind = t.Kind, Key = b.AgentId }));

    public Task<Dictionary<(Key Key, string Currency), Figures>> ByAgencyAsync() => ByAsync(
        transactions.Select(t => new Grouped { Id = t.Id, Kind = t.Kind, Key = t.AgencyId }));

    /// <summary>By quarters of an hour: no engine knows where an agency's days begin, but every zone's begin at one of them.</summary>
    public async Task<Dictionary<(Key Key, string Currency), Figures>> ByTimeAsync()
    {
        var found = new Dictionary<(Key, string), Figures>();
        var entries = await transactions.Join(Entries, t => t.Id, e => e.TransactionId, (t, e) => new { t.Kind, t.At.Date, t.At.Hour, Quarter = t.At.Minute / 15, e.Account, e.Currency, e.Amount })
            .GroupBy(e => new { e.Kind, e.Date, e.Hour, e.Quarter, e.Account, e.Currency })
            .Select(g => new { g.Key.Kind, g.Key.Date, g.Key.Hour, g.Key.Quarter, g.Key.Account, g.Key.Currency, Sum = g.Sum(e => e.Amount) }).ToListAsync(cancellation);
        foreach (var e in entries)
            Add(found, new(Guid.Empty, e.Date, e.Hour, e.Quarter), e.Currency, Money(e.Kind, e.Account, e.Sum));
        foreach (var kind in (LedgerKind[])[LedgerKind.Sale, LedgerKind.Cancellation])
        {
            var tickets = await transactions.Where(t => t.Kind == kind).Join(db.Items, t => t.Id, i => kind == LedgerKind.Sale ? i.SaleId : i.ReturnId,
                    (t, i) => new { t.At.Date, t.At.Hour, Quarter = t.At.Minute / 15, i.Quote.AccountCurrency })
                .GroupBy(i => new { i.Date, i.Hour, i.Quarter, i.AccountCurrency })
                .Select(g => new { g.Key.Date, g.Key.Hour, g.Key.Quarter, g.Key.AccountCurrency, Count = g.Count() }).ToListAsync(cancellation);
            foreach (var t in tickets)
                Add(found, new(Guid.Empty, t.Date, t.Hour, t.Quarter), t.AccountCurrency, Tickets(kind, t.Count));
        }
        return found;
    }

    /// <summary>By event, from the items alone: what an order costs beside its items is no event's.</summary>
    public async Task<Dictionary<(Key Key, string Currency), Figures>> ByEventAsync()
    {
        var found = new Dictionary<(Key, string), Figures>();
        foreach (var kind in (LedgerKind[])[LedgerKind.Sale, LedgerKind.Cancellation])
        {
            var items = await transactions.Where(t => t.Kind == kind).Join(db.Items, t => t.Id, i => kind == LedgerKind.Sale ? i.SaleId : i.ReturnId, (t, i) => i)
                .Join(db.Sessions, i => i.SessionId, s => s.Id, (i, s) => new { s.EventId, i.Quote.AccountCurrency, i.Quote.Selling, i.Quote.Owed })
                .GroupBy(i => new { i.EventId, i.AccountCurrency })
                .Select(g => new { g.Key.EventId, g.Key.AccountCurrency, Count = g.Count(), Selling = g.Sum(i => i.Selling), Owed = g.Sum(i => i.Owed) }).ToListAsync(cancellation);
            foreach (var i in items)
                Add(found, new(i.EventId, default, 0, 0), i.AccountCurrency, kind == LedgerKind.Sale
                    ? new(i.Count, 0, i.Selling, 0, i.Owed)
                    : new(0, i.Count, 0, i.Selling, -i.Owed));
        }
        return found;
    }

    private async Task<Dictionary<(Key Key, string Currency), Figures>> ByAsync(IQueryable<Grouped> grouped)
    {
        var found = new Dictionary<(Key, string), Figures>();
        var entries = await grouped.Join(Entries, t => t.Id, e => e.TransactionId, (t, e) => new { t.Key, t.Kind, e.Account, e.Currency, e.Amount })
            .GroupBy(e => new { e.Key, e.Kind, e.Account, e.Currency })
            .Select(g => new { g.Key.Key, g.Key.Kind, g.Key.Account, g.Key.Currency, Sum = g.Sum(e => e.Amount) }).ToListAsync(cancellation);
        foreach (var e in entries)
            Add(found, new(e.Key, default, 0, 0), e.Currency, Money(e.Kind, e.Account, e.Sum));
        foreach (var kind in (LedgerKind[])[LedgerKind.Sale, LedgerKind.Cancellation])
        {
            var tickets = await grouped.Where(t => t.Kind == kind).Join(db.Items, t => t.Id, i => kind == LedgerKind.Sale ? i.SaleId : i.ReturnId, (t, i) => new { t.Key, i.Quote.AccountCurrency })
                .GroupBy(i => new { i.Key, i.AccountCurrency }).Select(g => new { g.Key.Key, g.Key.AccountCurrency, Count = g.Count() }).ToListAsync(cancellation);
            foreach (var t in tickets)
                Add(found, new(t.Key, default, 0, 0), t.AccountCurrency, Tickets(kind, t.Count));
        }
        return found;
    }

    private IQueryable<LedgerEntry> Entries => db.LedgerEntries.Where(e => e.Account == LedgerAccount.Sales || e.Account == LedgerAccount.Agency);

    // Sales are a credit: below zero when sold, above when taken back.
    private static Figures Money(LedgerKind kind, LedgerAccount account, decimal sum) => (account, kind) switch
    {
        (LedgerAccount.Agency, _) => Figures.None with { Owed = sum },
        (_, LedgerKind.Sale) => Figures.None with { Sales = -sum },
        _ => Figures.None with { Returned = sum },
    };

    private static Figures Tickets(LedgerKind kind, int count) => kind == LedgerKind.Sale ? Figures.None with { Sold = count } : Figures.None with { Back = count };

    private static void Add(Dictionary<(Key, string), Figures> to, Key key, string currency, Figures more) =>
        to[(key, currency)] = to.GetValueOrDefault((key, currency), Figures.None) + more;

    private sealed class Grouped
    {
        public Guid Id { get; init; }
        public LedgerKind Kind { get; init; }
        public Guid Key { get; init; }
    }
}
