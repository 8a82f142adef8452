using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Ledger;

/// <summary>The only way into the ledger.</summary>
public static class Posting
{
    /// <summary>
    /// Adds what happened and moves the agency's balance with it. Inside the caller's transaction, so that the money and what it is about are
    /// written together or not at all; the caller saves. The key keeps it from being posted twice.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open, or a currency's entries do not sum to zero.</exception>
    public static async Task PostAsync(this PortalDb db, LedgerTransaction posted, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The ledger is written in one transaction with what it is about.");
        foreach (var currency in posted.Entries.GroupBy(e => e.Currency))
            if (currency.Sum(e => e.Amount) is not 0m and var left)
                throw new InvalidOperationException($"The entries of {posted.Key} leave {left} {currency.Key}.");
        var owed = posted.Entries.Where(e => e.Account == LedgerAccount.Agency).Sum(e => e.Amount);
        if (owed != 0)
            await db.Agencies.Where(a => a.Id == posted.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Balance, a => a.Balance + owed), cancellation);
        db.LedgerTransactions.Add(posted);
    }

    /// <summary>Saves together with what has to be posted for it.</summary>
    /// <returns>False when somebody else changed one of the rows since it was read, or posted the same; nothing is saved or posted then.</returns>
    public static async Task<bool> TrySaveAsync(this PortalDb db, IReadOnlyList<LedgerTransaction> posted, CancellationToken cancellation)
    {
        if (posted.Count == 0)
            return await db.TrySaveAsync(cancellation);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                foreach (var one in posted)
                    await db.PostAsync(one, cancellation);
                if (!await db.TrySaveAsync(cancellation))
                    return false;
                await transaction.CommitAsync(cancellation);
                return true;
            });
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The key is written before the version of what it is about is compared: the same race lost, told in another way.
            var keys = posted.Select(p => p.Key).ToList();
            if (!await db.LedgerTransactions.AsNoTracking().AnyAsync(t => keys.Contains(t.Key), cancellation))
                throw;
            return false;
        }
    }
}
