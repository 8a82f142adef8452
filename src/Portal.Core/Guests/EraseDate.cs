using Portal.Core.Catalog;

namespace Portal.Core.Guests;

/// <summary>What is known of when something that a booking holds is over.</summary>
/// <param name="StartLocal">Wall clock at the venue, as the catalogue has it.</param>
/// <param name="EndLocal">The same for the end.</param>
/// <param name="TimeZone">IANA zone of the venue; null when unknown.</param>
/// <param name="HasDate">False for what has no date, and for what was postponed and has none yet.</param>
/// <param name="MovedTo">The start as the provider tells it now, wall clock; null when it tells none.</param>
public sealed record EventTimes(DateTime StartLocal, DateTime EndLocal, string? TimeZone, bool HasDate, DateTime? MovedTo)
{
    /// <summary>From when on it is over wherever it is, UTC; null without a date. Where the zone is unknown, a day later it is over everywhere.</summary>
    public DateTime? OverAt
    {
        get
        {
            if (!HasDate)
                return null;
            var end = EndLocal > StartLocal ? EndLocal : StartLocal;
            if (MovedTo is { } moved && moved > StartLocal)
                end += moved - StartLocal;
            // A day without an hour lasts until it ends.
            if (end.TimeOfDay == TimeSpan.Zero)
                end = end.AddDays(1);
            return VenueTime.ToUtc(end, TimeZone) ?? DateTime.SpecifyKind(end, DateTimeKind.Utc).AddDays(1);
        }
    }
}

/// <summary>When what is known of a booking's persons is erased: so many days after its last event is over. Pure.</summary>
public static class EraseDate
{
    /// <summary>How long after booking what has no date counts as ahead.</summary>
    public static readonly TimeSpan WithoutDate = TimeSpan.FromDays(365);

    /// <param name="events">What it holds; nothing when nothing of it was sold.</param>
    /// <param name="bookedAt">UTC.</param>
    /// <param name="daysAfter">The agency's rule.</param>
    public static DateTime Of(IEnumerable<EventTimes> events, DateTime bookedAt, int daysAfter) =>
        events.Select(e => e.OverAt ?? bookedAt + WithoutDate).Append(bookedAt).Max().AddDays(daysAfter);
}
