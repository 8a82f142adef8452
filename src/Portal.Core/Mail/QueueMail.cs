using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Mail;

/// <summary>Adds a mail to the context in which the caller saves what the mail is about: both are written, or neither.</summary>
public sealed class QueueMail(MailSeal seal, TimeProvider clock)
{
    /// <param name="db">The caller's context; the caller saves.</param>
    /// <param name="intent">What the mail is for, so that it is queued once: at most 200 characters.</param>
    /// <param name="to">The address.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellation">Stops the look whether the intent is queued already.</param>
    /// <param name="about">The booking it is about; null for accounts.</param>
    /// <returns>False when a mail of that intent is queued already. Of two that ask at once the slower one's save fails.</returns>
    public async Task<bool> RunAsync(PortalDb db, string intent, string to, MailContent content, CancellationToken cancellation, MailAbout? about = null)
    {
        if (db.OutboxMails.Local.Any(m => m.Intent == intent) || await db.OutboxMails.AnyAsync(m => m.Intent == intent, cancellation))
            return false;
        var now = clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7();
        db.OutboxMails.Add(new OutboxMail
        {
            Id = id,
            Intent = intent,
            Template = MailTemplates.NameOf(content),
            SealedTo = seal.SealAddress(to),
            AgencyId = about?.AgencyId,
            BookingId = about?.BookingId,
            SealedData = seal.Seal(content),
            CreatedAt = now,
            DueAt = now,
            MessageId = id.ToString("N"),
        });
        return true;
    }
}
