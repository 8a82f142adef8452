using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Links;
using Portal.Core.Persistence;
using Portal.Core.Providers;
using Portal.Core.Tickets;

namespace Portal.Core.Guests;

/// <summary>What came of a person's wish to be forgotten.</summary>
/// <param name="Records">How often the person had been named.</param>
/// <param name="Bookings">The references of the bookings they were named in.</param>
public sealed record PersonErased(int Records, IReadOnlyList<string> Bookings);

/// <summary>
/// Erases what the agency knows of one person, at that person's wish, wherever it is the same one (<see cref="SamePerson"/>). A manager
/// decides it; while an event is ahead for which the data are wanted, or a booking is not paid, only on a second word.
/// </summary>
public sealed class EraseGuest(
    IDbContextFactory<PortalDb> databases, MeasureGuests measure, GuestSeal seal, BuyerSeal buyers, CustomerSeal customers, RecipientSeal recipients, TimeProvider time)
{
    private static readonly Dictionary<string, string> Nothing = [];
    private const string Said = "What was known of one person was erased at that person's wish. What accounting needs is kept.";

    /// <param name="actor">A manager of the agency.</param>
    /// <param name="guestId">Whom.</param>
    /// <param name="thoughWanted">Also while a provider wants the data for an event that is ahead.</param>
    /// <param name="cancellation">Ends it before anything is erased.</param>
    /// <returns>A refusal's detail is whole sentences for people.</returns>
    public async Task<Answer<PersonErased>> RunAsync(Actor actor, Guid guestId, bool thoughWanted, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!actor.SeesPersons || !await db.RunsAgencyAsync(actor, cancellation))
            return new Refusal(RefusalReason.NotAllowed, "Only a manager of the agency erases what is known of a person. Nothing was erased.");
        var guest = await db.Guests.AsNoTracking().VisibleTo(db, actor).SingleOrDefaultAsync(g => g.Id == guestId, cancellation);
        if (guest is null or { ErasedAt: not null })
            return new Refusal(RefusalReason.NotFound, "Nothing is known of this person any more. Nothing was erased.");
        var ids = await SamePerson.FindAsync(db, seal, guest, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        if (!thoughWanted && await WantedForAsync(db, ids, now, cancellation) is { Count: > 0 } wanted)
            return new Refusal(RefusalReason.NotAllowed, $"{string.Join(", ", wanted)} {(wanted.Count == 1 ? "is" : "are")} still ahead, and the provider wants these data. Without them the tickets may not be issued. Nothing was erased yet.");
        var bookings = await db.Bookings.AsNoTracking().OfGuests(db, ids).OrderBy(b => b.CreatedAt).ToListAsync(cancellation);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(() => EraseAsync(db, actor, guest.CartId, ids, bookings, seal.Open(guest.SealedValues), now, cancellation));
        foreach (var booking in bookings)
            await measure.RunAsync(booking.Id, CancellationToken.None);
        return new PersonErased(ids.Count, [.. bookings.Select(b => b.Reference)]);
    }

    /// <summary>The events ahead for which a provider wants to know of them.</summary>
    private static async Task<IReadOnlyList<string>> WantedForAsync(PortalDb db, IReadOnlyList<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        var places = await db.GuestPlaces.AsNoTracking().Where(p => ids.Contains(p.GuestId) && p.WantedJson != "{}"
                && db.Items.Any(i => i.CartLineId == p.CartLineId && (i.State == ItemState.Booked || i.State == ItemState.Purchased)))
            .Select(p => new { p.CartLine!.SessionId, p.CartLine.Session!.Event!.Name }).Distinct().ToListAsync(cancellation);
        var times = await EraseDates.OfSessionsAsync(db, places.ConvertAll(p => p.SessionId), cancellation);
        return [.. places.Where(p => !(times[p.SessionId].OverAt <= now)).Select(p => p.Name).Distinct()];
    }

    private async Task EraseAsync(
        PortalDb db, Actor actor, Guid cartId, IReadOnlyList<Guid> ids, List<Booking> bookings, IReadOnlyDictionary<string, string> person, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Of a cart nothing is sold yet: its places stay and may be somebody else's.
        var sold = await db.Guests.Where(g => ids.Contains(g.Id) && g.Places.Any(p => p.CartLine!.OrderId != null)).Select(g => g.Id).ToListAsync(cancellation);
        await Erasing.PersonsAsync(db, sold, forGood: true, now, cancellation);
        await Erasing.PersonsAsync(db, ids.Except(sold), forGood: false, now, cancellation);
        await Erasing.FilesAsync(db.TicketFiles.Where(f => db.Items.Any(i => (i.Id == f.ItemId || (f.ItemId == null && i.FulfilmentId == f.FulfilmentId))
            && db.GuestPlaces.Any(p => p.CartLineId == i.CartLineId && p.Slot == i.Place && sold.Contains(p.GuestId)))), cancellation);
        var bookingIds = bookings.ConvertAll(b => b.Id);
        var email = person.GetValueOrDefault(GuestFields.Email)?.Trim();
        var links = await db.CustomerLinks.AsNoTracking().Where(l => bookingIds.Contains(l.BookingId)).Select(l => new { l.Id, l.SealedTo }).ToListAsync(cancellation);
        await Erasing.LinksAsync(db, links.Where(l => email is { Length: > 0 } && string.Equals(recipients.Open(l.SealedTo), email, StringComparison.OrdinalIgnoreCase)).Select(l => l.Id), recipients.Seal(""), now, cancellation);
        foreach (var booking in bookings)
        {
            await BuyerAsync(db, booking, person, cancellation);
            db.History.Add(new HistoryEntry { At = now, BookingId = booking.Id, By = actor.Name, Said = Said });
        }
        if (bookings.Count == 0)
            db.History.Add(new HistoryEntry { At = now, CartId = cartId, By = actor.Name, Said = Said });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // Who buys must be told until everything is bought; after that the same person is forgotten as the buyer too.
    private async Task BuyerAsync(PortalDb db, Booking booking, IReadOnlyDictionary<string, string> person, CancellationToken cancellation)
    {
        var isOpen = await db.Orders.AnyAsync(o => o.BookingId == booking.Id && (o.State == OrderState.Booked || OrderLifecycle.Open.Contains(o.State)), cancellation);
        var known = buyers.Open(booking.SealedBuyer);
        var (buyer, customer) = (
            isOpen ? booking.SealedBuyer
                : SamePerson.IsBuyer(person, known) ? null
                // Another buyer may still have some of it: what was typed of the lead guest is known of the buyer.
                : LeadAndBuyer.Follow(known, person, Nothing) is { } rest ? buyers.Seal(rest) : booking.SealedBuyer,
            SamePerson.IsNamed(person, customers.Open(booking.SealedCustomer)) ? null : booking.SealedCustomer);
        if (buyer == booking.SealedBuyer && customer == booking.SealedCustomer)
            return;
        await db.Bookings.Where(b => b.Id == booking.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.SealedBuyer, buyer).SetProperty(b => b.SealedCustomer, customer).SetProperty(b => b.Version, b => b.Version + 1), cancellation);
        var (keepsBuyer, keepsCustomer) = (buyer == booking.SealedBuyer, customer is not null);
        await db.Carts.Where(c => c.Id == booking.CartId && c.State == CartState.Closed).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.SealedBuyer, c => keepsBuyer ? c.SealedBuyer : buyer).SetProperty(c => c.SealedCustomer, c => keepsCustomer ? c.SealedCustomer : null)
            .SetProperty(c => c.Name, c => keepsCustomer ? c.Name : EraseCarts.Nameless), cancellation);
    }
}
