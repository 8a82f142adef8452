using Portal.Core.Agencies;

namespace Portal.Core.Guests;

/// <summary>What the customer is written to about.</summary>
public enum CustomerStep { None, First, Reminder, Last, Again }

/// <summary>What the agent is told.</summary>
public enum AgentStep { None, Warn, Late }

/// <summary>
/// Who is written to now about the guest data of a booking, and when that is decided next. Pure. Customers are asked first as soon as
/// something is missing, again when something is refused or wanted anew, reminded at the agency's pace, and once more a day before the
/// deadline; after it only the agent acts.
/// </summary>
/// <param name="Next">UTC; null when nothing is left to decide until something changes.</param>
public sealed record GuestChase(CustomerStep Customer, AgentStep Agent, DateTime? Next)
{
    private static readonly TimeSpan LastBefore = TimeSpan.FromDays(1);

    public static GuestChase Of(GuestProgress progress, GuestRule rule, DateTime now)
    {
        if (progress.State is GuestProgressState.Done or GuestProgressState.Closed)
            return new GuestChase(CustomerStep.None, AgentStep.None, null);
        var due = progress.DueAt;
        var warnAt = rule.WarnHours > 0 ? due?.AddHours(-rule.WarnHours) : null;
        var agent = progress.State == GuestProgressState.Late ? AgentStep.Late
            : warnAt <= now && progress.WarnedAt is null ? AgentStep.Warn
            : AgentStep.None;
        var customer = progress.State == GuestProgressState.Collecting ? CustomerOf(progress, rule, now) : CustomerStep.None;

        var asked = customer == CustomerStep.None ? progress.AskedAt : now;
        var canRemind = progress.State == GuestProgressState.Collecting && rule.RemindDays > 0 && asked is not null;
        DateTime?[] moments = [due, progress.WarnedAt is null ? warnAt : null, canRemind ? due - LastBefore : null, canRemind ? asked!.Value.AddDays(rule.RemindDays) : null];
        // A reminder that would fall after the deadline is none.
        return new GuestChase(customer, agent, moments.Where(m => m > now && !(m > due)).Min());
    }

    private static CustomerStep CustomerOf(GuestProgress progress, GuestRule rule, DateTime now)
    {
        if (progress.AskedAt is not { } asked)
            return rule.SendsLinks ? CustomerStep.First : CustomerStep.None;
        if (progress.Reopened > progress.AskedFor && rule.SendsLinks)
            return CustomerStep.Again;
        if (rule.RemindDays == 0)
            return CustomerStep.None;
        if (progress.DueAt - LastBefore is { } last && last <= now && asked < last)
            return CustomerStep.Last;
        return asked.AddDays(rule.RemindDays) <= now ? CustomerStep.Reminder : CustomerStep.None;
    }
}
