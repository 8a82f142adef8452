using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Ledger;

/// <summary>What credit is asked for.</summary>
internal enum CreditUse
{
    /// <summary>To hold: everything that is held already counts.</summary>
    Hold,
    /// <summary>To sell what is held or booked: its hold was counted before, so other holds do not stand in its way.</summary>
    Sell,
}

/// <summary>
/// The gate in front of everything that makes an agency owe more. Whoever passes it holds the agency's row until its transaction ends, and
/// what was let through is in the tables by then: the next one counts it. Nothing is reserved apart from holds, orders and operations
/// themselves, so that nothing has to be given back when they end or a process dies.
/// </summary>
internal static class Credit
{
    /// <summary>Marks the statement that lets one at a time through.</summary>
    internal const string Turn = "one at a time spends an agency's credit";

    /// <summary>Saves what would make an agency owe more, if its credit reaches.</summary>
    /// <returns>Whether it was saved; with a refusal nothing was, without one somebody else changed one of the rows since it was read.</returns>
    public static async Task<(bool IsSaved, Refusal? Refusal)> TrySpendAsync(this PortalDb db, Guid agencyId, decimal more, CreditUse use, CancellationToken cancellation)
    {
        // Without a limit there is nothing to wait for.
        if (more <= 0 || !await db.Agencies.AnyAsync(a => a.Id == agencyId && a.CreditLimit != null, cancellation))
            return (await db.TrySaveAsync(cancellation), null);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await db.AgainstCreditAsync(agencyId, more, use, cancellation) is { } refusal)
                return (false, refusal);
            if (!await db.TrySaveAsync(cancellation))
                return (false, (Refusal?)null);
            await transaction.CommitAsync(cancellation);
            return (true, null);
        });
    }

    /// <param name="db">With a transaction open, in which the caller saves what was let through.</param>
    /// <param name="more">What would be owed in addition, in the agency's currency.</param>
    /// <returns>Why not; null when it may.</returns>
    private static async Task<Refusal?> AgainstCreditAsync(this PortalDb db, Guid agencyId, decimal more, CreditUse use, CancellationToken cancellation)
    {
        await db.Agencies.TagWith(Turn).Where(a => a.Id == agencyId).ExecuteUpdateAsync(set => set.SetProperty(a => a.CreditTurn, a => a.CreditTurn + 1), cancellation);
        var exposure = await Exposure.ReadAsync(db, agencyId, cancellation);
        var counted = use == CreditUse.Hold ? exposure.Total : exposure.Balance + exposure.UnderWay;
        if (exposure.Limit is not { } limit || counted + more <= limit)
            return null;
        var free = Math.Max(0, limit - counted);
        return new Refusal(RefusalReason.CreditExceeded,
            $"{new Money(more, exposure.Currency).ForPeople()} more would be owed, {new Money(free, exposure.Currency).ForPeople()} are left.");
    }
}
