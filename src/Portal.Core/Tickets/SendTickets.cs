using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Languages;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Tickets;

/// <summary>A sending as the agent pressed it.</summary>
/// <param name="ActionId">Made when the page was drawn; the same id is one mail.</param>
/// <param name="BookingId">Whose tickets.</param>
/// <param name="To">The e-mail address.</param>
/// <param name="Language">Of the mail, ISO 639-1.</param>
public sealed record TicketsToSend(Guid ActionId, Guid BookingId, string To, string Language = "en");

/// <summary>A mail with a link to the tickets is on its way.</summary>
/// <param name="LinkId">The link; its token is made when the mail is rendered.</param>
/// <param name="Until">Until when the link works, UTC.</param>
public sealed record TicketsSent(Guid LinkId, DateTime Until);

/// <summary>
/// Sends a customer the link to the purchased tickets of a booking. Sending again makes another link and ends the one before, so that
/// a wrong address is put right by sending to the right one.
/// </summary>
public sealed class SendTickets(IDbContextFactory<PortalDb> databases, GuestSeal guests, BuyerSeal buyers, RecipientSeal recipients, QueueMail queue, TimeProvider time)
{
    /// <summary>How long a link works after the last event has begun.</summary>
    public static readonly TimeSpan WorksAfterStart = TimeSpan.FromDays(30);

    public async Task<Answer<TicketsSent>> RunAsync(Actor actor, TicketsToSend wanted, CancellationToken cancellation)
    {
        if (RecipientAddress.Of(wanted.To) is not { } to)
            return new Refusal(RefusalReason.Invalid, "This is not an e-mail address. Nothing was sent; a link that was sent before works as it did. Check what was typed.");
        // Whoever comes second to the same booking looks again: two sendings leave one link.
        for (var tries = 0; tries < 5; tries++)
            if (await TryAsync(actor, wanted, to, cancellation) is { } answer)
                return answer;
        return new Refusal(RefusalReason.Busy, "The booking is being changed in another tab or by a colleague at this moment. Nothing was sent. Try again.");
    }

    /// <returns>Null when somebody else changed the booking meanwhile.</returns>
    private async Task<Answer<TicketsSent>?> TryAsync(Actor actor, TicketsToSend wanted, string to, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var booking = await db.Bookings.VisibleTo(actor).SingleOrDefaultAsync(b => b.Id == wanted.BookingId, cancellation);
        if (booking is null)
            return new Refusal(RefusalReason.NotFound, "There is no such booking. Nothing was sent.");
        if (await FirstResultAsync(db, wanted.ActionId, booking.Id, cancellation) is { } first)
            return first;
        if (booking.ErasedAt is not null)
            return new Refusal(RefusalReason.NotAllowed, "The event is long over and what was known of persons was erased. Nothing was sent: nobody needs these tickets any more.");
        var sheet = await VoucherReading.SheetAsync(db, guests, booking.Id, cancellation);
        if (sheet.Vouchers.Count == 0)
            return new Refusal(RefusalReason.NotAllowed, "No ticket of this booking is purchased. Nothing was sent. Purchase what is booked first.");

        var link = new CustomerLink
        {
            Id = Guid.CreateVersion7(), BookingId = booking.Id, AgencyId = booking.AgencyId, Purpose = LinkPurpose.Tickets, Language = CustomerLanguage.Get(wanted.Language).Code, SealedTo = recipients.Seal(to),
            CreatedAt = now, CreatedBy = actor.Name, ExpiresAt = await LastDayAsync(db, sheet, now, cancellation) + WorksAfterStart,
        };
        var buyer = buyers.Open(booking.SealedBuyer);
        var isBuyer = string.Equals(buyer.Find(BuyerField.Email), to, StringComparison.OrdinalIgnoreCase);
        await queue.RunAsync(db, IntentOf(link.Id), to, TicketLetter.Of(link, sheet, isBuyer ? NameOf(buyer) : null), cancellation, MailAbout.Of(booking));
        var ended = await CustomerLinks.RevokeAsync(db, booking.Id, LinkPurpose.Tickets, null, now, cancellation);
        db.CustomerLinks.Add(link);
        db.History.Add(new HistoryEntry
        {
            At = now, BookingId = booking.Id, By = actor.Name,
            Said = $"A link to {CountWords.Tickets(sheet.Vouchers.Count)} is sent to {TicketWords.Masked(to)}{(isBuyer ? ", the buyer" : "")}.{(ended > 0 ? " The link that was sent before no longer works." : "")}",
        });
        db.Deeds.Add(new Deed { Id = wanted.ActionId, Verb = nameof(SendTickets), ActorId = actor.UserId ?? Guid.Empty, ResultId = link.Id, At = now });
        booking.Version++;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new TicketsSent(link.Id, link.ExpiresAt);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The other one of two clicks, or another change of the booking: the next look tells which.
            return null;
        }
    }

    internal static string IntentOf(Guid linkId) => $"tickets:{linkId:N}";

    private static async Task<Answer<TicketsSent>?> FirstResultAsync(PortalDb db, Guid actionId, Guid bookingId, CancellationToken cancellation)
    {
        var first = await (from deed in db.Deeds
                           where deed.Id == actionId
                           join link in db.CustomerLinks on deed.ResultId equals link.Id
                           where link.BookingId == bookingId
                           select new { link.Id, link.ExpiresAt }).SingleOrDefaultAsync(cancellation);
        return first is null ? null : (Answer<TicketsSent>)new TicketsSent(first.Id, first.ExpiresAt);
    }

    // Of an open day or a season the end counts; the wall clock is near enough for a matter of weeks.
    private static async Task<DateTime> LastDayAsync(PortalDb db, TicketSheet sheet, DateTime now, CancellationToken cancellation)
    {
        var items = sheet.Vouchers.Select(v => v.ItemId).ToList();
        var ends = await db.Items.Where(i => items.Contains(i.Id)).Join(db.Sessions, i => i.SessionId, s => s.Id, (_, s) => s.EndLocal).Distinct().ToListAsync(cancellation);
        var last = DateTime.SpecifyKind(ends.Concat(sheet.Vouchers.Select(v => v.What.StartLocal)).Max(), DateTimeKind.Utc);
        return last > now ? last : now;
    }

    private static string? NameOf(Buyer buyer) => $"{buyer.Find(BuyerField.FirstName)} {buyer.Find(BuyerField.LastName)}".Trim() is { Length: > 0 } name ? name : null;
}
