using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.Core.Mail;

namespace Portal.Web.Mail;

/// <summary>Hands mail to an SMTP server.</summary>
public sealed class SmtpCarrier(IOptions<SmtpSettings> options) : MailCarrier
{
    public override TimeSpan Patience => TimeSpan.FromSeconds(30);

    public override async Task SendAsync(ReadyMail mail, CancellationToken cancellation)
    {
        var settings = options.Value;
        if (string.IsNullOrWhiteSpace(settings.Host))
            throw new MailNotTakenException("No mail server is configured (Mail:Host). The mail waits.", isForGood: false);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var message = Write(mail, settings);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.UserName is { Length: > 0 } name)
            client.Credentials = new NetworkCredential(name, settings.Password);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (SmtpFailedRecipientException refused)
        {
            throw new MailNotTakenException($"The mail server refused the address ({(int)refused.StatusCode}).", IsForGood(refused.StatusCode), refused);
        }
        catch (SmtpException failed)
        {
            var why = failed.StatusCode == SmtpStatusCode.GeneralFailure ? "could not be reached or broke off" : $"answered {(int)failed.StatusCode}";
            throw new MailNotTakenException($"The mail server {why}.", IsForGood(failed.StatusCode), failed);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new MailNotTakenException($"The mail server gave no answer in {Patience.TotalSeconds:0} seconds.", isForGood: false, slow);
        }
    }

    private static MailMessage Write(ReadyMail mail, SmtpSettings settings)
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
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    // 550 and 553: no such mailbox. Other fives are our own fault (sender, size, policy) and pass when somebody repairs them.
    private static bool IsForGood(SmtpStatusCode status) => status is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed;
}
