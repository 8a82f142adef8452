using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.Core.Mail;

namespace Portal.Web.Mail;

/// <summary>Hands mail to an SMTP server.</summary>
public sealed class SmtpCarrier(IOptions<SmtpSettings> options, TimeProvider clock) : MailCarrier
{
    public override TimeSpan Patience => options.Value.Patience;

    public override async Task SendAsync(ReadyMail mail, Func<Task> handOver, CancellationToken cancellation)
    {
        var settings = options.Value;
        if (string.IsNullOrWhiteSpace(settings.Host))
            throw new MailNotTakenException("No mail server is configured (Mail:Host). The mail waits.", isForGood: false);
        var hasLeft = false;
        using var patience = new CancellationTokenSource(Patience, clock);
        var over = patience.Token;
        await using var stopping = cancellation.Register(() =>
        {
            if (!hasLeft)
                patience.Cancel();
        });
        using var message = Write(mail, settings, async () =>
        {
            over.ThrowIfCancellationRequested();
            await handOver();
            over.ThrowIfCancellationRequested();
            hasLeft = true;
        });
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = (int)Patience.TotalMilliseconds };
        if (settings.UserName is { Length: > 0 } name)
            client.Credentials = new NetworkCredential(name, settings.Password);
        try
        {
            // Once the text has left, the client hears of no cancellation: it is not waited for any longer, and its line ends with it.
            await client.SendMailAsync(message, over).WaitAsync(over);
        }
        catch (SmtpFailedRecipientException refused)
        {
            throw new MailNotTakenException($"The mail server refused the address ({(int)refused.StatusCode}).", IsForGood(refused.StatusCode), refused);
        }
        catch (SmtpException failed) when (failed.StatusCode != SmtpStatusCode.GeneralFailure)
        {
            throw new MailNotTakenException($"The mail server answered {(int)failed.StatusCode}.", IsForGood(failed.StatusCode), failed);
        }
        catch (SmtpException broken)
        {
            throw new MailNotTakenException(hasLeft ? "The mail server broke off after it had the text." : "The mail server could not be reached or broke off.",
                isForGood: false, broken) { IsInDoubt = hasLeft };
        }
        catch (OperationCanceledException slow)
        {
            throw new MailNotTakenException(cancellation.IsCancellationRequested && !hasLeft ? "The portal stopped before the mail had left."
                : $"The mail server gave no answer in {Patience.TotalSeconds:0} seconds.", isForGood: false, slow) { IsInDoubt = hasLeft };
        }
    }

    private static MailMessage Write(ReadyMail mail, SmtpSettings settings, Func<Task> handOver)
    {
        var from = new MailAddress(settings.From);
        var message = new MailMessage(from, new MailAddress(mail.To))
        {
            Subject = mail.Text.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text.Plain,
            BodyEncoding = Encoding.UTF8,
            Headers = { { "Message-ID", $"<{mail.MessageId}@{from.Host}>" }, { "Auto-Submitted", "auto-generated" } },
        };
        // The last part: before it is read, the server has no whole mail.
        message.AlternateViews.Add(new AlternateView(new AwaitedStream(Encoding.UTF8.GetBytes(mail.Text.Html), handOver), new ContentType(MediaTypeNames.Text.Html) { CharSet = Encoding.UTF8.WebName })
        {
            TransferEncoding = TransferEncoding.Base64,
        });
        return message;
    }

    // 550 and 553: no such mailbox. Other fives are our own fault (sender, size, policy) and pass when somebody repairs them.
    private static bool IsForGood(SmtpStatusCode status) => status is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed;
}
