namespace Portal.Sandbox.OneboxChannels.Model;

/// <summary>A venue with its seating.</summary>
internal sealed record House(int Id, string Name, string City, string Country, string TimeZone, SeatingPlan Plan);

/// <summary>How a house is seated: what can be drawn (views) and what can be sold (seats, areas). Zones are numbers into a session's price zones.</summary>
/// <param name="Graphic">False where there is no map.</param>
internal sealed record SeatingPlan(bool Graphic, IReadOnlyList<PlanView> Views, IReadOnlyList<string> Zones)
{
    public static SeatingPlan None { get; } = new(false, [], []);

    public IReadOnlyList<Spot> Seats { get; } = [.. Views.SelectMany(v => v.Seats)];

    public IReadOnlyList<Area> Areas { get; } = [.. Views.SelectMany(v => v.Areas)];
}

/// <summary>One drawing of a house; the root view is the first to be asked for.</summary>
internal sealed record PlanView(int Id, string Name, bool Root, IReadOnlyList<Spot> Seats, IReadOnlyList<Area> Areas)
{
    /// <summary>The views one can go to from here.</summary>
    public IReadOnlyList<int> LinksTo { get; init; } = [];
}

/// <summary>A part of a view under one name.</summary>
internal sealed record Sector(int Id, string Name);

/// <summary>A numbered seat.</summary>
internal sealed record Spot(
    int Number, int View, int Zone, Sector Sector, string Row, int RowOrder, string Seat, int X, int Y, bool Accessible, bool Reduced);

/// <summary>An area without numbered seats.</summary>
internal sealed record Area(int Number, int View, int Zone, Sector Sector, string Name, int Capacity);
