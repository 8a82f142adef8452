using Portal.Core.Catalog;
using Portal.Core.Guests;

namespace Portal.Web.Pages.Guests;

/// <summary>How collecting guest data stands, for agents.</summary>
internal static class GuestProgressWords
{
    public static string Word(GuestProgressState state) => state switch
    {
        GuestProgressState.Complete => "Complete", GuestProgressState.Done => "Accepted", GuestProgressState.Late => "Late", GuestProgressState.Closed => "Closed", _ => "Collecting",
    };

    public static string Icon(GuestProgressState state) => state switch
    {
        GuestProgressState.Complete or GuestProgressState.Done => "check", GuestProgressState.Late => "clock", GuestProgressState.Closed => "slash", _ => "people",
    };

    // The colours of the states, so that the same colour means the same everywhere.
    public static string Class(GuestProgressState state) => state switch
    {
        GuestProgressState.Complete => "booked", GuestProgressState.Done => "purchased", GuestProgressState.Late => "refused", GuestProgressState.Closed => "expired", _ => "held",
    };

    /// <summary><c>due Sat 14 Mar 2026, 20:45</c>; with what it means once it has passed.</summary>
    public static string Due(GuestProgressView progress, string? zone) => progress switch
    {
        { State: GuestProgressState.Done or GuestProgressState.Closed } => "",
        { DueAt: null } => "no day is known yet",
        { State: GuestProgressState.Late } => $"was due {VenueWords.Moment(progress.DueAt.Value, zone)}; the provider may still take it",
        _ => $"due {VenueWords.Moment(progress.DueAt.Value, zone)}",
    };
}
