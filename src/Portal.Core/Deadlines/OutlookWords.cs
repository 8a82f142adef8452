using Portal.Core.Catalog;

namespace Portal.Core.Deadlines;

/// <summary>What will happen to a booked place, as people read it.</summary>
public static class OutlookWords
{
    /// <param name="outlook">What will happen.</param>
    /// <param name="provider">Its provider's name.</param>
    /// <param name="zone">The reader's zone.</param>
    public static string Say(Outlook outlook, string provider, string? zone) => outlook switch
    {
        { Prospect: Prospect.Over } => $"its time is over: {provider} is asked what became of it",
        { Prospect: Prospect.GivenUp, Ends: { } ends } => $"given up: will lapse on {VenueWords.Moment(ends, zone)}",
        { Prospect: Prospect.GivenUp } => "given up: will lapse at its deadline",
        { Prospect: Prospect.YouDecide } => $"you decide{Else(outlook, "if nobody buys it, it ", zone)}",
        { Prospect: Prospect.BeingBought } => $"is being bought by itself{Else(outlook, "if that does not go, it ", zone)}",
        { Prospect: Prospect.BoughtOncePaid } => $"bought by itself once it is paid{Else(outlook, "if not, it ", zone)}",
        { At: { } at } => $"bought by itself {VenueWords.Moment(at, zone)} if the credit allows{Else(outlook, "if not, it ", zone)}",
        _ => $"bought by itself before its deadline if the credit allows{Else(outlook, "if not, it ", zone)}",
    };

    /// <summary>As a sentence of its own.</summary>
    public static string Sentence(Outlook outlook, string provider, string? zone) => Say(outlook, provider, zone) is var said ? $"{char.ToUpperInvariant(said[0])}{said[1..]}." : "";

    private static string Else(Outlook outlook, string lead, string? zone) =>
        outlook.Ends is { } ends ? $"; {lead}{(outlook.IsFreed ? "is freed" : "will lapse")} on {VenueWords.Moment(ends, zone)}" : "";
}
