using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Core.Agencies;
using Portal.Core.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>What tests of the list of mails set up.</summary>
internal static class MailsSeen
{
    /// <summary>Queues a mail past all verbs, about the agency's booking where one is given.</summary>
    public static async Task WritesAsync(this PortalWorld world, string intent, MailContent? content = null, MailAbout? about = null, string to = "ada@example.org")
    {
        await using var db = world.Open();
        await world.Get<QueueMail>().RunAsync(db, intent, to, content ?? new PasswordReset(Guid.NewGuid()), default, about);
        await db.SaveChangesAsync();
    }

    /// <summary>The job, with a mail server that takes everything, or the one given.</summary>
    public static Task<int> PostAsync(this PortalWorld world, KeptMail? server = null) =>
        new SendMail(world.Database.Factory, new MailTemplates(world.Get<MailSeal>(), new PlainLinks()), server ?? new KeptMail(), world.Time, NullLogger<SendMail>.Instance).RunAsync(default);

    /// <summary>A mail server that knows no mailbox.</summary>
    public static KeptMail Nowhere => new() { Before = () => throw new MailNotTakenException("The mail server refused the address (550).", isForGood: true) };

    public static Task<MailList> FoundAsync(this PortalWorld world, Actor actor, MailFilter filter = MailFilter.All, int page = 1) =>
        world.Get<FindMails>().RunAsync(actor, new MailQuery { Filter = filter, Page = page }, default);
}
