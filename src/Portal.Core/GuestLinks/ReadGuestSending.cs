using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Persistence;
using Portal.Core.Tickets;

namespace Portal.Core.GuestLinks;

/// <summary>One sending of a link to the page for guest data. Instants are UTC.</summary>
/// <param name="GuestId">The one guest whose own link it is; null for the whole booking.</param>
/// <param name="Number">That guest's on the page.</param>
/// <param name="To">Where it went.</param>
/// <param name="Language">ISO 639-1, as its reader chose it last.</param>
/// <param name="Until">Until when it works.</param>
/// <param name="SeenAt">When it was last opened.</param>
/// <param name="Mail">How the mail stands; null when its row is gone.</param>
/// <param name="IsAlive">Somebody comes in with it now.</param>
/// <param name="IsInUse">Somebody came in with it within the last half hour: nothing that happens by itself takes it away.</param>
public sealed record GuestLinkSending(
    Guid? GuestId, int? Number, string To, string Language, DateTime At, string By, DateTime Until, DateTime? RevokedAt, DateTime? SeenAt, MailState? Mail, bool IsAlive, bool IsInUse);

/// <summary>Reads what links to the page for guest data were sent for a booking, to whom, and what became of them.</summary>
public sealed class ReadGuestSending(IDbContextFactory<PortalDb> databases, RecipientSeal recipients, TimeProvider time)
{
    /// <returns>The newest first; null when there is no such booking, or not for this actor.</returns>
    public async Task<IReadOnlyList<GuestLinkSending>?> RunAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Bookings.VisibleTo(actor).AnyAsync(b => b.Id == bookingId, cancellation))
            return null;
        var now = time.GetUtcNow().UtcDateTime;
        var links = await db.CustomerLinks.AsNoTracking().Where(l => l.BookingId == bookingId && l.Purpose == LinkPurpose.Guests).ToListAsync(cancellation);
        var inUse = await db.CustomerLinks.InUse(now).Where(l => l.BookingId == bookingId && l.Purpose == LinkPurpose.Guests).Select(l => l.Id).ToListAsync(cancellation);
        var intents = links.ConvertAll(l => SendGuestLink.IntentOf(l.Id));
        var mails = await db.OutboxMails.Where(m => intents.Contains(m.Intent)).ToDictionaryAsync(m => m.Intent, m => m.State, cancellation);
        var guestIds = links.Select(l => l.GuestId).OfType<Guid>().Distinct().ToList();
        var numbers = await db.Guests.Where(g => guestIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Number + 1, cancellation);
        // One sending may have several links, all with the one seal: a mail that was rendered twice has two.
        return [.. links.OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).GroupBy(l => l.SealedTo).Select(sending =>
        {
            var first = sending.First();
            return new GuestLinkSending(
                first.GuestId, first.GuestId is { } guest && numbers.TryGetValue(guest, out var number) ? number : null, actor.SeesPersons ? recipients.Open(first.SealedTo) : TicketWords.Masked(recipients.Open(first.SealedTo)),
                sending.OrderBy(l => l.SeenAt).Last().Language, first.CreatedAt, first.CreatedBy, first.ExpiresAt, sending.Min(l => l.RevokedAt), sending.Max(l => l.SeenAt),
                sending.Select(l => mails.TryGetValue(SendGuestLink.IntentOf(l.Id), out var state) ? (MailState?)state : null).FirstOrDefault(s => s is not null),
                first.RevokedAt is null && first.ExpiresAt > now, sending.Any(l => inUse.Contains(l.Id)));
        })];
    }
}
