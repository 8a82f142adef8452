using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Persistence;

namespace Portal.Core.Mail;

/// <summary>
/// Sends what is due: claim, send, record, one mail after the other (see <see cref="OutboxMail"/>). May run on several nodes, twice,
/// late, or be killed half-way.
/// </summary>
public sealed partial class SendMail(
    IDbContextFactory<PortalDb> databases, MailTemplates templates, MailCarrier carrier, TimeProvider clock, ILogger<SendMail> log)
{
    /// <summary>Tries before a mail is Failed: spread over about four hours.</summary>
    public const int GivesUpAfter = 10;

    /// <summary>Mails looked at in one run.</summary>
    public const int Batch = 50;

    /// <returns>How many mails the server took.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var id in await FindDueAsync(cancellation))
            if (await ClaimAsync(id, cancellation) is { } mail && await SendAsync(mail, cancellation))
                sent++;
        return sent;
    }

    /// <summary>The pause before the next try: half a minute, doubled each time, an hour at most.</summary>
    public static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, attempts - 1), 3600));

    private async Task<List<Guid>> FindDueAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.OutboxMails.Due(Now).OrderBy(m => m.DueAt).Select(m => m.Id).Take(Batch).ToListAsync(cancellation);
    }

    private async Task<OutboxMail?> ClaimAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.OutboxMails.Due(Now).SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } mail)
            return null;
        if (mail.Attempts >= GivesUpAfter)
        {
            mail.RecordFailure($"Given up: {GivesUpAfter} senders took it and none said what became of it.");
            await SavedAsync(db, cancellation);
            return null;
        }
        mail.Claim(Now + carrier.Patience + TimeSpan.FromMinutes(1));
        return await SavedAsync(db, cancellation) ? mail : null;
    }

    private async Task<bool> SendAsync(OutboxMail mail, CancellationToken cancellation)
    {
        try
        {
            if (await templates.RenderAsync(mail, cancellation) is not { } text)
                await RecordAsync(mail, m => m.RecordFailure("Not sent: the account it was for is not active any more, or the link it would carry was revoked."));
            else
            {
                await carrier.SendAsync(new ReadyMail(mail.MessageId, templates.AddressOf(mail), text), cancellation);
                await RecordAsync(mail, m => m.RecordSent(Now));
                return true;
            }
        }
        catch (MailNotTakenException notTaken)
        {
            LogNotTaken(log, mail.Id, mail.Attempts, notTaken.Message);
            await RecordAsync(mail, m => Postpone(m, notTaken.Message, notTaken.IsForGood));
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or DbUpdateException))
        {
            // One mail that cannot be rendered must not keep the others waiting.
            LogFault(log, fault, mail.Id);
            await RecordAsync(mail, m => Postpone(m, $"Could not be rendered or sent: {fault.GetType().Name}.", false));
        }
        return false;
    }

    private void Postpone(OutboxMail mail, string problem, bool isForGood)
    {
        if (isForGood || mail.Attempts >= GivesUpAfter)
            mail.RecordFailure(problem);
        else
            mail.RecordDelay(problem, Now + PauseAfter(mail.Attempts));
    }

    // Not cancelled by a shutdown: what is known of a mail is written down.
    private async Task RecordAsync(OutboxMail mail, Action<OutboxMail> record)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        db.OutboxMails.Attach(mail);
        record(mail);
        if (!await SavedAsync(db, CancellationToken.None))
            LogLate(log, mail.Id);
    }

    // False when another sender has the mail: its version is not the one that was read.
    private static async Task<bool> SavedAsync(PortalDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was not taken at try {Attempt}: {Problem}")]
    private static partial void LogNotTaken(ILogger log, Guid mail, int attempt, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} could not be rendered or sent. It is tried again.")]
    private static partial void LogFault(ILogger log, Exception fault, Guid mail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of mail {Mail} was recorded by another sender meanwhile: this one took longer than its claim.")]
    private static partial void LogLate(ILogger log, Guid mail);
}
