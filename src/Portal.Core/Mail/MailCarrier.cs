namespace Portal.Core.Mail;

/// <summary>A mail ready to travel.</summary>
/// <param name="MessageId">The left side of the Message-ID header; the same on every try.</param>
/// <param name="To">The address.</param>
/// <param name="Text">What it says.</param>
public sealed record ReadyMail(string MessageId, string To, MailText Text);

/// <summary>The one way out for mail. The portal's own speaks SMTP; it lives outside the domain, which knows no network.</summary>
public abstract class MailCarrier
{
    /// <summary>How long <see cref="SendAsync"/> takes at most; a claim on a mail lasts longer.</summary>
    public abstract TimeSpan Patience { get; }

    /// <summary>Hands the mail to a server that answers for it from then on.</summary>
    /// <param name="mail">What travels.</param>
    /// <param name="handOver">Awaited once, just before the text leaves: from then on only the server's answer tells whether it has the mail. What it throws keeps the mail here.</param>
    /// <param name="cancellation">Ends the try, unless the text has left: then the answer is waited for, within <see cref="Patience"/>.</param>
    /// <exception cref="MailNotTakenException">It was not taken, or nobody knows whether it was.</exception>
    public abstract Task SendAsync(ReadyMail mail, Func<Task> handOver, CancellationToken cancellation);
}

/// <summary>A mail server did not take a mail. The message holds neither address nor text.</summary>
public sealed class MailNotTakenException(string message, bool isForGood, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether asking again is useless: the server knows no such mailbox.</summary>
    public bool IsForGood => isForGood;

    /// <summary>Whether the server may have it: the text had left, and no answer came.</summary>
    public bool IsInDoubt { get; init; }
}
