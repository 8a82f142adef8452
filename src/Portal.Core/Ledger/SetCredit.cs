using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Ledger;

/// <summary>
/// Says how far what an agency owes may rise: an amount, nothing (it pays before) or no limit at all. A limit below what is owed and held
/// already undoes nothing: what is held may be finished, whatever is new is refused.
/// </summary>
public sealed class SetCredit(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <param name="actor">An admin.</param>
    /// <param name="agencyId">Which agency.</param>
    /// <param name="seen">The limit that the page showed: somebody else's later decision is never overwritten unseen.</param>
    /// <param name="wanted">In the agency's currency; 0 for paying before, null for no limit.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<AccountOutcome> RunAsync(Actor actor, Guid agencyId, decimal? seen, decimal? wanted, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return AccountOutcome.OnlyAdmins;
        if (wanted is < 0 or > 1_000_000_000m || (wanted is { } amount && decimal.Round(amount, 2) != amount))
            return AccountOutcome.Not("A limit is an amount of 0 or more, with two decimals at most. Nothing was changed.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == agencyId, cancellation);
        if (agency is null)
            return AccountOutcome.Gone;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Agencies.Where(a => a.Id == agencyId && a.CreditLimit == seen).ExecuteUpdateAsync(set => set.SetProperty(a => a.CreditLimit, wanted), cancellation) == 0)
            return AccountOutcome.Not($"Somebody else changed the limit of {agency.Name} meanwhile. Nothing of yours was changed. Look at how it stands now, then decide again.");
        var said = $"Credit limit of {agency.Name}: was {Words(agency.CreditLimit, agency.Currency)}, now {Words(wanted, agency.Currency)}.";
        db.History.Add(new HistoryEntry { At = time.GetUtcNow().UtcDateTime, By = actor.Name, AccountOf = agencyId, Said = said });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        var exposure = await Exposure.ReadAsync(db, agencyId, cancellation);
        return AccountOutcome.Done(exposure.Free < 0 ? $"{said} {Follows(exposure)}" : said);
    }

    /// <summary>What a limit means of which more is used already.</summary>
    public static string Follows(Exposure exposure) =>
        $"{new Money(-(exposure.Free ?? 0), exposure.Currency).ForPeople()} more than that is owed, held or under way. Nothing of it is taken back: what was asked of a provider is carried through. "
        + "New holds are refused, and what is held is bought only as far as what is owed stays within the limit, until the agency pays or holds end.";

    /// <summary>A limit as people read it: <c>€5,000.00</c>, <c>pays before</c>, <c>no limit</c>.</summary>
    public static string Words(decimal? limit, string currency) => limit switch
    {
        null => "no limit",
        0 => "pays before",
        { } amount => new Money(amount, currency).ForPeople(),
    };
}
