namespace Portal.Core.Mail;

/// <summary>Mails as people read of them.</summary>
public static class MailWords
{
    /// <summary>What a kind of mail is for; a kind that has no words yet is spelled out from its name.</summary>
    public static string Of(string template) => template switch
    {
        nameof(PasswordReset) => "Link to choose a new password",
        nameof(Invitation) => "Invitation to the portal",
        nameof(TicketsForCustomer) => "Tickets for the customer",
        nameof(GuestsForCustomer) => "Guest data asked of the customer",
        nameof(NoticeToAgent) => "Notice to the agent",
        nameof(DeadlineReminder) => "Reminder of a deadline",
        _ => string.Concat(template.Select((c, at) => at > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")),
    };
}
