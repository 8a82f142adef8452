using Portal.Core.Lifecycles;

namespace Portal.Core.Mail;

/// <summary>
/// Waiting → Sending → Sent, back to Waiting when the server did not take it, Failed when it never will or nobody knows, until a person
/// has it tried again. A mail whose sender died is Sending with a claim that has run out: the next sender claims it again, or gives it up.
/// </summary>
public static class MailLifecycle
{
    public static readonly Lifecycle<MailState> Table = new("Mail", new()
    {
        [MailState.Waiting] = [MailState.Sending],
        [MailState.Sending] = [MailState.Sending, MailState.Waiting, MailState.Sent, MailState.Failed],
        [MailState.Failed] = [MailState.Waiting],
    });
}
