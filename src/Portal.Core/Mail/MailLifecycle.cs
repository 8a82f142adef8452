using Portal.Core.Lifecycles;

namespace Portal.Core.Mail;

/// <summary>
/// Waiting → Sending → Sent, back to Waiting when the server did not take it, Failed when it never will. A mail whose sender died
/// is Sending with a claim that has run out: the next sender claims it again.
/// </summary>
public static class MailLifecycle
{
    public static readonly Lifecycle<MailState> Table = new("Mail", new()
    {
        [MailState.Waiting] = [MailState.Sending],
        [MailState.Sending] = [MailState.Sending, MailState.Waiting, MailState.Sent, MailState.Failed],
    });
}
