using Microsoft.EntityFrameworkCore;
using Portal.Core.Invoices;
using Portal.Core.Ledger;
using Portal.Core.Payments;

namespace Portal.Core.Persistence;

/// <summary>What is about money that moved is written once: a mistake is put right by another entry, never by changing what was written.</summary>
internal static class WrittenOnce
{
    /// <exception cref="InvalidOperationException">Something that is written once would be changed or taken away.</exception>
    public static void Guard(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
            if (entry.State is EntityState.Modified or EntityState.Deleted && entry.Entity is (LedgerTransaction or LedgerEntry or Payment or Invoice or InvoiceLine))
                throw new InvalidOperationException($"{entry.Entity.GetType().Name} is written once: put it right by another entry.");
    }
}
