using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Invoices;

/// <summary>Which documents somebody looks for.</summary>
/// <param name="Period">The days on which they were issued, UTC; null for all.</param>
/// <param name="AgencyId">For admins: one agency's.</param>
/// <param name="Page">From 1.</param>
public sealed record InvoiceQuery(Period? Period = null, Guid? AgencyId = null, int Page = 1);

/// <summary>One document in a list.</summary>
public sealed record InvoiceRow(string Number, InvoiceKind Kind, string AgencyName, DateTime IssuedAt, Period For, Money Total);

/// <summary>A page of documents.</summary>
public sealed record InvoiceList(IReadOnlyList<InvoiceRow> Rows, int Total);

/// <summary>A line as it is taken elsewhere: with what stands at the head of its document.</summary>
public sealed record BilledLine(InvoiceRow Document, InvoiceLine Line);

/// <summary>Reads the documents that the actor may see, newest first, and their lines.</summary>
public sealed class ReadInvoices(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 50;

    public async Task<InvoiceList> RunAsync(Actor actor, InvoiceQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = Found(db, actor, query);
        var total = await found.CountAsync(cancellation);
        var page = await found.OrderByDescending(i => i.IssuedAt).ThenByDescending(i => i.Number).Skip((Math.Max(1, query.Page) - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new InvoiceList(page.ConvertAll(i => i.Row), total);
    }

    /// <returns>The document with its lines in order; null where there is none for the actor.</returns>
    public async Task<Invoice?> OneAsync(Actor actor, string number, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Invoices.AsNoTracking().VisibleTo(actor).Include(i => i.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(i => i.Number == number, cancellation);
    }

    /// <summary>Every line of the documents that fit, oldest document first, read one document at a time.</summary>
    public async IAsyncEnumerable<BilledLine> LinesAsync(Actor actor, InvoiceQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var numbers = await Found(db, actor, query).OrderBy(i => i.IssuedAt).ThenBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation);
        foreach (var number in numbers)
            if (await OneAsync(actor, number, cancellation) is { } invoice)
                foreach (var line in invoice.Lines)
                    yield return new BilledLine(invoice.Row, line);
    }

    private static IQueryable<Invoice> Found(PortalDb db, Actor actor, InvoiceQuery query)
    {
        var found = db.Invoices.AsNoTracking().VisibleTo(actor);
        if (query.AgencyId is { } agency)
            found = found.Where(i => i.AgencyId == agency);
        if (query.Period?.Instants(null) is { } instants)
            found = found.Where(i => i.IssuedAt >= instants.Since && i.IssuedAt < instants.Until);
        return found;
    }
}
