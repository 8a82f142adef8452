namespace Portal.Core.Mail;

public enum MailState { Waiting, Sending, Sent, Failed }

/// <summary>
/// A mail to be sent, written in the transaction of what caused it. Holds template and data, never the rendered text: links with
/// tokens are made when the mail is rendered.
/// </summary>
public sealed class OutboxMail
{
    public Guid Id { get; set; }
    /// <summary>One mail per intent: unique, e.g. <c>reset:USER:yyyyMMddHHmm</c>.</summary>
    public required string Intent { get; set; }
    public required string Template { get; set; }
    public required string To { get; set; }
    /// <summary>Sealed JSON of what the template needs.</summary>
    public required string SealedData { get; set; }
    public MailState State { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime DueAt { get; set; }
    public DateTime? ClaimedUntil { get; set; }
    public DateTime? SentAt { get; set; }
    public int Attempts { get; set; }
    public string? LastProblem { get; set; }
    /// <summary>The Message-ID header, fixed at creation so that a mail sent twice is recognised as one.</summary>
    public required string MessageId { get; set; }
    public long Version { get; set; }
}
