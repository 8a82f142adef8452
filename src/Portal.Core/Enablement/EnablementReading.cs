using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>Reads what <see cref="EnablementRule"/> decides on. The caller adds what the adapter knows (<see cref="EnablementFacts.With"/>).</summary>
public static class EnablementReading
{
    /// <summary>The facts for one session and agency; null when there is no such session.</summary>
    /// <param name="agencyId">For whom; null for an admin.</param>
    public static async Task<EnablementFacts?> ReadEnablementAsync(this PortalDb db, Guid sessionId, Guid? agencyId, CancellationToken cancellation)
    {
        var seller = await Seller.ReadAsync(db, agencyId, cancellation);
        return (await db.ReadEnablementAsync([sessionId], seller, cancellation)).GetValueOrDefault(sessionId);
    }

    /// <summary>The facts for several sessions in one query; without those that there are not.</summary>
    public static async Task<IReadOnlyDictionary<Guid, EnablementFacts>> ReadEnablementAsync(
        this PortalDb db, IReadOnlyCollection<Guid> sessionIds, Seller seller, CancellationToken cancellation)
    {
        var ids = sessionIds.Distinct().ToList();
        var rows = await db.SessionsAndFacts(seller).Where(r => ids.Contains(r.Session.Id)).Select(r => new
        {
            r.Session.Id, r.Connection.IsEnabled, Status = r.Session.IsOffered ? r.Event.Status : EventStatus.Gone, r.Event.NoBooking, r.Session.StartUtc, r.Session.BookingFrom, r.Session.BookingUntil,
            Fits = seller.ChannelId == null || r.Connection.ChannelId == null || r.Connection.ChannelId == seller.ChannelId,
            Promoter = new SwitchFacts(r.Promoter.Name, r.Promoter.SellingOn, r.Promoter.BookingOn, r.AtPromoter!.Selling, r.AtPromoter!.Booking),
            Channel = r.Channel == null ? null : new SwitchFacts(r.Channel.Name, r.Channel.SellingOn, r.Channel.BookingOn, r.AtChannel!.Selling, r.AtChannel!.Booking),
        }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => new EnablementFacts
        {
            AgencyActive = seller.IsActive, ConnectionEnabled = r.IsEnabled, ChannelFits = r.Fits, Promoter = r.Promoter, Channel = r.Channel,
            EventStatus = r.Status, NoBooking = r.NoBooking, StartUtc = r.StartUtc, BookingFrom = r.BookingFrom, BookingUntil = r.BookingUntil,
        });
    }
}
