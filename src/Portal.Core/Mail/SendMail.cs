using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Persistence;

namespace Portal.Core.Mail;

/// <summary>
/// Sends what is due: claim, send, record, each mail by itself (see <see cref="OutboxMail"/>). Claimed and rendered one after the other, in
/// the order they are due; a few travel at once, so that one whose server hangs does not hold up the others. May run on several nodes,
/// twice, late, or be killed half-way.
/// </summary>
public sealed partial class SendMail(
    IDbContextFactory<PortalDb> databases, MailTemplates templates, MailCarrier carrier, TimeProvider clock, ILogger<SendMail> log)
{
    /// <summary>Tries before a mail is Failed: spread over about four hours.</summary>
    public const int GivesUpAfter = 10;

    /// <summary>Copies of a mail there may be at most.</summary>
    public const int CopiesAtMost = 2;

    /// <summary>Mails looked at in one run.</summary>
    public const int Batch = 50;

    /// <summary>Mails that travel at once.</summary>
    public const int AtOnce = 4;

    /// <returns>How many mails the server took.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var lanes = new SemaphoreSlim(AtOnce);
        var underWay = new List<Task<bool>>();
        var sent = 0;
        try
        {
            await StartDueAsync(lanes, underWay, cancellation);
        }
        finally
        {
            sent = (await Task.WhenAll(underWay)).Count(taken => taken);
        }
        return sent;
    }

    /// <summary>The pause before the next try: half a minute, doubled each time, an hour at most.</summary>
    public static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, attempts - 1), 3600));

    private async Task StartDueAsync(SemaphoreSlim lanes, List<Task<bool>> underWay, CancellationToken cancellation)
    {
        var due = await FindDueAsync(cancellation);
        // A run that waits for a server that hangs ends in time for what has become due meanwhile.
        var until = Now + carrier.Patience;
        foreach (var id in due)
        {
            await lanes.WaitAsync(cancellation);
            if (underWay.Count > 0 && Now > until)
                return;
            if (await ClaimAsync(id, cancellation) is { } mail && await RenderAsync(mail, cancellation) is { } text)
                underWay.Add(SendAsync(mail, text, lanes, cancellation));
            else
                lanes.Release();
        }
    }

    private async Task<List<Guid>> FindDueAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.OutboxMails.Due(Now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(cancellation);
    }

    private async Task<OutboxMail?> ClaimAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.OutboxMails.Due(Now).SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } mail)
            return null;
        if (mail.Doubts >= CopiesAtMost || mail.Attempts >= GivesUpAfter)
        {
            mail.RecordFailure(mail.Doubts >= CopiesAtMost ? InDoubt : $"Given up: {GivesUpAfter} senders took it and none said what became of it.");
            await db.TrySaveAsync(cancellation);
            return null;
        }
        mail.Claim(Now + carrier.Patience + TimeSpan.FromMinutes(1));
        return await db.TrySaveAsync(cancellation) ? mail : null;
    }

    private async Task<MailText?> RenderAsync(OutboxMail mail, CancellationToken cancellation)
    {
        try
        {
            if (await templates.RenderAsync(mail, cancellation) is { } text)
                return text;
            await RecordAsync(mail, m => m.RecordFailure("Not sent: the account it was for is not active any more, or the link it would carry was revoked."));
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or DbUpdateException))
        {
            // One mail that cannot be rendered must not keep the others waiting.
            LogFault(log, fault, mail.Id);
            await RecordAsync(mail, m => Postpone(m, $"Could not be rendered: {fault.GetType().Name}.", false));
        }
        return null;
    }

    private async Task<bool> SendAsync(OutboxMail mail, MailText text, SemaphoreSlim lanes, CancellationToken cancellation)
    {
        var hasLeft = false;
        Action<OutboxMail> record;
        try
        {
            await carrier.SendAsync(new ReadyMail(mail.MessageId, templates.AddressOf(mail), text), async () =>
            {
                await HandOverAsync(mail);
                hasLeft = true;
            }, cancellation);
            record = m => m.RecordSent(Now);
        }
        catch (MailNotTakenException notTaken)
        {
            LogNotTaken(log, mail.Id, mail.Attempts, notTaken.Message);
            record = m => Postpone(m, notTaken.Message, notTaken.IsForGood, isClear: hasLeft && !notTaken.IsInDoubt);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(log, fault, mail.Id);
            record = m => Postpone(m, $"Could not be sent: {fault.GetType().Name}.", false);
        }
        finally
        {
            lanes.Release();
        }
        await RecordAsync(mail, record);
        return mail.State == MailState.Sent;
    }

    /// <param name="mail">Of which it is written.</param>
    /// <param name="problem">What went wrong.</param>
    /// <param name="isForGood">Asking again is useless.</param>
    /// <param name="isClear">The text had left, and was clearly refused.</param>
    private void Postpone(OutboxMail mail, string problem, bool isForGood, bool isClear = false)
    {
        if (isClear)
            mail.TakeBack();
        if (mail.Doubts >= CopiesAtMost)
            mail.RecordFailure($"{problem} {InDoubt}");
        else if (isForGood || mail.Attempts >= GivesUpAfter)
            mail.RecordFailure(problem);
        else
            mail.RecordDelay(problem, Now + PauseAfter(mail.Attempts));
    }

    // Before the text leaves. It does not when another sender has the mail by now.
    private async Task HandOverAsync(OutboxMail mail)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        db.OutboxMails.Attach(mail);
        mail.HandOver();
        if (!await db.TrySaveAsync(CancellationToken.None))
            throw new MailNotTakenException("Another sender has it.", isForGood: false);
    }

    // Not cancelled by a shutdown: what is known of a mail is written down.
    private async Task RecordAsync(OutboxMail mail, Action<OutboxMail> record)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        db.OutboxMails.Attach(mail);
        record(mail);
        if (!await db.TrySaveAsync(CancellationToken.None))
            LogLate(log, mail.Id);
    }

    private const string InDoubt = "Twice its text left and nothing was heard: nobody knows whether it arrived.";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was not taken at try {Attempt}: {Problem}")]
    private static partial void LogNotTaken(ILogger log, Guid mail, int attempt, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} could not be rendered or sent. It is tried again.")]
    private static partial void LogFault(ILogger log, Exception fault, Guid mail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of mail {Mail} was recorded by another sender meanwhile: this one took longer than its claim.")]
    private static partial void LogLate(ILogger log, Guid mail);
}
