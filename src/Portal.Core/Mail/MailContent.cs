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

/// <summary>A link to purchased tickets, for the customer.</summary>
/// <param name="LinkId">The link; its token is made when the mail is rendered.</param>
/// <param name="Name">Whom the mail greets; null greets nobody by name.</param>
/// <param name="Agency">Who sold them.</param>
/// <param name="AgencyEmail">Where the customer may ask; null when not known.</param>
/// <param name="Reference">The booking's reference.</param>
/// <param name="Lines">How many for what, where and when, a line each.</param>
/// <param name="Tickets">How many.</param>
/// <param name="Ready">How many of them can be printed or shown now.</param>
/// <param name="Until">The last day of the link, in words.</param>
/// <param name="Language">ISO 639-1; lines and the last day are in it already.</param>
public sealed record TicketsForCustomer(
    Guid LinkId, string? Name, string Agency, string? AgencyEmail, string Reference, IReadOnlyList<string> Lines, int Tickets, int Ready, string Until, string Language = "en") : MailContent;

/// <summary>Why a customer is written to about guest data.</summary>
public enum GuestMailKind
{
    First,
    Reminder,
    /// <summary>No other reminder follows.</summary>
    Last,
    /// <summary>Something was refused, or is asked anew.</summary>
    Again,
}

/// <summary>A link to the page where guest data are filled in, for the customer or for one guest.</summary>
/// <param name="LinkId">The link; its token is made when the mail is rendered.</param>
/// <param name="Name">Whom the mail greets; null greets nobody by name. Nothing else in it is personal.</param>
/// <param name="Agency">Who sold it.</param>
/// <param name="AgencyEmail">Where the customer may ask; null when not known.</param>
/// <param name="Reference">The booking's reference.</param>
/// <param name="Lines">What, when and where, a line each.</param>
/// <param name="Language">ISO 639-1; the lines are in it already.</param>
/// <param name="Kind">Why it is sent.</param>
/// <param name="Persons">How many persons something is missing of.</param>
/// <param name="Fields">How many fields are missing or refused.</param>
/// <param name="DueAt">By when, UTC; null while no day is known.</param>
/// <param name="DueZone">IANA zone in which that is told: the venue's.</param>
public sealed record GuestsForCustomer(
    Guid LinkId, string? Name, string Agency, string? AgencyEmail, string Reference, IReadOnlyList<string> Lines, string Language, GuestMailKind Kind, int Persons, int Fields, DateTime? DueAt, string? DueZone) : MailContent;

/// <summary>Something happened to a booking without the agent: moved, cancelled, resolved, tickets are here.</summary>
/// <param name="Name">Whom the mail greets.</param>
/// <param name="Subject">One line.</param>
/// <param name="Said">What happened and what to do, in one or two sentences.</param>
/// <param name="Reference">Its reference.</param>
public sealed record NoticeToAgent(string Name, string Subject, string Said, string? Reference) : MailContent;

/// <summary>A deadline of a booking is near.</summary>
/// <param name="Name">Whom the mail greets.</param>
/// <param name="Reference">The booking's.</param>
/// <param name="What">What is kept: events and places.</param>
/// <param name="Until">When it ends, on the agency's clock and, where that differs, the venue's.</param>
/// <param name="Unpaid">What the customer still owes for the booking, in words; null when nothing.</param>
/// <param name="Prospect">What will happen if nobody does anything.</param>
/// <param name="IsLast">No other reminder follows.</param>
public sealed record DeadlineReminder(string Name, string Reference, string What, string Until, string? Unpaid, string Prospect, bool IsLast) : MailContent;
