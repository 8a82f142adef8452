using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Tickets;

/// <summary>What an agent sees of sending tickets: how many there are, to whom, and what became of the last mail.</summary>
/// <param name="Tickets">Purchased ones.</param>
/// <param name="Ready">Those of them that are here to get in with.</param>
/// <param name="BuyerEmail">The address known of the buyer; null when nobody asked for it.</param>
/// <param name="Last">The last sending; null before the first.</param>
public sealed record SendingView(int Tickets, int Ready, string? BuyerEmail, LastSending? Last)
{
    /// <summary>Addresses read as those read them who do not need to know them: none is to be sent to.</summary>
    public bool IsMasked { get; init; }
}

/// <summary>The last sending of a booking's tickets. Instants are UTC.</summary>
/// <param name="Mail">How the mail stands; null when its row is gone.</param>
public sealed record LastSending(string To, DateTime At, string By, DateTime Until, DateTime? RevokedAt, DateTime? SeenAt, MailState? Mail);

/// <summary>Reads what the booking page shows of sending.</summary>
public sealed class ReadSending(IDbContextFactory<PortalDb> databases, GuestSeal guests, BuyerSeal buyers, RecipientSeal recipients)
{
    /// <returns>Null when there is no such booking, or not for this actor.</returns>
    public async Task<SendingView?> RunAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var booking = await db.Bookings.VisibleTo(actor).Where(b => b.Id == bookingId).Select(b => new { b.SealedBuyer }).SingleOrDefaultAsync(cancellation);
        if (booking is null)
            return null;
        var sheet = await VoucherReading.SheetAsync(db, guests, bookingId, cancellation);
        var last = await LastAsync(db, bookingId, cancellation);
        return actor.SeesPersons
            ? new SendingView(sheet.Vouchers.Count, sheet.Ready, buyers.Open(booking.SealedBuyer).Find(BuyerField.Email), last)
            : new SendingView(sheet.Vouchers.Count, sheet.Ready, null, last is null ? null : last with { To = TicketWords.Masked(last.To) }) { IsMasked = true };
    }

    private async Task<LastSending?> LastAsync(PortalDb db, Guid bookingId, CancellationToken cancellation)
    {
        var links = await db.CustomerLinks.AsNoTracking().Where(l => l.BookingId == bookingId && l.Purpose == LinkPurpose.Tickets).ToListAsync(cancellation);
        if (links.Count == 0)
            return null;
        // One sending may have several links, all with the one seal: a mail that was rendered twice has two.
        var sending = links.OrderBy(l => l.CreatedAt).ThenBy(l => l.RevokedAt is null).ThenBy(l => l.Id).GroupBy(l => l.SealedTo).Last().ToList();
        var (first, intents) = (sending[0], sending.ConvertAll(l => SendTickets.IntentOf(l.Id)));
        // One mail; of several sendings whose addresses were erased, the last.
        var mail = await db.OutboxMails.Where(m => intents.Contains(m.Intent)).OrderByDescending(m => m.CreatedAt).Select(m => (MailState?)m.State).FirstOrDefaultAsync(cancellation);
        return new LastSending(recipients.Open(first.SealedTo), first.CreatedAt, first.CreatedBy, first.ExpiresAt, first.RevokedAt, sending.Max(l => l.SeenAt), mail);
    }
}
