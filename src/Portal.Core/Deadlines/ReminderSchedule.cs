namespace Portal.Core.Deadlines;

/// <summary>The two reminders of a deadline.</summary>
public enum ReminderStage { First, Last }

/// <summary>Which reminder of a deadline is due and when the next one is. A moment that had passed when it was booked reminds of nothing new.</summary>
/// <param name="Due">The reminder for now; null for none.</param>
/// <param name="Next">Null when no reminder is left.</param>
public sealed record ReminderSchedule(ReminderStage? Due, DateTime? Next)
{
    /// <param name="deadline">UTC; null while it is not known or nothing is kept.</param>
    /// <param name="bookedAt">UTC.</param>
    /// <param name="firstHours">Before the deadline; 0 for no such reminder.</param>
    /// <param name="lastHours">Before the deadline; 0 for no such reminder.</param>
    /// <param name="now">UTC.</param>
    public static ReminderSchedule Of(DateTime? deadline, DateTime bookedAt, int firstHours, int lastHours, DateTime now)
    {
        if (deadline is not { } end || end <= now)
            return new ReminderSchedule(null, null);
        var first = firstHours > 0 && end.AddHours(-firstHours) is var f && f > bookedAt ? f : (DateTime?)null;
        var last = lastHours > 0 && end.AddHours(-lastHours) is var l && l > bookedAt ? l : (DateTime?)null;
        return last <= now ? new ReminderSchedule(ReminderStage.Last, null)
            : first <= now ? new ReminderSchedule(ReminderStage.First, last)
            : new ReminderSchedule(null, first ?? last);
    }
}
