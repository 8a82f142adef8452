namespace Portal.Core.Mail;

public static class MailQueries
{
    /// <summary>What is to be sent now: waiting and due, or claimed by a sender that died.</summary>
    public static IQueryable<OutboxMail> Due(this IQueryable<OutboxMail> mails, DateTime now) => mails.Where(m =>
        (m.State == MailState.Waiting && m.DueAt <= now) || (m.State == MailState.Sending && m.ClaimedUntil < now));
}
