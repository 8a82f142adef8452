namespace Portal.Core.Agencies;

/// <summary>How an agency collects guest data after the sale.</summary>
/// <param name="SendsLinks">Customers get their link by itself once a provider waits for data and an address is known.</param>
/// <param name="DueDays">Data are due so many days before the event.</param>
/// <param name="RemindDays">Customers are reminded every so many days until then; 0 for never.</param>
/// <param name="WarnHours">The agent is warned so many hours before data are late; 0 for never.</param>
/// <param name="EraseDays">What is known of persons is erased so many days after the event.</param>
/// <param name="Language">In which language customers are written to unless a booking says otherwise, ISO 639-1.</param>
public sealed record GuestRule(bool SendsLinks, int DueDays, int RemindDays, int WarnHours, int EraseDays, string Language)
{
    /// <summary>The languages in which customers are written to: code, and the name that those who speak it give it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Languages = new OrderedDictionary<string, string>
    {
        ["en"] = "English", ["de"] = "Deutsch", ["fr"] = "Français", ["es"] = "Español", ["nl"] = "Nederlands", ["it"] = "Italiano", ["ca"] = "Català",
    };

    public static GuestRule Of(Agency agency) => new(agency.GuestsSendLinks, agency.GuestsDueDays, agency.GuestsRemindDays, agency.GuestsWarnHours, agency.GuestsEraseDays, agency.CustomerLanguage);

    /// <summary>What is wrong with it, for the person who typed it; null when nothing is.</summary>
    public string? Fault =>
        DueDays is < 0 or > 120 ? "Data are due 0 to 120 days before the event."
        : RemindDays is < 0 or > 60 ? "A reminder comes every 1 to 60 days, or never (0)."
        : WarnHours is < 0 or > 720 ? "The agent is warned 1 to 720 hours before, or never (0)."
        : EraseDays is < 1 or > 365 ? "Persons' data are erased 1 to 365 days after the event."
        : !Languages.ContainsKey(Language) ? "Choose a language from the list."
        : null;

    /// <summary>As the history and people read it.</summary>
    public override string ToString() =>
        $"{(SendsLinks ? "links are sent by themselves" : "links are sent by hand")}; due {DueDays} days before the event; "
        + $"{(RemindDays > 0 ? $"reminded every {RemindDays} days" : "no reminders")}; {(WarnHours > 0 ? $"agent warned {WarnHours} h before" : "agent not warned")}; erased {EraseDays} days after; language {Languages.GetValueOrDefault(Language, Language)}";
}
