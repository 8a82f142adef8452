using Portal.Core.Agencies;
using Portal.Core.Bookings;
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

    public static string Icon(GuestUrgency urgency) => urgency switch { GuestUrgency.Late => "clock", GuestUrgency.Soon => "hourglass", GuestUrgency.NoDay => "question", _ => "people" };

    public static string Class(GuestUrgency urgency) => urgency switch { GuestUrgency.Late => "refused", GuestUrgency.Soon => "held", GuestUrgency.NoDay => "waiting", _ => "booked" };

    /// <summary><c>5 days left</c>, <c>7 h left</c>, <c>3 days late</c>.</summary>
    public static string Left(GuestBoardRow row, DateTime asOf) => row.Progress.DueAt is not { } due ? "no day yet"
        : due > asOf ? $"{Span(due - asOf)} left" : $"{Span(asOf - due)} late";

    public static string Persons(GuestProgressView progress) => $"{progress.PersonsDone} of {CountWords.Persons(progress.Persons)}";

    public static string Fields(GuestProgressView progress) => $"{progress.FieldsDone} of {CountWords.Fields(progress.Fields)}";

    /// <summary>What the customer was given, and whether they looked.</summary>
    public static string Asked(GuestBoardRow row, DateTime asOf)
    {
        var given = row.Link switch
        {
            { } link when link.RevokedAt is not null || link.ExpiresAt <= asOf => $"link sent {VenueWords.Age(asOf - link.CreatedAt)}, no longer open",
            { SeenAt: { } seen } link => $"link sent {VenueWords.Age(asOf - link.CreatedAt)}, opened {VenueWords.Age(asOf - seen)}",
            { } link => $"link sent {VenueWords.Age(asOf - link.CreatedAt)}, not opened yet",
            null when row.Progress.AskedAt is { } asked => $"asked {VenueWords.Age(asOf - asked)}",
            null when row.Urgency == GuestUrgency.None => "",
            null => "not asked yet",
        };
        return given + row.Progress.Reminders switch { 0 => "", 1 => "; reminded once", var times => $"; reminded {times} times" };
    }

    /// <summary>An agency's rule, as far as it says by when.</summary>
    public static string Short(GuestRule rule) =>
        $"due {(rule.DueDays == 1 ? "1 day" : $"{rule.DueDays} days")} before the event, {(rule.SendsLinks ? "customers are asked by themselves" : "customers are asked by hand")}";

    /// <summary>All of it, as a sentence of its own.</summary>
    public static string Sentence(GuestRule rule) => rule.ToString() is var said ? $"{char.ToUpperInvariant(said[0])}{said[1..]}." : "";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };
}
