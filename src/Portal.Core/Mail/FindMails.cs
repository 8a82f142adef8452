using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;
using Portal.Core.Tickets;

namespace Portal.Core.Mail;

/// <summary>
/// Finds what became of mails, newest first: an admin's all, a manager's those about the agency's bookings, an agent's none. What they say
/// stays sealed and whom they go to masked.
/// </summary>
public sealed class FindMails(IDbContextFactory<PortalDb> databases, MailSeal seal)
{
    public const int PageSize = 40;
    public const int CountedUpTo = 8_000;

    public async Task<MailList> RunAsync(Actor actor, MailQuery query, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.RunsAgencyAsync(actor, cancellation))
            return new MailList([], 0, false, 0);
        var visible = db.OutboxMails.AsNoTracking().VisibleTo(actor);
        var found = query.Filter switch
        {
            MailFilter.Waiting => visible.Where(m => m.State == MailState.Waiting || m.State == MailState.Sending),
            MailFilter.Sent => visible.Where(m => m.State == MailState.Sent),
            MailFilter.Failed => visible.Where(m => m.State == MailState.Failed),
            _ => visible,
        };
        var total = await found.Select(m => m.Id).Take(CountedUpTo + 1).CountAsync(cancellation);
        var page = found.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip((query.Page - 1) * PageSize).Take(PageSize);
        var rows = await (
            from mail in page
            join booking in db.Bookings on mail.BookingId equals booking.Id into bookings
            from booking in bookings.DefaultIfEmpty()
            join agency in db.Agencies on mail.AgencyId equals agency.Id into agencies
            from agency in agencies.DefaultIfEmpty()
            orderby mail.CreatedAt descending, mail.Id descending
            select new
            {
                mail.Id, mail.SealedTo, mail.Template, mail.State, mail.CreatedAt, mail.DueAt, mail.SentAt, mail.Attempts, mail.LastProblem, mail.Version,
                Reference = (string?)booking.Reference, Agency = (string?)agency.Name,
            }).ToListAsync(cancellation);
        var failed = query.Filter == MailFilter.Failed ? total
            : await visible.Where(m => m.State == MailState.Failed).Select(m => m.Id).Take(CountedUpTo).CountAsync(cancellation);
        return new MailList([.. rows.Select(m => new MailRow(
            m.Id, TicketWords.Masked(seal.OpenAddress(m.SealedTo)), MailWords.Of(m.Template), m.State, m.CreatedAt, m.DueAt, m.SentAt, m.Attempts, m.LastProblem, m.Reference, m.Agency, m.Version))],
            Math.Min(total, CountedUpTo), total > CountedUpTo, Math.Min(failed, CountedUpTo));
    }
}
