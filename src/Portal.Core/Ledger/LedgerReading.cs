using Portal.Core.Agencies;

namespace Portal.Core.Ledger;

/// <summary>Ways to the ledger that cannot forget whose it is.</summary>
public static class LedgerReading
{
    /// <summary>The agency's; an admin's and a job's all. Somebody else's look like none at all.</summary>
    public static IQueryable<LedgerTransaction> VisibleTo(this IQueryable<LedgerTransaction> transactions, Actor actor) => actor.SeesAll
        ? transactions
        : transactions.Where(t => t.AgencyId == actor.AgencyId);

    /// <summary>Agencies: one's own, or all.</summary>
    public static IQueryable<Agency> VisibleTo(this IQueryable<Agency> agencies, Actor actor) => actor.SeesAll
        ? agencies
        : agencies.Where(a => a.Id == actor.AgencyId);

    internal static IQueryable<LedgerTransaction> Within(this IQueryable<LedgerTransaction> transactions, (DateTime Since, DateTime Until) instants) =>
        transactions.Where(t => t.At >= instants.Since && t.At < instants.Until);
}
