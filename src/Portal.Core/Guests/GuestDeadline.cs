namespace Portal.Core.Guests;

/// <summary>By when guest data are due that a provider wants 'before download': no wire names a day, so the agency's rule does. Pure.</summary>
public static class GuestDeadline
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromDays(1);
    private static readonly TimeSpan LastMoment = TimeSpan.FromHours(2);

    /// <param name="start">When the event begins, UTC; null while that is not known, and then nothing is computed from it.</param>
    /// <param name="bookedAt">When it was booked, UTC.</param>
    /// <param name="daysBefore">The agency's rule.</param>
    /// <returns>So many days before the start; for what was booked later than that, a day after booking, but two hours before the start at the latest.</returns>
    public static DateTime? Of(DateTime? start, DateTime bookedAt, int daysBefore)
    {
        if (start is not { } begins)
            return null;
        var usual = begins.AddDays(-daysBefore);
        if (usual >= bookedAt + LeastTime)
            return usual;
        var soon = bookedAt + LeastTime;
        var last = begins - LastMoment;
        return soon <= last ? soon : last > bookedAt ? last : begins;
    }
}
