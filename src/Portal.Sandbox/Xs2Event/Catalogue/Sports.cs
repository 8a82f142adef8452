namespace Portal.Sandbox.Xs2Event.Catalogue;

/// <summary>One sport's part of the catalogue.</summary>
/// <param name="Venue">The kind of venue, which decides the categories sold.</param>
/// <param name="Pattern">How an event is called: <c>{home}</c>, <c>{visitor}</c>, <c>{city}</c>, <c>{round}</c>.</param>
/// <param name="BasePrice">Net rate of the dearest ordinary seat, in whole units of the venue's currency.</param>
internal sealed record SportPlan(
    string Sport, int Events, string Venue, string VenueName, string Pattern, int BasePrice, int Days,
    string[] Tournaments, string[] Rounds, string[] Teams);

/// <summary>What is played in the pretended world, how often and under which names.</summary>
internal static class Sports
{
    private static readonly string[] Club = ["Lanterns", "Kestrels", "Anchors", "Foresters", "Tramways", "Millers", "Harbour Town", "Old Bridge"];
    private static readonly string[] Franchise = ["Comets", "Otters", "Herons", "Griffins", "Ironworks", "Beacons"];
    private static readonly string[] Nobody = [];
    private static readonly string[] Days = ["Day 1", "Day 2", "Day 3", "Finals Day"];
    private static readonly string[] Rounds = ["First Round", "Second Round", "Quarter-finals", "Semi-finals", "Final"];
    private static readonly string[] Fights = ["Title Night", "Prospects Night", "Championship Night"];

    private const string StadiumNames = "{city} Riverside Stadium|{city} Harbour Ground|Lantern Park {city}|Stadium {city} North|{city} Municipal Stadium|Millbrook Stadium {city}";
    private const string ArenaNames = "{city} Arena|{city} Exhibition Hall|The Dome {city}|{city} Sports Palace|Halle {city}";
    private const string CircuitNames = "Circuit {city}|Autodrome {city}|{city} Ring|{city} Raceway";
    private const string CourtNames = "{city} Lawn Tennis Club|Parc des Raquettes {city}|{city} Tennis Centre";
    private const string FieldNames = "{city} Racecourse|{city} Meadows|{city} Green|{city} Waterfront";
    private const string Match = "{home} v {visitor}";

    public static IReadOnlyList<SportPlan> All { get; } =
    [
        new("soccer", 140, "stadium", StadiumNames, Match, 120, 1, ["Northern Premier Division|league", "Iberian First League|league", "Alpine League|league", "Continental Cup|cup", "Summer Friendly Series|oneoff"], Nobody, Club),
        new("rugby", 30, "stadium", StadiumNames, Match, 85, 1, ["Six Cities Championship|cup", "Union Premiership|league"], Nobody, Club),
        new("cricket", 16, "stadium", StadiumNames, Match, 70, 1, ["Twenty-Over Trophy|cup"], Nobody, Franchise),
        new("nfl", 16, "stadium", StadiumNames, Match, 210, 1, ["Gridiron International Series|league"], Nobody, Franchise),
        new("mlb", 20, "stadium", StadiumNames, Match, 95, 1, ["Continental Baseball League|league"], Nobody, Franchise),
        new("basketball", 30, "arena", ArenaNames, Match, 75, 1, ["Euro Hoops League|league", "Hoops Cup|cup"], Nobody, Franchise),
        new("nba", 20, "arena", ArenaNames, Match, 190, 1, ["Transatlantic Basketball|league"], Nobody, Franchise),
        new("icehockey", 24, "arena", ArenaNames, Match, 65, 1, ["Glacier League|league"], Nobody, Franchise),
        new("handball", 18, "arena", ArenaNames, Match, 45, 1, ["Handball Masters League|league"], Nobody, Club),
        new("formula1", 22, "circuit", CircuitNames, "{city} Grand Prix", 480, 3, ["Formula World Series|cup"], Nobody, Nobody),
        new("motogp", 18, "circuit", CircuitNames, "{city} Motorcycle Grand Prix", 160, 3, ["Motorcycle World Tour|cup"], Nobody, Nobody),
        new("dtm", 8, "circuit", CircuitNames, "{city} Touring Car Weekend", 90, 2, ["Touring Masters|cup"], Nobody, Nobody),
        new("superbike", 8, "circuit", CircuitNames, "{city} Superbike Round", 80, 3, ["Superbike Series|cup"], Nobody, Nobody),
        new("tennis", 44, "court", CourtNames, "{city} Open – {round}", 150, 1, ["{city} Open|oneoff"], Rounds, Nobody),
        new("padel", 10, "court", CourtNames, "{city} Padel Masters – {round}", 55, 1, ["Padel Masters|cup"], Rounds, Nobody),
        new("darts", 14, "arena", ArenaNames, "Darts Masters {city} – {round}", 60, 1, ["Darts Masters|cup"], Rounds, Nobody),
        new("boxing", 10, "arena", ArenaNames, "{city} Boxing – {round}", 240, 1, ["Gloves Promotions|oneoff"], Fights, Nobody),
        new("combatsport", 8, "arena", ArenaNames, "Cage Series {city} – {round}", 180, 1, ["Cage Series|oneoff"], Fights, Nobody),
        new("horseracing", 16, "field", FieldNames, "{city} Festival – {round}", 70, 1, ["Spring Racing Festival|oneoff"], Days, Nobody),
        new("golf", 12, "field", FieldNames, "{city} Championship – {round}", 90, 1, ["Links Tour|cup"], Days, Nobody),
        new("cycling", 6, "field", FieldNames, "Tour Stage {city}", 110, 1, ["Grand Tour|cup"], Nobody, Nobody),
        new("rowing", 4, "field", FieldNames, "{city} Regatta – {round}", 60, 1, ["Regatta Series|cup"], Days, Nobody),
        new("other", 6, "arena", ArenaNames, "{city} Winter Gala", 65, 1, ["Gala Season|oneoff"], Nobody, Nobody),
    ];
}
