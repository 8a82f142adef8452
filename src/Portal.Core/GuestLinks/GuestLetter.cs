using Portal.Core.Languages;
using Portal.Core.Links;
using Portal.Core.Mail;

namespace Portal.Core.GuestLinks;

/// <summary>What the mail says that asks for guest data.</summary>
internal static class GuestLetter
{
    /// <param name="link">The link it carries; its token is made at rendering.</param>
    /// <param name="view">What is asked.</param>
    /// <param name="name">Whom it greets; null greets nobody by name.</param>
    /// <param name="kind">Why it is sent.</param>
    public static GuestsForCustomer Of(CustomerLink link, GuestPageView view, string? name, GuestMailKind kind) => new(
        link.Id, name, view.Agency, view.AgencyEmail, view.Reference, [.. view.Events.Select(CustomerLanguage.Get(link.Language).Line)], link.Language, kind,
        view.Persons.Count(p => !p.IsDone), view.Persons.Sum(p => p.Open), view.IsLate ? null : view.DueAt, view.DueZone);

    /// <summary>What it is, for the history.</summary>
    public static string Said(GuestMailKind kind) => kind switch
    {
        GuestMailKind.Reminder => "A reminder with a link to the page for guest data",
        GuestMailKind.Last => "The last reminder with a link to the page for guest data",
        GuestMailKind.Again => "A link to the page for guest data that are asked once more",
        _ => "A link to the page for guest data",
    };
}
