namespace Portal.Core.Mail;

/// <summary>One mail of the outbox, without what it says. Instants are UTC.</summary>
/// <param name="To">The address, masked.</param>
/// <param name="What">Its kind, in words.</param>
/// <param name="DueAt">When it is tried next, while it waits.</param>
/// <param name="Tries">How often a sender took it since it was queued or tried again.</param>
/// <param name="Problem">Why it was not sent, in words; null when nothing went wrong.</param>
/// <param name="Reference">The booking it is about; null for none.</param>
/// <param name="Agency">Whose booking; null for none.</param>
/// <param name="Version">As it was read, for <see cref="RetryMail"/>.</param>
public sealed record MailRow(
    Guid Id, string To, string What, MailState State, DateTime CreatedAt, DateTime DueAt, DateTime? SentAt, int Tries, string? Problem, string? Reference, string? Agency, long Version);

/// <summary>A page of mails.</summary>
/// <param name="Total">How many there are, counted up to <see cref="FindMails.CountedUpTo"/>.</param>
/// <param name="IsCapped">There are more than that.</param>
/// <param name="Failed">How many of all that the reader sees have failed, counted up to <see cref="FindMails.CountedUpTo"/>.</param>
public sealed record MailList(IReadOnlyList<MailRow> Rows, int Total, bool IsCapped, int Failed);
