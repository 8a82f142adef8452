namespace Portal.Sandbox.Xs2Event.Model;

internal sealed record City(string Name, string Country, string Latitude, string Longitude, string Currency)
{
    public string LocationId { get; } = Ids.Of("location " + Name, "_ddr");
}

internal sealed record Venue(string Id, string Name, City City, string Kind, int Capacity);

internal sealed record Team(string Id, string Name, string Sport, Venue Home);

internal sealed record Tournament(string Id, string Name, string Type, string Sport, string Season, string Region);

/// <summary>A part of a venue; several suppliers may sell the same one.</summary>
internal sealed record Category(string Id, string Name, string Type, Venue Venue);
