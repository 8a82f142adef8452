using Portal.Core.Languages;
using Portal.Core.Links;
using Portal.Core.Mail;

namespace Portal.Core.Tickets;

/// <summary>What the mail with a customer's tickets says, in the language of its link.</summary>
internal static class TicketLetter
{
    /// <param name="link">The link it carries; its token is made at rendering.</param>
    /// <param name="sheet">The tickets.</param>
    /// <param name="name">Whom it greets; null greets nobody by name.</param>
    public static TicketsForCustomer Of(CustomerLink link, TicketSheet sheet, string? name)
    {
        var language = CustomerLanguage.Get(link.Language);
        return new(link.Id, name, sheet.Agency, sheet.AgencyEmail, sheet.Reference,
            [.. sheet.Vouchers.GroupBy(v => (v.What.EventId, v.What.StartLocal)).Select(g => $"{language.Words.Say(language.Words.Mail.TicketsLine, g.Count())}: {language.Line(g.First().What)}")],
            sheet.Vouchers.Count, sheet.Ready, language.Day(link.ExpiresAt), language.Code);
    }
}
