namespace Portal.Core.Mail;

/// <summary>Turns what a mail says into the words it is said in. One method per kind of <see cref="MailContent"/>.</summary>
public sealed class MailTemplates(MailSeal seal, LinkMaker links)
{
    private const string NotYou = "If you did not ask for this, you can leave this mail alone: nothing changes without the link.";

    /// <summary>The name under which a kind of content is kept in the outbox.</summary>
    public static string NameOf(MailContent content) => content.GetType().Name;

    /// <summary>To whom it goes.</summary>
    public string AddressOf(OutboxMail mail) => seal.OpenAddress(mail.SealedTo);

    /// <summary>The mail in its words, with fresh links; null when there is nobody left to say it to.</summary>
    /// <exception cref="InvalidOperationException">The outbox names a template that is not here.</exception>
    public Task<MailText?> RenderAsync(OutboxMail mail, CancellationToken cancellation) => mail.Template switch
    {
        nameof(PasswordReset) => RenderAsync(seal.Open<PasswordReset>(mail.SealedData), cancellation),
        nameof(Invitation) => RenderAsync(seal.Open<Invitation>(mail.SealedData), cancellation),
        nameof(TicketsForCustomer) => RenderAsync(seal.Open<TicketsForCustomer>(mail.SealedData), cancellation),
        nameof(GuestsForCustomer) => RenderAsync(seal.Open<GuestsForCustomer>(mail.SealedData), cancellation),
        nameof(NoticeToAgent) => Task.FromResult<MailText?>(Render(seal.Open<NoticeToAgent>(mail.SealedData))),
        nameof(DeadlineReminder) => Task.FromResult<MailText?>(Render(seal.Open<DeadlineReminder>(mail.SealedData))),
        _ => throw new InvalidOperationException($"There is no mail template '{mail.Template}'."),
    };

    private async Task<MailText?> RenderAsync(PasswordReset content, CancellationToken cancellation)
    {
        if (await links.PasswordAsync(content.UserId, cancellation) is not { } link)
            return null;
        return new Letter("Choose a new password", link.Name,
            ["Somebody, most likely you, asked for a new password for your account.",
             $"The link below works once, for {link.Hours} hours. Your present password works until you have chosen a new one."],
            ("Choose a new password", link.Address), NotYou).Render();
    }

    private async Task<MailText?> RenderAsync(Invitation content, CancellationToken cancellation)
    {
        if (await links.PasswordAsync(content.UserId, cancellation) is not { } link)
            return null;
        var whose = content.AgencyName is { } agency ? $"{content.InvitedBy} has made an account for you at {agency}." : $"{content.InvitedBy} has made an account for you.";
        return new Letter("Your account is ready", link.Name,
            [whose, $"Choose a password with the link below and sign in with this e-mail address. The link works once, for {link.Hours} hours; after that, 'Forgot password' on the sign-in page sends a new one."],
            ("Choose a password", link.Address), "If you do not know why you got this mail, you can leave it alone.").Render();
    }

    private async Task<MailText?> RenderAsync(TicketsForCustomer content, CancellationToken cancellation) =>
        await links.TicketsAsync(content.LinkId, cancellation) is { } address ? CustomerLetters.Of(content, address).Render() : null;

    private async Task<MailText?> RenderAsync(GuestsForCustomer content, CancellationToken cancellation) =>
        await links.GuestsAsync(content.LinkId, cancellation) is { } address ? CustomerLetters.Of(content, address).Render() : null;

    private MailText Render(NoticeToAgent content)
    {
        (string, Uri)? link = content.Reference is { } reference ? ($"Open booking {reference}", links.Booking(reference)) : null;
        return new Letter(content.Subject, content.Name, [content.Said], link, "You get this mail because the booking is yours.").Render();
    }

    private MailText Render(DeadlineReminder content) => new Letter($"{(content.IsLast ? "Last reminder: " : "")}{content.Reference} is kept until {content.Until}", content.Name,
        [$"{content.What} of booking {content.Reference} {(content.IsLast ? "is still not bought. It is" : "is")} kept unpaid until {content.Until}.",
         content.Unpaid is { } unpaid ? $"The customer still owes {unpaid}." : "The customer has paid for it.",
         content.Prospect],
        ($"Open booking {content.Reference}", links.Booking(content.Reference)),
        content.IsLast ? "This is the last reminder of this deadline." : "You are reminded once more before it is over.").Render();
}
