using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Core.Persistence;
using Portal.Core.Providers;
using Portal.Core.Tickets;

namespace Portal.Core.Guests;

/// <summary>
/// Puts together everything that the agency knows of one person, for that person: over all bookings and carts in which it is the same one
/// (<see cref="SamePerson"/>). That it was done is written into each booking's history; what it held is not.
/// </summary>
public sealed class ExportPerson(
    IDbContextFactory<PortalDb> databases, ProviderDirectory providers, GuestSeal seal, BuyerSeal buyers, CustomerSeal customers, RecipientSeal recipients, TimeProvider time)
{
    /// <returns>Refused when there is no such person, not for this actor, or nothing is known of them any more.</returns>
    public async Task<Answer<PersonFile>> RunAsync(Actor actor, Guid guestId, CancellationToken cancellation)
    {
        if (!actor.SeesPersons)
            return new Refusal(RefusalReason.NotAllowed, "What is known of a person is handed out by the agency's own people.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var guest = await db.Guests.AsNoTracking().VisibleTo(db, actor).SingleOrDefaultAsync(g => g.Id == guestId && g.ErasedAt == null, cancellation);
        if (guest is null)
            return new Refusal(RefusalReason.NotFound, "This person is not known here, or not any more.");
        var now = time.GetUtcNow().UtcDateTime;
        var ids = await SamePerson.FindAsync(db, seal, guest, cancellation);
        var agency = await db.Agencies.Where(a => a.Id == guest.AgencyId).Select(a => new { a.Name, a.GuestsEraseDays }).SingleAsync(cancellation);
        var records = await RecordsAsync(db, ids, cancellation);
        var bookingIds = await db.Bookings.OfGuests(db, ids).Select(b => b.Id).ToListAsync(cancellation);
        var file = new PersonFile(now, agency.Name, $"{agency.GuestsEraseDays} days after the event", records, await BookingsAsync(db, bookingIds, seal.Open(guest.SealedValues), cancellation));
        var said = $"Everything that is known of one person was exported: {(ids.Count == 1 ? "1 record" : $"{ids.Count} records")}.";
        db.History.AddRange(bookingIds.Select(id => new HistoryEntry { At = now, BookingId = id, By = actor.Name, Said = said }));
        if (bookingIds.Count == 0)
            db.History.Add(new HistoryEntry { At = now, CartId = guest.CartId, By = actor.Name, Said = said });
        await db.SaveChangesAsync(cancellation);
        return file;
    }

    private async Task<IReadOnlyList<PersonRecord>> RecordsAsync(PortalDb db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var guests = await db.Guests.AsNoTracking().Where(g => ids.Contains(g.Id)).OrderBy(g => g.ChangedAt).ThenBy(g => g.Id).Select(g => new { g.Id, g.SealedValues, g.ChangedAt }).ToListAsync(cancellation);
        var places = (await (
            from place in db.GuestPlaces.AsNoTracking()
            where ids.Contains(place.GuestId)
            let line = place.CartLine!
            join connection in db.Connections on line.ConnectionId equals connection.Id
            orderby line.Session!.StartLocal, place.Slot
            select new
            {
                place.GuestId, place.IsLead, place.AcceptedAt, line.OfferName, connection.ProviderKind, line.Session!.Event!.Name, line.Session.Event.VenueName, line.Session.StartLocal, line.Session.TimeZone,
                Booking = db.Orders.Where(o => o.Id == line.OrderId).Select(o => o.Booking!.Reference).FirstOrDefault(),
            }).ToListAsync(cancellation)).ToLookup(p => p.GuestId);
        return [.. guests.Select(g => new PersonRecord(seal.Open(g.SealedValues), g.ChangedAt, [.. places[g.Id].Select(p => new PersonPlace(
            p.Booking, p.Name, p.VenueName, p.StartLocal, p.TimeZone, p.OfferName, providers.Get(p.ProviderKind).Traits.DisplayName, p.IsLead, p.AcceptedAt))]))];
    }

    private async Task<IReadOnlyList<PersonBooking>> BookingsAsync(PortalDb db, List<Guid> bookingIds, IReadOnlyDictionary<string, string> person, CancellationToken cancellation)
    {
        var bookings = await db.Bookings.AsNoTracking().Where(b => bookingIds.Contains(b.Id)).OrderBy(b => b.CreatedAt).Select(b => new { b.Id, b.Reference, b.SealedBuyer, b.SealedCustomer }).ToListAsync(cancellation);
        var links = await db.CustomerLinks.AsNoTracking().Where(l => bookingIds.Contains(l.BookingId)).OrderBy(l => l.CreatedAt).ToListAsync(cancellation);
        var intents = links.ConvertAll(l => SendTickets.IntentOf(l.Id));
        var mails = await db.OutboxMails.AsNoTracking().Where(m => intents.Contains(m.Intent)).Select(m => new { m.Intent, m.State, m.SentAt }).ToDictionaryAsync(m => m.Intent, cancellation);
        return [.. bookings.Select(b =>
        {
            var buyer = buyers.Open(b.SealedBuyer);
            var customer = customers.Open(b.SealedCustomer);
            return new PersonBooking(b.Reference, SamePerson.IsBuyer(person, buyer) ? buyer.Values.ToDictionary(v => v.Key.ToString(), v => v.Value) : [],
                SamePerson.IsNamed(person, customer) ? customer : null,
                [.. links.Where(l => l.BookingId == b.Id).Select(l =>
                {
                    var mail = mails.GetValueOrDefault(SendTickets.IntentOf(l.Id));
                    return new PersonLink(TicketWords.Masked(recipients.Open(l.SealedTo)), l.Purpose, l.CreatedAt, l.ExpiresAt, l.RevokedAt, l.SeenAt, mail?.State, mail?.SentAt);
                })]);
        })];
    }
}
