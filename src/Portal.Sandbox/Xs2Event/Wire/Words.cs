namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>The documented enumerations. A filter value outside them is refused; the data itself holds a few strangers.</summary>
internal static class Words
{
    public static readonly IReadOnlyList<string> EventStatus = ["cancelled", "closed", "notstarted", "nosale", "postponed", "soldout"];

    public static readonly IReadOnlyList<string> SportType =
    [
        "soccer", "motorsport", "tennis", "rugby", "darts", "horseracing", "boxing", "other", "motogp", "formula1", "cricket",
        "basketball", "combatsport", "icehockey", "nba", "nfl", "mlb", "watersport", "dtm", "indycar", "superbike", "padel",
        "handball", "golf", "rowing", "cycling",
    ];

    public static readonly IReadOnlyList<string> TournamentType = ["cup", "league", "oneoff"];

    public static readonly IReadOnlyList<string> TicketStatus = ["available", "disabled", "error", "returned"];

    public static readonly IReadOnlyList<string> TicketType = ["eticket", "appticket", "paper-ticket", "collection-stadium", "other"];

    public static readonly IReadOnlyList<string> CategoryType =
        ["grandstand", "generaladmission", "busparking", "carparking", "camping", "transfer", "hospitality", "extras"];

    public static readonly IReadOnlyList<string> Validity = ["singleday", "twoday", "other", "weekend", "fourday"];

    public static readonly IReadOnlyList<string> VatCategory = ["high", "low", "middle", "none"];

    public static readonly IReadOnlyList<string> TicketSource = ["marketplace", "external", "xs2event"];

    public static readonly IReadOnlyList<string> ReservationStatus = ["active", "booked", "void", "error", "extended"];

    public static readonly IReadOnlyList<string> LogisticStatus =
    [
        "processing", "cancelled", "postponed", "completed", "waitforactivation", "administrative", "returned", "review",
        "blocked", "pendingticketupload",
    ];

    public static readonly IReadOnlyList<string> GuestDataStatus =
    [
        "waitingfordistributor", "waitingforprocessing", "completed", "waitingforendcustomer", "notapplicable",
        "waitingtosendtosupplier",
    ];

    public static readonly IReadOnlyList<string> CompareMode = ["AND", "OR"];
}
