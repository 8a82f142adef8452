using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Links;
using Portal.Core.Persistence;
using Portal.Core.Tickets;

namespace Portal.Core.Guests;

/// <summary>Erases what is known of the persons of bookings that are due, set after set; one of which something is still open, or whose event moved, is put off.</summary>
public sealed class EraseBookings(IDbContextFactory<PortalDb> databases, RecipientSeal recipients, TimeProvider time)
{
    /// <summary>Bookings erased in one transaction.</summary>
    public const int SetSize = 50;
    private const int MostSets = 400;
    private const string By = "erasing";
    private static readonly TimeSpan WhileOpen = TimeSpan.FromDays(1);

    /// <returns>How many were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var erased = 0;
        for (var sets = 0; sets < MostSets; sets++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await DueAsync(db, cancellation) is not { Count: > 0 } looked)
                break;
            foreach (var late in looked.Where(b => !b.IsDue))
                await db.Bookings.Where(b => b.Id == late.Id && b.EraseAt == late.SeenAt).ExecuteUpdateAsync(set => set.SetProperty(b => b.EraseAt, late.EraseAt), cancellation);
            var due = looked.FindAll(b => b.IsDue);
            if (due.Count > 0 && await db.Database.CreateExecutionStrategy().ExecuteAsync(() => EraseAsync(db, due, cancellation)))
                erased += due.Count;
        }
        return erased;
    }

    /// <summary>The next set to be looked at, each with the date that follows from what is known now.</summary>
    private async Task<List<DueBooking>> DueAsync(PortalDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rows = await db.Bookings.AsNoTracking().Where(b => b.EraseAt <= now && b.ErasedAt == null).OrderBy(b => b.EraseAt).ThenBy(b => b.Id).Take(SetSize).Select(b => new
        {
            b.Id, SeenAt = b.EraseAt!.Value, b.CreatedAt, Days = db.Agencies.Where(a => a.Id == b.AgencyId).Select(a => a.GuestsEraseDays).Single(),
            IsOpen = b.Orders.Any(o => OrderLifecycle.Open.Contains(o.State) || o.Operations.Any(x => OperationLifecycle.Open.Contains(x.State))),
        }).ToListAsync(cancellation);
        var events = await EraseDates.OfBookingsAsync(db, rows.ConvertAll(b => b.Id), cancellation);
        return rows.ConvertAll(b =>
        {
            var at = EraseDate.Of(events[b.Id], b.CreatedAt, b.Days);
            return new DueBooking(b.Id, b.SeenAt, b.IsOpen && at <= now ? now + WhileOpen : at, b.Days, events[b.Id].All(e => e.HasDate)) { IsDue = !b.IsOpen && at <= now };
        });
    }

    /// <returns>False when another node had one of them: nothing is done then, and what is left is found by the next look.</returns>
    private async Task<bool> EraseAsync(PortalDb db, List<DueBooking> due, CancellationToken cancellation)
    {
        var ids = due.ConvertAll(b => b.Id);
        var now = time.GetUtcNow().UtcDateTime;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var taken = await db.Bookings.Where(b => ids.Contains(b.Id) && b.ErasedAt == null && b.EraseAt <= now).ExecuteUpdateAsync(set => set
            .SetProperty(b => b.ErasedAt, now).SetProperty(b => b.EraseAt, (DateTime?)null).SetProperty(b => b.Version, b => b.Version + 1)
            .SetProperty(b => b.SealedBuyer, (string?)null).SetProperty(b => b.SealedCustomer, (string?)null), cancellation);
        if (taken != ids.Count)
            return false;
        var persons = await PersonsAsync(db, ids, cancellation);
        await Erasing.PersonsAsync(db, persons.Select(p => p.GuestId).Distinct(), forGood: true, now, cancellation);
        await PartsAsync(db, ids, now, cancellation);
        // The cart it was made from, unless it is filled again or another booking of it is kept still.
        await db.Carts.Where(c => c.State == CartState.Closed && db.Bookings.Any(b => b.CartId == c.Id && ids.Contains(b.Id)) && !db.Bookings.Any(b => b.CartId == c.Id && b.ErasedAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SealedBuyer, (string?)null).SetProperty(c => c.SealedCustomer, (string?)null).SetProperty(c => c.Name, EraseCarts.Nameless), cancellation);
        foreach (var booking in due)
            db.History.Add(new HistoryEntry { At = now, BookingId = booking.Id, By = By, Said = Said(persons.Count(p => p.BookingId == booking.Id), booking) });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Who is with these bookings, or is left in their carts, and with nothing else that is kept.</summary>
    private static async Task<List<PersonOfBooking>> PersonsAsync(PortalDb db, List<Guid> ids, CancellationToken cancellation)
    {
        var free = db.Guests.Where(g => g.ErasedAt == null
            && !g.Places.Any(p => p.CartLine!.OrderId == null && p.CartLine.RemovedAt == null)
            && !g.Places.Any(p => db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.Booking!.ErasedAt == null)));
        var placed = await (
            from guest in free
            from place in guest.Places
            join order in db.Orders on place.CartLine!.OrderId equals order.Id
            where ids.Contains(order.BookingId)
            select new PersonOfBooking(guest.Id, order.BookingId)).Distinct().ToListAsync(cancellation);
        var idle = await (
            from guest in free
            join booking in db.Bookings on guest.CartId equals booking.CartId
            where ids.Contains(booking.Id) && !guest.Places.Any(p => p.CartLine!.OrderId != null) && !db.Bookings.Any(b => b.CartId == guest.CartId && b.ErasedAt == null)
                && !db.CartLines.Any(l => l.CartId == guest.CartId && l.OrderId == null && l.RemovedAt == null)
            select new PersonOfBooking(guest.Id, booking.Id)).Distinct().ToListAsync(cancellation);
        return [.. placed, .. idle];
    }

    private async Task PartsAsync(PortalDb db, List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        var orders = await db.Orders.Where(o => ids.Contains(o.BookingId)).Select(o => new { o.Id, o.HoldId }).ToListAsync(cancellation);
        var orderIds = orders.ConvertAll(o => o.Id);
        await db.Orders.Where(o => orderIds.Contains(o.Id) && o.SealedBody != null).ExecuteUpdateAsync(set => set.SetProperty(o => o.SealedBody, (string?)null), cancellation);
        await db.GuestPlaces.Where(p => orderIds.Contains(p.CartLine!.OrderId!.Value) && p.SealedFaults != null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.SealedFaults, (string?)null).SetProperty(p => p.Version, p => p.Version + 1), cancellation);
        await db.Items.Where(i => orderIds.Contains(i.OrderId) && i.WalletUrl != null).ExecuteUpdateAsync(set => set.SetProperty(i => i.WalletUrl, (string?)null), cancellation);
        await db.Fulfilments.Where(f => orderIds.Contains(f.OrderId) && f.NextGuestsAt != null).ExecuteUpdateAsync(set => set.SetProperty(f => f.NextGuestsAt, (DateTime?)null), cancellation);
        await Erasing.FilesAsync(db.TicketFiles.Where(f => orderIds.Contains(f.Fulfilment!.OrderId)), cancellation);
        await Erasing.CallsAsync(db, orderIds, orders.ConvertAll(o => o.HoldId), cancellation);
        await Erasing.LinksAsync(db, await db.CustomerLinks.Where(l => ids.Contains(l.BookingId)).Select(l => l.Id).ToListAsync(cancellation), recipients.Seal(""), now, cancellation);
        foreach (var from in GuestProgressLifecycle.Open.Append(GuestProgressState.Done))
            GuestProgressLifecycle.Table.Require(from, GuestProgressState.Closed);
        await db.GuestProgress.Where(p => ids.Contains(p.BookingId) && p.State != GuestProgressState.Closed).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.State, GuestProgressState.Closed).SetProperty(p => p.NextChaseAt, (DateTime?)null).SetProperty(p => p.Version, p => p.Version + 1), cancellation);
    }

    private static string Said(int persons, DueBooking booking) =>
        $"What was known of {(persons == 0 ? "the customer" : CountWords.Persons(persons))} was erased, {booking.Days} days after {(booking.HasDate ? "the event" : "a year had passed without a date")}. What accounting needs is kept.";

    private sealed record DueBooking(Guid Id, DateTime SeenAt, DateTime EraseAt, int Days, bool HasDate)
    {
        public bool IsDue { get; init; }
    }

    private sealed record PersonOfBooking(Guid GuestId, Guid BookingId);
}
