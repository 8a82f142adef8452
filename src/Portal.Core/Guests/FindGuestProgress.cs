using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Deadlines;
using Portal.Core.Links;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>
/// Finds bookings by how far their guest data are and how long there is time. A page's bookings come from an index in order
/// (<see cref="GuestBoardOrder"/>), everything else is read for those alone; no sealed value of a guest is opened.
/// </summary>
public sealed class FindGuestProgress(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, CustomerSeal customers, TimeProvider time)
{
    public const int PageSize = 40;
    public const int CountedUpTo = PageSize * GuestBoardQuery.LastPage;
    private const int AtOnce = 500;
    // Whoever wants no warning still sees what is near.
    private const int SoonHours = 48;

    public async Task<GuestBoard> RunAsync(Actor actor, GuestBoardQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var found = Found(db, actor, query, now);
        var counts = await GuestBoardOrder.CountAsync(found, query.Group, cancellation);
        var total = counts.Values.Sum();
        var ids = await GuestBoardOrder.PageAsync(found, query.Group, counts, (query.Page - 1) * PageSize, PageSize, cancellation);
        return new GuestBoard(await RowsAsync(db, actor, ids, now, cancellation), Math.Min(total, CountedUpTo), total > CountedUpTo, now);
    }

    /// <summary>Every booking that fits, in the board's order, read some hundreds at a time: however many there are, few lie in memory.</summary>
    public async IAsyncEnumerable<GuestBoardRow> AllAsync(Actor actor, GuestBoardQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var stretch in GuestBoardOrder.Stretches(query.Group))
        {
            var found = Found(db, actor, query, now);
            for (var rest = found; ;)
            {
                var page = await stretch.Of(rest).Take(AtOnce).Select(p => new { p.BookingId, p.DueAt }).ToListAsync(cancellation);
                foreach (var row in await RowsAsync(db, actor, page.ConvertAll(p => p.BookingId), now, cancellation))
                    yield return row;
                if (page.Count < AtOnce)
                    break;
                // On from the last one, not past so many: what changes meanwhile shifts nothing.
                rest = stretch.After(found, page[^1].DueAt, page[^1].BookingId);
            }
        }
    }

    private static IQueryable<GuestProgress> Found(PortalDb db, Actor actor, GuestBoardQuery query, DateTime now)
    {
        var found = db.GuestProgress.AsNoTracking().VisibleTo(actor);
        if (query.Group == GuestBoardGroup.Refused)
            found = found.Where(p => p.Refused > 0);
        // What is past its day is late from then on, also before it is counted anew.
        if (query.Group == GuestBoardGroup.Late)
            found = found.Where(p => p.DueAt <= now);
        if (query.Within != DeadlineSpan.All && now.AddDays(query.Within == DeadlineSpan.Day ? 1 : 7) is var until)
            found = found.Where(p => p.DueAt <= until);
        if (query.IsMine)
            found = found.Where(p => p.AgentId == actor.UserId);
        return found;
    }

    private async Task<IReadOnlyList<GuestBoardRow>> RowsAsync(PortalDb db, Actor actor, List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var heads = await db.GuestProgress.AsNoTracking().Where(p => ids.Contains(p.BookingId)).Join(db.Bookings, p => p.BookingId, b => b.Id, (p, b) => new
        {
            b.Id, b.Reference, b.SealedCustomer, b.AgentName, Progress = p, WarnHours = db.Agencies.Where(a => a.Id == p.AgencyId).Select(a => a.GuestsWarnHours).Single(),
        }).ToDictionaryAsync(h => h.Id, cancellation);
        var lines = (await (
            from kept in db.Items.AsNoTracking().Where(i => ids.Contains(i.Order!.BookingId) && (i.State == ItemState.Booked || i.State == ItemState.Purchased)).Select(i => new { i.Order!.BookingId, i.CartLineId }).Distinct()
            // Each list has a first place: by it, and not by whether there is any, since that is asked of the whole table.
            join first in db.GuestPlaces.Where(p => p.Slot == 0) on kept.CartLineId equals first.CartLineId
            join connection in db.Connections on first.CartLine!.ConnectionId equals connection.Id
            select new { kept.BookingId, connection.ProviderKind, first.CartLine!.Session!.Event!.Name, first.CartLine.Session.StartLocal, first.CartLine.Session.TimeZone }).ToListAsync(cancellation))
            .Where(l => providers.Get(l.ProviderKind) is ITakesLateGuests).OrderBy(l => l.StartLocal).ToLookup(l => l.BookingId);
        var links = (await db.CustomerLinks.AsNoTracking().Where(l => ids.Contains(l.BookingId) && l.Purpose == LinkPurpose.Guests)
            .Select(l => new { l.BookingId, Given = new GuestLinkGiven(l.CreatedAt, l.SeenAt, l.RevokedAt, l.ExpiresAt) }).ToListAsync(cancellation)).ToLookup(l => l.BookingId, l => l.Given);
        return [.. ids.Where(heads.ContainsKey).Select(id => (Head: heads[id], Progress: heads[id].Progress.View(now))).Select(r => new GuestBoardRow(
            r.Head.Reference, GuestNames.For(actor, customers.Open(r.Head.SealedCustomer)), r.Head.AgentName, r.Progress, UrgencyOf(r.Progress, r.Head.WarnHours, now),
            [.. lines[r.Head.Id].Select(l => l.Name).Distinct()], lines[r.Head.Id].Select(l => (DateTime?)l.StartLocal).FirstOrDefault(), lines[r.Head.Id].Select(l => l.TimeZone).FirstOrDefault(),
            [.. lines[r.Head.Id].Select(l => providers.Get(l.ProviderKind).Traits.DisplayName).Distinct()], links[r.Head.Id].MaxBy(l => l.CreatedAt)))];
    }

    private static GuestUrgency UrgencyOf(GuestProgressView progress, int warnHours, DateTime now) => progress switch
    {
        { State: GuestProgressState.Late } => GuestUrgency.Late,
        { State: not GuestProgressState.Collecting } => GuestUrgency.None,
        { DueAt: null } => GuestUrgency.NoDay,
        { DueAt: { } due } => due <= now.AddHours(warnHours > 0 ? warnHours : SoonHours) ? GuestUrgency.Soon : GuestUrgency.Later,
    };
}
