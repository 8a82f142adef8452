using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Guests;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>
/// Says how an agency collects guest data. What is open already follows: each booking is due for a look, in which it is counted anew
/// and decided by the new rule whether somebody is asked, reminded or warned.
/// </summary>
public sealed class SetGuestRule(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    internal const string Began = "Guest data of the agency";

    /// <param name="actor">A manager of the agency, or an admin.</param>
    /// <param name="agencyId">Which agency.</param>
    /// <param name="seen">What the page showed: somebody else's later choice is never overwritten unseen.</param>
    /// <param name="wanted">What it shall be.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<SettingOutcome> RunAsync(Actor actor, Guid agencyId, GuestRule seen, GuestRule wanted, CancellationToken cancellation)
    {
        if (wanted.Fault is { } fault)
            return new SettingOutcome($"{fault} Nothing was changed.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var name = await db.Agencies.Where(a => a.Id == agencyId && (actor.SeesAll || a.Id == actor.AgencyId)).Select(a => a.Name).SingleOrDefaultAsync(cancellation);
        if (name is null || !await db.RunsAgencyAsync(actor, cancellation))
            return new SettingOutcome("Only a manager of the agency or an administrator decides this. Nothing was changed.");
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var changed = await db.Agencies.Where(a => a.Id == agencyId && a.GuestsSendLinks == seen.SendsLinks && a.GuestsDueDays == seen.DueDays && a.GuestsRemindDays == seen.RemindDays
                && a.GuestsWarnHours == seen.WarnHours && a.GuestsEraseDays == seen.EraseDays && a.CustomerLanguage == seen.Language)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.GuestsSendLinks, wanted.SendsLinks).SetProperty(a => a.GuestsDueDays, wanted.DueDays).SetProperty(a => a.GuestsRemindDays, wanted.RemindDays)
                .SetProperty(a => a.GuestsWarnHours, wanted.WarnHours).SetProperty(a => a.GuestsEraseDays, wanted.EraseDays).SetProperty(a => a.CustomerLanguage, wanted.Language), cancellation);
        if (changed == 0)
            return new SettingOutcome($"Somebody else changed the rule of {name} meanwhile. Nothing of yours was changed: look at how it stands now, then decide again.");
        db.History.Add(new HistoryEntry { At = now, By = actor.Name, SwitchOf = agencyId, Said = $"{Began} {name}: {wanted}." });
        await db.SaveChangesAsync(cancellation);
        // The version too: whoever decides by the old rule at this moment must not save when they look next.
        await db.GuestProgress.Where(p => p.AgencyId == agencyId && GuestProgressLifecycle.Open.Contains(p.State))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.NextChaseAt, now).SetProperty(p => p.Version, p => p.Version + 1), cancellation);
        await transaction.CommitAsync(cancellation);
        return SettingOutcome.Done;
    }
}
