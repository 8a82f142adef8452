using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>What came of changing an agency's settings: done when there is no problem; else nothing was changed.</summary>
public sealed record SettingOutcome(string? Problem)
{
    public static readonly SettingOutcome Done = new((string?)null);

    public bool IsDone => Problem is null;
}

/// <summary>Says when an agency's bookings are bought by themselves and when its agents are reminded. What is booked already follows at once.</summary>
public sealed class SetConversion(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    internal const string Began = "Bookings of the agency";

    /// <param name="actor">A manager of the agency, or an admin.</param>
    /// <param name="agencyId">Which agency.</param>
    /// <param name="seen">What the page showed: somebody else's later choice is never overwritten unseen.</param>
    /// <param name="wanted">What it shall be.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    public async Task<SettingOutcome> RunAsync(Actor actor, Guid agencyId, ConversionSettings seen, ConversionSettings wanted, CancellationToken cancellation)
    {
        if (wanted.Fault is { } fault)
            return new SettingOutcome($"{fault} Nothing was changed.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var name = await db.Agencies.Where(a => a.Id == agencyId && (actor.SeesAll || a.Id == actor.AgencyId)).Select(a => a.Name).SingleOrDefaultAsync(cancellation);
        if (name is null || !await db.RunsAgencyAsync(actor, cancellation))
            return new SettingOutcome("Only a manager of the agency or an administrator decides this. Nothing was changed.");
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var changed = await db.Agencies.Where(a => a.Id == agencyId && a.Conversion == seen.Rule && a.ConvertHoursBefore == seen.HoursBefore
                && a.FirstReminderHours == seen.FirstReminderHours && a.LastReminderHours == seen.LastReminderHours)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Conversion, wanted.Rule).SetProperty(a => a.ConvertHoursBefore, wanted.HoursBefore)
                .SetProperty(a => a.FirstReminderHours, wanted.FirstReminderHours).SetProperty(a => a.LastReminderHours, wanted.LastReminderHours), cancellation);
        if (changed == 0)
            return new SettingOutcome($"Somebody else changed the rule of {name} meanwhile. Nothing of yours was changed: look at how it stands now, then decide again.");
        db.History.Add(new HistoryEntry { At = now, By = actor.Name, SwitchOf = agencyId, Said = $"{Began} {name}: {wanted}." });
        await db.SaveChangesAsync(cancellation);
        await db.Orders.Where(o => o.AgencyId == agencyId && o.State == OrderState.Booked)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.NextConvertAt, now).SetProperty(o => o.NextReminderAt, now), cancellation);
        await transaction.CommitAsync(cancellation);
        return SettingOutcome.Done;
    }
}
