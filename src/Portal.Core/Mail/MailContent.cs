namespace Portal.Core.Mail;

/// <summary>What a mail says, as data. Each kind has its template in <see cref="MailTemplates"/>.</summary>
public abstract record MailContent;

/// <summary>A link to choose a new password.</summary>
public sealed record PasswordReset(Guid UserId) : MailContent;

/// <summary>A new account, and a link to choose its first password.</summary>
/// <param name="UserId">The new account.</param>
/// <param name="InvitedBy">The name of who made it.</param>
/// <param name="AgencyName">The agency it belongs to; null for admins of the portal.</param>
public sealed record Invitation(Guid UserId, string InvitedBy, string? AgencyName) : MailContent;

/// <summary>Something happened to a booking without the agent: moved, cancelled, resolved, tickets are here.</summary>
/// <param name="Name">Whom the mail greets.</param>
/// <param name="Subject">One line.</param>
/// <param name="Said">What happened and what to do, in one or two sentences.</param>
/// <param name="Reference">Its reference.</param>
public sealed record NoticeToAgent(string Name, string Subject, string Said, string? Reference) : MailContent;
