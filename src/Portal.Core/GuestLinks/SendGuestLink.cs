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
using Portal.Core.Tickets;

namespace Portal.Core.GuestLinks;

/// <summary>A sending as it was asked for.</summary>
/// <param name="ActionId">Made when the page was drawn, or of what is done; the same id is one mail.</param>
/// <param name="BookingId">Whose guests.</param>
/// <param name="GuestId">The one guest whose own link it is; null for the whole booking.</param>
/// <param name="To">The e-mail address.</param>
/// <param name="Language">Of mail and page, ISO 639-1.</param>
/// <param name="Kind">Why it is sent.</param>
public sealed record GuestLinkToSend(Guid ActionId, Guid BookingId, Guid? GuestId, string To, string Language, GuestMailKind Kind = GuestMailKind.First);

/// <summary>A mail with a link to the page for guest data is on its way.</summary>
/// <param name="LinkId">The link; its token is made when the mail is rendered.</param>
/// <param name="Until">Until when the link works, UTC.</param>
public sealed record GuestLinkSent(Guid LinkId, DateTime Until);

/// <summary>
/// Sends a customer, or one guest, the link to the page where guest data are filled in. Sending again makes another link and ends the one
/// of the same scope before it.
/// </summary>
public sealed class SendGuestLink(
    IDbContextFactory<PortalDb> databases, GuestPageReading reading, GuestSeal guests, BuyerSeal buyers, RecipientSeal recipients, QueueMail queue, TimeProvider time)
{
    /// <summary>A link works until the last event begins, and no longer than this.</summary>
    public static readonly TimeSpan WorksAtMost = TimeSpan.FromDays(180);

    public async Task<Answer<GuestLinkSent>> RunAsync(Actor actor, GuestLinkToSend wanted, CancellationToken cancellation)
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
    private async Task<Answer<GuestLinkSent>?> TryAsync(Actor actor, GuestLinkToSend wanted, string to, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var booking = await db.Bookings.VisibleTo(actor).SingleOrDefaultAsync(b => b.Id == wanted.BookingId, cancellation);
        if (booking is null)
            return new Refusal(RefusalReason.NotFound, "There is no such booking. Nothing was sent.");
        if (await FirstResultAsync(db, wanted.ActionId, booking.Id, cancellation) is { } first)
            return first;
        var read = await reading.ReadAsync(db, booking.Id, wanted.GuestId, cancellation);
        if (read.View.State != GuestPageState.Asking)
            return new Refusal(RefusalReason.NotAllowed, read.View.State == GuestPageState.Complete
                ? "Nothing is missing of this booking's guests. Nothing was sent." : "No guest data are collected for this booking any more. Nothing was sent.");

        var language = CustomerLanguage.Get(wanted.Language);
        var link = new CustomerLink
        {
            Id = Guid.CreateVersion7(), BookingId = booking.Id, AgencyId = booking.AgencyId, Purpose = LinkPurpose.Guests, GuestId = wanted.GuestId, Language = language.Code,
            SealedTo = recipients.Seal(to), CreatedAt = now, CreatedBy = actor.Name, ExpiresAt = Earlier(read.LastStart!.Value, now + WorksAtMost),
        };
        var buyer = buyers.Open(booking.SealedBuyer);
        var isBuyer = string.Equals(buyer.Find(BuyerField.Email), to, StringComparison.OrdinalIgnoreCase);
        var name = wanted.GuestId is null ? isBuyer ? NameOf(buyer.Find(BuyerField.FirstName), buyer.Find(BuyerField.LastName)) : null : NameOf(read.Guests.Values.Single());
        await queue.RunAsync(db, IntentOf(link.Id), to, GuestLetter.Of(link, read.View, name, wanted.Kind), cancellation, MailAbout.Of(booking));
        var ended = await CustomerLinks.RevokeAsync(db, booking.Id, LinkPurpose.Guests, wanted.GuestId, now, cancellation);
        db.CustomerLinks.Add(link);
        db.History.Add(new HistoryEntry
        {
            At = now, BookingId = booking.Id, By = actor.Name,
            Said = $"{GuestLetter.Said(wanted.Kind)} is sent to {TicketWords.Masked(to)}{(isBuyer ? ", the buyer" : "")}{(wanted.GuestId is null ? "" : $", for person {read.Guests.Keys.Single()} alone")}, in {language.Culture.Parent.EnglishName}."
                + (ended > 0 ? " The link that was sent before no longer works." : ""),
        });
        db.Deeds.Add(new Deed { Id = wanted.ActionId, Verb = nameof(SendGuestLink), ActorId = actor.UserId ?? Guid.Empty, ResultId = link.Id, At = now });
        if (await db.GuestProgress.SingleOrDefaultAsync(p => p.BookingId == booking.Id, cancellation) is { } progress)
        {
            if (wanted.GuestId is null)
                (progress.AskedAt, progress.AskedFor) = (now, progress.Reopened);
            progress.Touch();
        }
        booking.Version++;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new GuestLinkSent(link.Id, link.ExpiresAt);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The other one of two clicks, or another change of the booking: the next look tells which.
            return null;
        }
    }

    internal static string IntentOf(Guid linkId) => $"guests:{linkId:N}";

    private static async Task<Answer<GuestLinkSent>?> FirstResultAsync(PortalDb db, Guid actionId, Guid bookingId, CancellationToken cancellation)
    {
        var first = await (from deed in db.Deeds
                           where deed.Id == actionId
                           join link in db.CustomerLinks on deed.ResultId equals link.Id
                           where link.BookingId == bookingId
                           select new { link.Id, link.ExpiresAt }).SingleOrDefaultAsync(cancellation);
        return first is null ? null : (Answer<GuestLinkSent>)new GuestLinkSent(first.Id, first.ExpiresAt);
    }

    private string? NameOf(Guest guest)
    {
        var values = guests.Open(guest.SealedValues);
        return NameOf(values.GetValueOrDefault(GuestFields.FirstName), values.GetValueOrDefault(GuestFields.LastName));
    }

    private static string? NameOf(string? first, string? last) => $"{first} {last}".Trim() is { Length: > 0 } name ? name : null;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
