namespace Portal.Sandbox.Xs2Event.Catalogue;

/// <summary>One category that a kind of venue has.</summary>
/// <param name="Share">Its price as a share of the dearest ordinary seat.</param>
internal sealed record SeatPlan(string Name, string Type, decimal Share, string Sub = "regular", bool Youth = false);

/// <summary>Which categories each kind of venue sells.</summary>
internal static class Seats
{
    public static IReadOnlyList<SeatPlan> In(string venueKind) => venueKind switch
    {
        "stadium" =>
        [
            new("Longside Lower", "grandstand", 1.00m), new("Longside Upper", "grandstand", 0.80m),
            new("Shortside Lower", "grandstand", 0.62m), new("Shortside Upper", "grandstand", 0.50m),
            new("Corner", "grandstand", 0.45m), new("Family Stand Youth", "grandstand", 0.28m, Youth: true),
            new("Captains Lounge", "hospitality", 3.40m, "vip"), new("Car Park P1", "carparking", 0.22m, "parking"),
        ],
        "arena" =>
        [
            new("Floor", "grandstand", 1.40m, "vip"), new("Lower Bowl Centre", "grandstand", 1.00m),
            new("Lower Bowl Ends", "grandstand", 0.78m), new("Upper Bowl", "grandstand", 0.48m),
            new("Upper Bowl Youth", "grandstand", 0.25m, Youth: true), new("Club Suite", "hospitality", 2.90m, "vip"),
            new("Programme and Scarf", "extras", 0.15m, "extra"),
        ],
        "circuit" =>
        [
            new("General Admission Weekend", "generaladmission", 0.35m), new("Main Grandstand Weekend", "grandstand", 1.00m),
            new("Hairpin Grandstand Weekend", "grandstand", 0.70m), new("Chicane Grandstand Sunday", "grandstand", 0.55m),
            new("Paddock Lounge", "hospitality", 3.80m, "vip"), new("Camping Green", "camping", 0.30m, "camping"),
            new("Bus Park", "busparking", 0.25m, "parking"), new("Shuttle from City Centre", "transfer", 0.10m, "transfer"),
        ],
        "court" =>
        [
            new("Centre Court Lower", "grandstand", 1.00m), new("Centre Court Upper", "grandstand", 0.66m),
            new("Court One", "grandstand", 0.52m), new("Ground Pass", "generaladmission", 0.24m),
            new("Ground Pass Youth", "generaladmission", 0.12m, Youth: true), new("Debenture Terrace", "hospitality", 2.60m, "vip"),
        ],
        _ =>
        [
            new("General Enclosure", "generaladmission", 0.40m), new("Grandstand", "grandstand", 1.00m),
            new("Members Enclosure", "grandstand", 1.30m, "vip"), new("Panorama Restaurant", "hospitality", 2.80m, "vip"),
            new("Car Park Meadow", "carparking", 0.20m, "parking"), new("Youth Enclosure", "generaladmission", 0.15m, Youth: true),
        ],
    };
}
