using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Reads the guest form of a cart before checkout, or of a booking after the sale. Reads only what is stored; asks nobody.</summary>
public sealed class ReadGuestForm(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, GuestSeal seal, TimeProvider time)
{
    /// <returns>Null when there is no such cart, or not for this actor.</returns>
    public async Task<GuestForm?> OfCartAsync(Actor actor, Guid cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var name = await db.Carts.VisibleTo(actor).Where(c => c.Id == cartId).Select(c => c.Name).SingleOrDefaultAsync(cancellation);
        if (name is null)
            return null;
        var rows = await CartRows.Of(db, db.CartLines.InCart().Where(l => l.CartId == cartId)).ToListAsync(cancellation);
        // Who was typed and lost their place is kept in sight; who is with a booking is not this cart's any more.
        var idle = await db.Guests.AsNoTracking().Where(g => g.CartId == cartId && g.SealedValues != null && !g.Places.Any(p => p.CartLine!.RemovedAt == null)).ToListAsync(cancellation);
        return GuestMask.For(actor, await FormAsync(db, cartId, GuestNames.OfCart(actor, name), rows, idle, cancellation));
    }

    /// <summary>The lists of what is sold or booked in it.</summary>
    /// <returns>Null when there is no such booking, or not for this actor.</returns>
    public async Task<GuestForm?> OfBookingAsync(Actor actor, string reference, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var wanted = reference.Trim().ToUpperInvariant();
        var booking = await db.Bookings.VisibleTo(actor).Where(b => b.Reference == wanted).Select(b => new { b.Id, b.Reference }).SingleOrDefaultAsync(cancellation);
        return booking is null ? null : GuestMask.For(actor, await OfBookingAsync(db, booking.Id, booking.Reference, cancellation));
    }

    internal async Task<GuestForm> OfBookingAsync(PortalDb db, Guid bookingId, string reference, CancellationToken cancellation)
    {
        var rows = await CartRows.Of(db, db.CartLines.Where(l => db.Items.Any(i => i.CartLineId == l.Id && i.Order!.BookingId == bookingId
            && (i.State == ItemState.Purchased || i.State == ItemState.Booked)))).ToListAsync(cancellation);
        var erasing = await db.Bookings.Where(b => b.Id == bookingId).Select(b => new { b.EraseAt, b.ErasedAt }).SingleAsync(cancellation);
        var form = await FormAsync(db, bookingId, reference, rows, [], cancellation);
        // Somebody who is in a cart still is known there; here nothing is.
        return form with
        {
            EraseAt = erasing.EraseAt, ErasedAt = erasing.ErasedAt,
            Persons = erasing.ErasedAt is { } at ? [.. form.Persons.Select(p => p with { Fields = [], ErasedAt = p.ErasedAt ?? at, IsReadOnly = true })] : form.Persons,
        };
    }

    private async Task<GuestForm> FormAsync(PortalDb db, Guid id, string name, List<CartRow> rows, List<Guest> idle, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var lineIds = rows.ConvertAll(r => r.Id);
        var places = (await db.GuestPlaces.AsNoTracking().Include(p => p.Guest).Where(p => lineIds.Contains(p.CartLineId)).OrderBy(p => p.Slot).ToListAsync(cancellation)).ToLookup(p => p.CartLineId);
        var holdIds = rows.Select(r => r.HoldId).OfType<Guid>().Distinct().ToList();
        var accepted = await db.Holds.Where(h => holdIds.Contains(h.Id)).Select(h => new { h.Id, h.GuestsAcceptedAt }).ToDictionaryAsync(h => h.Id, h => h.GuestsAcceptedAt, cancellation);
        var fulfilments = (await db.Items.Where(i => lineIds.Contains(i.CartLineId) && i.FulfilmentId != null).Select(i => new { i.CartLineId, i.FulfilmentId }).Distinct().ToListAsync(cancellation))
            .ToLookup(i => i.CartLineId, i => i.FulfilmentId);

        List<GuestFormPart> parts = [.. rows.Where(r => places[r.Id].Any()).Select(row => new GuestFormPart(
            row.Id, providers.Get(row.ProviderKind).Traits.DisplayName, row.What, row.OfferName, row.Quantity, places[row.Id].Count())
        {
            State = LineStates.Of(row.HoldState, row.CommitBy, row.ExpiresAt, row.OrderState, row.Problem, now), HoldId = row.HoldId, CommitBy = row.CommitBy,
            FulfilmentId = fulfilments[row.Id].FirstOrDefault(),
            IsAccepted = fulfilments[row.Id].Any()
                ? places[row.Id].All(IsAccepted)
                : row.HoldId is { } hold && accepted.GetValueOrDefault(hold) is { } at && places[row.Id].All(p => p.Guest!.ChangedAt <= at),
        })];
        var today = DateOnly.FromDateTime(now);
        var persons = parts.SelectMany(part => places[part.LineId]).GroupBy(p => p.GuestId).OrderBy(g => g.First().Guest!.Number)
            .Select(ofPerson => (Guest: ofPerson.First().Guest!, Places: ofPerson.ToList())).Concat(idle.OrderBy(g => g.Number).Select(g => (Guest: g, Places: new List<GuestPlace>())))
            .Select((person, number) => Person(person.Guest, number, person.Places, parts, today));
        return new GuestForm(id, name, parts, [.. persons]);
    }

    private GuestPerson Person(Guest guest, int number, List<GuestPlace> places, List<GuestFormPart> parts, DateOnly today)
    {
        if (guest.ErasedAt is { } erased)
            return new GuestPerson(guest.Id, number, places.Exists(p => p.IsLead), []) { Seats = Seats(places), Version = guest.Version, ErasedAt = erased, IsReadOnly = true };
        var wants = places.SelectMany(place => GuestList.Wanted(place).Select(w => (Field: w.Key, Want: Want(parts.Find(p => p.LineId == place.CartLineId)!, w.Value)))).ToLookup(w => w.Field, w => w.Want);
        var wanted = wants.ToDictionary(w => w.Key, w => w.Min(want => want.Due));
        var values = seal.Open(guest.SealedValues);
        var complaints = places.SelectMany(p => seal.Open(p.SealedFaults)).GroupBy(f => f.Key).ToDictionary(f => f.Key, f => f.First().Value);
        var faults = GuestCheck.Check(wanted, values, GuestDue.BeforeDownload, today).ToLookup(f => f.Field, f => f.Said);
        // What was typed stays in sight even when the provider no longer asks for it.
        return new GuestPerson(guest.Id, number, places.Exists(p => p.IsLead),
            [.. wanted.Keys.Union(values.Keys).OrderBy(GuestFields.Order).ThenBy(field => field, StringComparer.Ordinal).Select(field => new GuestFormField(
                GuestFields.Get(field), wanted.TryGetValue(field, out var due) ? due : null, values.GetValueOrDefault(field, ""),
                complaints.TryGetValue(field, out var complaint) ? GuestCheck.Said(complaint) : faults[field].FirstOrDefault())
            {
                IsComplaint = complaint is not null, Wants = [.. wants[field]],
            })])
        {
            Seats = Seats(places), Version = guest.Version,
        };
    }

    private IReadOnlyList<GuestSeat> Seats(List<GuestPlace> places) => [.. places.Select(p => new GuestSeat(p.CartLineId, p.Slot, p.IsLead, IsAccepted(p)))];

    private static GuestWant Want(GuestFormPart part, GuestDue due) => new(part.LineId, part.Provider, part.What.Name, due);

    // An empty list is accepted as well: what counts is that all that is wanted there is known there.
    private bool IsAccepted(GuestPlace place) => place.AcceptedAt is { } at && at >= place.Guest!.ChangedAt
        && GuestCheck.Check(GuestList.Wanted(place), seal.Open(place.Guest.SealedValues), GuestDue.BeforeDownload, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Count == 0;
}
