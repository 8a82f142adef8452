using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Ledger;

/// <summary>What an admin posts by hand to an agency's account: once for an action id, with a line in its history.</summary>
internal static class HandPosting
{
    private const int Longest = 200;

    public static AccountOutcome? Fault(decimal amount, string words, string wanted)
    {
        if (amount == 0 || Math.Abs(amount) > 1_000_000_000m || decimal.Round(amount, 2) != amount)
            return AccountOutcome.Not("An amount other than 0 with two decimals at most is needed. Nothing was recorded.");
        return words.Trim().Length is 0 or > Longest ? AccountOutcome.Not($"It needs {wanted}, of {Longest} characters at most. Nothing was recorded.") : null;
    }

    /// <param name="amount">What the agency owes more, in its currency.</param>
    /// <param name="against">Which account takes the other side.</param>
    /// <param name="said">What the statement says.</param>
    public static async Task<AccountOutcome> PostAsync(
        PortalDb db, Actor actor, Guid actionId, Guid agencyId, LedgerKind kind, decimal amount, LedgerAccount against, string said, DateTime now, CancellationToken cancellation)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == agencyId, cancellation) is not { } agency)
            return AccountOutcome.Gone;
        var key = $"{kind}:{actionId:N}".ToLowerInvariant();
        var words = $"{new Money(Math.Abs(amount), agency.Currency).ForPeople()} {(amount < 0 ? "less" : "more")} owed by {agency.Name}. {said}.";
        var posted = new LedgerTransaction
        {
            Id = Guid.CreateVersion7(), Key = key, Kind = kind, AgencyId = agencyId, At = now, By = actor.Name, Said = said,
            Entries = [Entries.Of(LedgerAccount.Agency, amount, agency.Currency), Entries.Of(against, -amount, agency.Currency)],
        };
        db.History.Add(new HistoryEntry { At = now, By = actor.Name, AccountOf = agencyId, Said = words });
        // Nothing else is saved here, so it can only be the other one of two clicks that was first: its result is this one's too.
        await db.TrySaveAsync([posted], cancellation);
        return AccountOutcome.Done(words);
    }
}
