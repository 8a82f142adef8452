using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Persistence;
using Portal.Core.Providers;
using Portal.Core.Tickets;

namespace Portal.Core.Mail;

/// <summary>Has a failed mail tried again, once for each time it failed: of two who ask, the later one is told that it waits already.</summary>
public sealed class RetryMail(IDbContextFactory<PortalDb> databases, MailSeal seal, TimeProvider time)
{
    /// <param name="actor">An admin, or a manager of the agency whose booking it is about.</param>
    /// <param name="mailId">Which mail.</param>
    /// <param name="seen">Its version as the page showed it.</param>
    /// <param name="cancellation">Ends it before anything is saved.</param>
    /// <returns>The state it is in now.</returns>
    public async Task<Answer<MailState>> RunAsync(Actor actor, Guid mailId, long seen, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mail = await db.OutboxMails.VisibleTo(actor).SingleOrDefaultAsync(m => m.Id == mailId, cancellation);
        if (mail is null || !await db.RunsAgencyAsync(actor, cancellation))
            return new Refusal(RefusalReason.NotFound, "There is no such mail, or only a manager of the agency or an administrator can do this. Nothing was sent.");
        if (mail.SealedData.Length == 0)
            return new Refusal(RefusalReason.NotAllowed, "What this mail said was erased in time. Nothing was sent.");
        if (mail.State != MailState.Failed || mail.Version != seen)
            return Moved;
        var now = time.GetUtcNow().UtcDateTime;
        mail.TryAgain(now);
        db.History.Add(new HistoryEntry
        {
            At = now, By = actor.Name, BookingId = mail.BookingId,
            Said = $"The mail '{MailWords.Of(mail.Template)}' to {TicketWords.Masked(seal.OpenAddress(mail.SealedTo))} is tried again.",
        });
        return await db.TrySaveAsync(cancellation) ? mail.State : Moved;
    }

    private static Answer<MailState> Moved =>
        new Refusal(RefusalReason.Busy, "Somebody was faster, or it is under way already. Look at how it stands now.");
}
