using Portal.Core.Catalog;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

/// <summary>
/// Until when a reservation is kept and can be booked. The zone of <c>expires_at</c> is undocumented: it is believed where, read as UTC or
/// in the merchant's zone, it lies 55 to 65 minutes ahead; else an hour from now is taken (page 2.12). A slot that closes earlier ends it.
/// </summary>
internal static class EGumaDeadline
{
    public static readonly TimeSpan HoldLength = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Plausible = TimeSpan.FromMinutes(5);

    /// <param name="expiresAt">As answered.</param>
    /// <param name="closingAt">The slot's cut-off, merchant time; null where there is none.</param>
    /// <param name="now">UTC instant of receipt.</param>
    public static DateTime Of(NaiveTime? expiresAt, NaiveTime? closingAt, string zone, DateTime now)
    {
        var until = Readings(expiresAt, zone).Where(r => (r - now - HoldLength).Duration() <= Plausible).Select(r => (DateTime?)r).FirstOrDefault() ?? now + HoldLength;
        var closes = Instant(closingAt, zone);
        // Closed already would mean it could not have been reserved: then the zone is not what we think.
        return closes > now && closes < until ? closes.Value : until;
    }

    /// <summary>The instant of a merchant's time.</summary>
    public static DateTime? Instant(NaiveTime? time, string zone) =>
        time is not { } told ? null : told.Offset is not null ? told.AsUtc : VenueTime.ToUtc(told.Wall, zone);

    private static IEnumerable<DateTime> Readings(NaiveTime? time, string zone)
    {
        if (time is not { } told)
            yield break;
        yield return told.AsUtc;
        if (told.Offset is null && VenueTime.ToUtc(told.Wall, zone) is { } local)
            yield return local;
    }
}
