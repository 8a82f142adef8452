using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Reads when bookings are to be erased, and has them looked at again where something about that changed.</summary>
internal static class EraseDates
{
    /// <summary>When a booking that is being made of these sessions is looked at, UTC.</summary>
    public static async Task<DateTime> OfNewAsync(PortalDb db, Guid agencyId, IReadOnlyCollection<Guid> sessionIds, DateTime now, CancellationToken cancellation)
    {
        var days = await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.GuestsEraseDays).SingleAsync(cancellation);
        return EraseDate.Of((await OfSessionsAsync(db, sessionIds, cancellation)).Values, now, days);
    }

    /// <summary>By session, as the catalogue has it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, EventTimes>> OfSessionsAsync(PortalDb db, IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellation) =>
        await db.Sessions.AsNoTracking().Where(s => sessionIds.Contains(s.Id)).Select(s => new
        {
            s.Id, Times = new EventTimes(s.StartLocal, s.EndLocal, s.TimeZone, s.Event!.Kind != OfferKind.Product && s.Event.Status != EventStatus.Postponed, null),
        }).ToDictionaryAsync(s => s.Id, s => s.Times, cancellation);

    /// <summary>By booking: what is sold or kept of it, else what was. Nothing for one of which nothing ever was.</summary>
    public static async Task<ILookup<Guid, EventTimes>> OfBookingsAsync(PortalDb db, IReadOnlyCollection<Guid> bookingIds, CancellationToken cancellation)
    {
        var rows = await (
            from item in db.Items.AsNoTracking()
            where bookingIds.Contains(item.Order!.BookingId)
            join session in db.Sessions on item.SessionId equals session.Id
            join fulfilment in db.Fulfilments on item.FulfilmentId equals fulfilment.Id into fulfilments
            from fulfilment in fulfilments.DefaultIfEmpty()
            select new
            {
                item.Order!.BookingId, IsKept = item.State == ItemState.Booked || item.State == ItemState.Purchased,
                session.StartLocal, session.EndLocal, session.TimeZone, MovedTo = fulfilment == null ? null : fulfilment.StartLocal,
                HasDate = session.Event!.Kind != OfferKind.Product && session.Event.Status != EventStatus.Postponed && (fulfilment == null || fulfilment.Status != FulfilmentStatus.Postponed),
            }).Distinct().ToListAsync(cancellation);
        return rows.GroupBy(r => r.BookingId).SelectMany(of => of.Any(r => r.IsKept) ? of.Where(r => r.IsKept) : of)
            .ToLookup(r => r.BookingId, r => new EventTimes(r.StartLocal, r.EndLocal, r.TimeZone, r.HasDate, r.MovedTo));
    }

    /// <summary>The agency's rule is another one now: what is kept of its bookings is looked at by the next run. Part of the caller's transaction.</summary>
    public static Task LookAgainAsync(PortalDb db, Guid agencyId, DateTime now, CancellationToken cancellation) =>
        db.Bookings.Where(b => b.AgencyId == agencyId && b.EraseAt > now).ExecuteUpdateAsync(set => set.SetProperty(b => b.EraseAt, now), cancellation);
}
