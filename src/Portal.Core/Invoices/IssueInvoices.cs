using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Agencies;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Invoices;

/// <summary>A document that was just issued.</summary>
public sealed record IssuedInvoice(string Number, InvoiceKind Kind, string AgencyName, Money Total);

/// <summary>What came of issuing.</summary>
/// <param name="Problem">Why nothing was issued; null else.</param>
public sealed record IssueOutcome(string? Problem, IReadOnlyList<IssuedInvoice> Issued);

/// <summary>
/// Issues what agencies are owed documents for: an invoice for the sales of a period, a credit note for what was given back, each agency and
/// currency for itself and in a transaction of its own. Whoever raises a series' number keeps everybody else out of it until the document is
/// written, so that numbers have no gaps and nothing is billed twice, however many issue at once.
/// </summary>
public sealed partial class IssueInvoices(IDbContextFactory<PortalDb> databases, TimeProvider time, ILogger<IssueInvoices> logger)
{
    /// <param name="actor">An admin.</param>
    /// <param name="agencyId">For whom; null for every agency.</param>
    /// <param name="period">Whole days on each agency's clock.</param>
    /// <param name="cancellation">Ends it between two documents; those issued stay.</param>
    public async Task<IssueOutcome> RunAsync(Actor actor, Guid? agencyId, Period period, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return new("Only an administrator issues invoices. Nothing was issued.", []);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agencies = await db.Agencies.AsNoTracking().Where(a => agencyId == null || a.Id == agencyId).OrderBy(a => a.Name).ToListAsync(cancellation);
        var issued = new List<IssuedInvoice>();
        foreach (var agency in agencies)
            foreach (var kind in Enum.GetValues<InvoiceKind>())
                foreach (var currency in await CurrenciesAsync(db, agency, kind, period, cancellation))
                    if (await IssueAsync(actor, agency, kind, currency, period, cancellation) is { } one)
                        issued.Add(one);
        return new(issued.Count == 0 ? $"There is nothing to bill for {period.ForPeople()} that is not on a document already. Nothing was issued." : null, issued);
    }

    private static async Task<List<string>> CurrenciesAsync(PortalDb db, Agency agency, InvoiceKind kind, Period period, CancellationToken cancellation) =>
        await Billable.Unbilled(db, kind).Where(t => t.AgencyId == agency.Id).Within(period.Instants(agency.TimeZone))
            .SelectMany(t => t.Entries.Where(e => e.Account == LedgerAccount.Agency).Select(e => e.Currency)).Distinct().OrderBy(c => c).ToListAsync(cancellation);

    private async Task<IssuedInvoice?> IssueAsync(Actor actor, Agency agency, InvoiceKind kind, string currency, Period period, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var series = $"{(kind == InvoiceKind.Invoice ? "" : "C")}{now.Year}";
        await BeginSeriesAsync(series, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Before anything is looked for: whoever comes second waits here, and then finds on documents what the first one billed.
        await db.InvoiceSeries.Where(s => s.Name == series).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellation);
        var billables = await Billable.Of(db, Billable.Unbilled(db, kind).Include(t => t.Entries).Where(t => t.AgencyId == agency.Id).Within(period.Instants(agency.TimeZone))
            .Where(t => t.Entries.Any(e => e.Account == LedgerAccount.Agency && e.Currency == currency))).ToListAsync(cancellation);
        if (billables.Count == 0)
            return null; // Not committed: the number was never given out.
        var last = await db.InvoiceSeries.Where(s => s.Name == series).Select(s => s.Last).SingleAsync(cancellation);
        var id = Guid.CreateVersion7();
        var lines = billables.Select((b, i) => b.Line(id, i + 1, kind)).ToList();
        var invoice = new Invoice
        {
            Id = id, Kind = kind, Number = $"{series}-{last:000000}", AgencyId = agency.Id, AgencyName = agency.Name, AgencyAddress = agency.Address,
            From = period.From, To = period.To, IssuedAt = now, IssuedBy = actor.Name, Currency = currency, Total = lines.Sum(l => l.Amount), Lines = lines,
        };
        db.Invoices.Add(invoice);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Issued(logger, invoice.Number, lines.Count);
        return new(invoice.Number, kind, agency.Name, new Money(invoice.Total, currency));
    }

    // A row must be there to be waited for. Outside of the document's transaction: a series at 0 has given nothing out.
    private async Task BeginSeriesAsync(string series, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.InvoiceSeries.AnyAsync(s => s.Name == series, cancellation))
            return;
        db.InvoiceSeries.Add(new InvoiceSeries { Name = series });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another issuer began it at the same moment; if that is not so, the fault shows.
            db.ChangeTracker.Clear();
            if (!await db.InvoiceSeries.AnyAsync(s => s.Name == series, cancellation))
                throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Document {Number} was issued with {Lines} lines.")]
    private static partial void Issued(ILogger logger, string number, int lines);
}
