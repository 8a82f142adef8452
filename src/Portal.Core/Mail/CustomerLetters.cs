using Portal.Core.Languages;

namespace Portal.Core.Mail;

/// <summary>The letters to customers, each in the language that its content names.</summary>
internal static class CustomerLetters
{
    public static Letter Of(GuestsForCustomer content, Uri link)
    {
        var language = CustomerLanguage.Get(content.Language);
        var words = language.Words.Mail;
        var (subject, body) = content.Kind switch
        {
            GuestMailKind.First => (words.FirstSubject, words.FirstBody),
            GuestMailKind.Reminder => (words.ReminderSubject, words.ReminderBody),
            GuestMailKind.Last => (words.LastSubject, words.LastBody),
            GuestMailKind.Again => (words.AgainSubject, words.AgainBody),
            _ => throw new InvalidOperationException($"There is no mail of the kind '{content.Kind}'."),
        };
        List<string> paragraphs = [body.With(("reference", content.Reference), ("agency", content.Agency)), .. content.Lines, words.Missing.With(("fields", content.Fields), ("persons", content.Persons))];
        if (content.DueAt is { } due)
            paragraphs.Add(words.Due.With(("date", language.Instant(due, content.DueZone))));
        paragraphs.Add(words.AboutLink);
        return new Letter(subject.With(("reference", content.Reference)), content.Name, paragraphs, (words.Button, link), language.Questions(content.Agency, content.AgencyEmail)) { Language = language };
    }

    public static Letter Of(TicketsForCustomer content, Uri link)
    {
        var language = CustomerLanguage.Get(content.Language);
        var words = language.Words.Mail;
        var body = words.TicketsBody.With(("agency", content.Agency));
        if (content.Ready < content.Tickets)
            body += " " + (content.Ready == 0 ? words.TicketsNoneYet : words.TicketsSomeYet.With(("ready", content.Ready), ("count", content.Tickets)));
        return new Letter(words.TicketsSubject.With(("reference", content.Reference)), content.Name, [body, .. content.Lines, words.TicketsAboutLink.With(("date", content.Until))],
            (words.TicketsButton, link), language.Questions(content.Agency, content.AgencyEmail)) { Language = language };
    }
}
