using Portal.Core.Bookings;
using Portal.Core.Audit;
using Portal.Core.Catalog;
using Portal.Core.Desk;
using Portal.Core.Guests;
using Portal.Web.Pages.Carts;

namespace Portal.Web.Pages.Home;

/// <summary>What the first page says about the things that wait.</summary>
internal static class NeedWords
{
    public static string Word(NeedKind kind) => kind switch
    {
        NeedKind.Hold => "Held", NeedKind.Choice => "Your choice", NeedKind.Unknown => "Answer open", NeedKind.Refused => "Refused",
        NeedKind.Guests => "Guest data", _ => "Deadline",
    };

    public static string Icon(NeedKind kind) => kind switch
    {
        NeedKind.Hold => "hourglass", NeedKind.Choice => "swap", NeedKind.Unknown => "question", NeedKind.Refused => "slash", NeedKind.Guests => "people", _ => "clock",
    };

    // The colours of the states, so that the same colour means the same everywhere.
    public static string Class(NeedKind kind) => kind switch
    {
        NeedKind.Hold or NeedKind.Choice => "held", NeedKind.Unknown => "unknown", NeedKind.Refused => "refused", NeedKind.Deadline => "booked", _ => "waiting",
    };

    public static string Say(DeskNeed need, string? zone) => need.Kind switch
    {
        NeedKind.Hold => $"{CountWords.Tickets(need.Tickets)} in your cart, not booked yet.",
        NeedKind.Choice => $"{CountWords.Tickets(need.Tickets)} ran out or wait for your choice. Nothing is booked; the names are kept.",
        NeedKind.Unknown => $"{need.Reference}: a provider has not answered. It is being looked up; do not book it again.",
        NeedKind.Refused => $"{need.Reference}: refused, the places are still held.",
        NeedKind.Guests => $"{need.Reference}: {Missing(need.Guests!, zone)}.",
        _ => $"{need.Reference}: {CountWords.Tickets(need.Tickets)} kept without payment{By(need, zone)}.",
    } + (need.IsMine ? "" : " A colleague's.");

    public static string WayIn(DeskNeed need) => need switch
    {
        { Kind: NeedKind.Guests } => $"/bookings/{need.Reference}/guests", { Reference: { } reference } => $"/bookings/{reference}", _ => $"/cart/{need.CartId}",
    };

    public static string Tone(NoticeKind kind) => kind switch
    {
        NoticeKind.TicketsReady or NoticeKind.OrderResolved => "good",
        NoticeKind.EventCancelled => "bad",
        NoticeKind.OrderNeedsPerson => "doubt",
        _ => "now",
    };

    private static string Missing(GuestProgressView guests, string? zone)
    {
        var refused = guests.Refused switch { 0 => "", 1 => ", 1 field was refused", var fields => $", {fields} fields were refused" };
        var due = guests switch
        {
            { DueAt: null } => "", { State: GuestProgressState.Late, DueAt: { } since } => $", late since {VenueWords.Moment(since, zone)}", { DueAt: { } by } => $", due {VenueWords.Moment(by, zone)}",
        };
        return $"{guests.PersonsDone} of {CountWords.Persons(guests.Persons)} complete{refused}{due}";
    }

    private static string By(DeskNeed need, string? zone) => need.By is { } by ? $" until {VenueWords.Moment(by, zone)}" : "";
}
