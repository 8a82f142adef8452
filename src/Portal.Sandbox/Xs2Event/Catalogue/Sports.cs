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

    private const string Match = "{home} v {visitor}";

    public static IReadOnlyList<SportPlan> All { get; } =
    [
        new("soccer", 140, "stadium", "{city} Riverside Stadium", Match, 120, 1, ["Northern Premier Division|league", "Iberian First League|league", "Alpine League|league", "Continental Cup|cup", "Summer Friendly Series|oneoff"], Nobody, Club),
        new("rugby", 30, "stadium", "{city} Park", Match, 85, 1, ["Six Cities Championship|cup", "Union Premiership|league"], Nobody, Club),
        new("cricket", 16, "stadium", "{city} Oval", Match, 70, 1, ["Twenty-Over Trophy|cup"], Nobody, Franchise),
        new("nfl", 16, "stadium", "{city} Field", Match, 210, 1, ["Gridiron International Series|league"], Nobody, Franchise),
        new("mlb", 20, "stadium", "{city} Ballpark", Match, 95, 1, ["Continental Baseball League|league"], Nobody, Franchise),
        new("basketball", 30, "arena", "{city} Arena", Match, 75, 1, ["Euro Hoops League|league", "Hoops Cup|cup"], Nobody, Franchise),
        new("nba", 20, "arena", "{city} Garden", Match, 190, 1, ["Transatlantic Basketball|league"], Nobody, Franchise),
        new("icehockey", 24, "arena", "{city} Ice Hall", Match, 65, 1, ["Glacier League|league"], Nobody, Franchise),
        new("handball", 18, "arena", "{city} Sports Hall", Match, 45, 1, ["Handball Masters League|league"], Nobody, Club),
        new("formula1", 22, "circuit", "Circuit {city}", "{city} Grand Prix", 480, 3, ["Formula World Series|cup"], Nobody, Nobody),
        new("motogp", 18, "circuit", "Autodromo {city}", "{city} Motorcycle Grand Prix", 160, 3, ["Motorcycle World Tour|cup"], Nobody, Nobody),
        new("dtm", 8, "circuit", "{city} Ring", "{city} Touring Car Weekend", 90, 2, ["Touring Masters|cup"], Nobody, Nobody),
        new("superbike", 8, "circuit", "{city} Raceway", "{city} Superbike Round", 80, 3, ["Superbike Series|cup"], Nobody, Nobody),
        new("tennis", 44, "court", "{city} Lawn Tennis Club", "{city} Open – {round}", 150, 1, ["{city} Open|oneoff"], Rounds, Nobody),
        new("padel", 10, "court", "{city} Padel Centre", "{city} Padel Masters – {round}", 55, 1, ["Padel Masters|cup"], Rounds, Nobody),
        new("darts", 14, "arena", "{city} Exhibition Hall", "Darts Masters {city} – {round}", 60, 1, ["Darts Masters|cup"], Rounds, Nobody),
        new("boxing", 10, "arena", "{city} Coliseum", "{city} Boxing – {round}", 240, 1, ["Gloves Promotions|oneoff"], Fights, Nobody),
        new("combatsport", 8, "arena", "{city} Dome", "Cage Series {city} – {round}", 180, 1, ["Cage Series|oneoff"], Fights, Nobody),
        new("horseracing", 16, "field", "{city} Racecourse", "{city} Festival – {round}", 70, 1, ["Spring Racing Festival|oneoff"], Days, Nobody),
        new("golf", 12, "field", "{city} Links", "{city} Championship – {round}", 90, 1, ["Links Tour|cup"], Days, Nobody),
        new("cycling", 6, "field", "{city} Finish Village", "Tour Stage {city}", 110, 1, ["Grand Tour|cup"], Nobody, Nobody),
        new("rowing", 4, "field", "{city} Regatta Course", "{city} Regatta – {round}", 60, 1, ["Regatta Series|cup"], Days, Nobody),
        new("other", 6, "arena", "{city} Palace", "{city} Winter Gala", 65, 1, ["Gala Season|oneoff"], Nobody, Nobody),
    ];
}
