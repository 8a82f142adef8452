using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>Somebody to be written to about a booking's guest data.</summary>
/// <param name="GuestId">The guest whose own link it is; null for the whole booking.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record GuestAddressee(Guid? GuestId, string To, string Language);

/// <param name="IsInUse">Somebody is filling in at this moment.</param>
public sealed record GuestAddressees(IReadOnlyList<GuestAddressee> Addressees, bool IsInUse);

/// <summary>Finds whom to write to: whoever has a link that works, else, for the first time, the buyer or the lead guest.</summary>
public sealed class ReadGuestAddress(IDbContextFactory<PortalDb> databases, BuyerSeal buyers, GuestSeal guests, RecipientSeal recipients, TimeProvider time)
{
    /// <param name="bookingId">Of which booking.</param>
    /// <param name="isFirst">Nobody was asked yet.</param>
    /// <param name="language">For whoever was not written to before, ISO 639-1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<GuestAddressees> RunAsync(Guid bookingId, bool isFirst, string language, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var alive = await db.CustomerLinks.AsNoTracking().Alive(now).Where(l => l.BookingId == bookingId && l.Purpose == LinkPurpose.Guests).OrderByDescending(l => l.CreatedAt).ToListAsync(cancellation);
        if (alive.Count > 0)
            return new GuestAddressees([.. alive.DistinctBy(l => l.GuestId).Select(l => new GuestAddressee(l.GuestId, recipients.Open(l.SealedTo), l.Language))],
                await db.CustomerLinks.InUse(now).AnyAsync(l => l.BookingId == bookingId && l.Purpose == LinkPurpose.Guests, cancellation));
        // A link that somebody revoked is not sent again by itself.
        if (!isFirst)
            return new GuestAddressees([], false);
        return new GuestAddressees(await SuggestAsync(db, bookingId, cancellation) is { } to ? [new GuestAddressee(null, to, language)] : [], false);
    }

    /// <summary>The address that is known of the customer: the buyer's, else the lead guest's; null where neither is.</summary>
    public async Task<string?> SuggestAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        // Whoever runs the portal needs nobody's address.
        if (!actor.SeesPersons)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await SuggestAsync(db, bookingId, cancellation);
    }

    private async Task<string?> SuggestAsync(PortalDb db, Guid bookingId, CancellationToken cancellation)
    {
        var buyer = await db.Bookings.Where(b => b.Id == bookingId).Select(b => b.SealedBuyer).SingleAsync(cancellation);
        if (RecipientAddress.Of(buyers.Open(buyer).Find(BuyerField.Email) ?? "") is { } known)
            return known;
        var leads = await db.Guests.AsNoTracking().OfBooking(db, bookingId).Where(g => g.SealedValues != null)
            .OrderByDescending(g => g.Places.Any(p => p.IsLead)).ThenBy(g => g.Number).Take(5).Select(g => g.SealedValues).ToListAsync(cancellation);
        return leads.Select(l => RecipientAddress.Of(guests.Open(l).GetValueOrDefault(GuestFields.Email, ""))).FirstOrDefault(a => a is not null);
    }
}
