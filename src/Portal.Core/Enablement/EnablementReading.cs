using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>Reads what <see cref="EnablementRule"/> decides on, in one query.</summary>
public static class EnablementReading
{
    /// <summary>The facts for one session and agency; null when there is no such session.</summary>
    public static Task<EnablementFacts?> ReadEnablementAsync(this PortalDb db, Guid sessionId, Guid agencyId, CancellationToken cancellation) =>
        (from session in db.Sessions
         where session.Id == sessionId
         join promoter in db.Promoters on session.Event!.PromoterId equals promoter.Id
         join channel in db.Channels on session.Event!.Connection!.ChannelId equals channel.Id into channels
         from channel in channels.DefaultIfEmpty()
         select new EnablementFacts(
             db.Agencies.Any(a => a.Id == agencyId && a.IsActive), session.Event!.Connection!.IsEnabled,
             promoter.SellingOn, promoter.BookingOn,
             channel == null || channel.SellingOn, channel != null && channel.BookingOn,
             session.Event!.Status, session.StartUtc))
        .FirstOrDefaultAsync(cancellation)!;
}
