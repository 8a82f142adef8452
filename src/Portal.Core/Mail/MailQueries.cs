using Portal.Core.Agencies;

namespace Portal.Core.Mail;

/// <summary>Ways to mails that cannot forget whose they are.</summary>
public static class MailQueries
{
    /// <summary>Those about the agency's bookings; an admin's and a job's all, those about accounts among them.</summary>
    public static IQueryable<OutboxMail> VisibleTo(this IQueryable<OutboxMail> mails, Actor actor) => actor.SeesAll
        ? mails
        : mails.Where(m => m.AgencyId != null && m.AgencyId == actor.AgencyId && m.BookingId != null);

    /// <summary>What is to be sent now: waiting and due, or claimed by a sender that died.</summary>
    public static IQueryable<OutboxMail> Due(this IQueryable<OutboxMail> mails, DateTime now) => mails.Where(m =>
        (m.State == MailState.Waiting && m.DueAt <= now) || (m.State == MailState.Sending && m.ClaimedUntil < now));
}
