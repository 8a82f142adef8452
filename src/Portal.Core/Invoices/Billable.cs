using Portal.Core.Ledger;
using Portal.Core.Persistence;

namespace Portal.Core.Invoices;

/// <summary>A ledger transaction that belongs on a document, with what its line says.</summary>
internal sealed class Billable
{
    public required LedgerTransaction Transaction { get; init; }
    public string? BookingReference { get; init; }
    public int Tickets { get; init; }

    /// <summary>What is on no document yet: every sale for an invoice, everything given back for a credit note.</summary>
    public static IQueryable<LedgerTransaction> Unbilled(PortalDb db, InvoiceKind kind)
    {
        var of = kind == InvoiceKind.Invoice ? LedgerKind.Sale : LedgerKind.Cancellation;
        return db.LedgerTransactions.Where(t => t.Kind == of && t.Entries.Any(e => e.Account == LedgerAccount.Agency) && !db.Set<InvoiceLine>().Any(l => l.TransactionId == t.Id));
    }

    /// <summary>With what a line needs, in the order of time.</summary>
    public static IQueryable<Billable> Of(PortalDb db, IQueryable<LedgerTransaction> transactions) => transactions.OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => new Billable
    {
        Transaction = t,
        BookingReference = db.Bookings.Where(b => b.Id == t.BookingId).Select(b => b.Reference).FirstOrDefault(),
        Tickets = t.Kind == LedgerKind.Sale ? db.Items.Count(i => i.SaleId == t.Id) : db.Items.Count(i => i.ReturnId == t.Id),
    });

    /// <summary>Amounts are positive on both kinds of document: owed on an invoice, given back on a credit note.</summary>
    public InvoiceLine Line(Guid invoiceId, int position, InvoiceKind kind)
    {
        var sign = kind == InvoiceKind.Invoice ? 1 : -1;
        return new InvoiceLine
        {
            InvoiceId = invoiceId, TransactionId = Transaction.Id, Position = position, At = Transaction.At, Text = Transaction.Said, BookingReference = BookingReference, Tickets = Tickets,
            Net = -sign * Sum(LedgerAccount.Provider), Fee = -sign * Sum(LedgerAccount.ProviderFee), NetCurrency = NetCurrency, Commission = sign * Sum(LedgerAccount.Commission),
            Amount = sign * Sum(LedgerAccount.Agency),
        };
    }

    private string NetCurrency => (Transaction.Entries.Find(e => e.Account == LedgerAccount.Provider) ?? Transaction.Entries[0]).Currency;

    private decimal Sum(LedgerAccount account) => Transaction.Entries.Where(e => e.Account == account).Sum(e => e.Amount);
}
