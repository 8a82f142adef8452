namespace Portal.Sandbox.OneboxDistribution.Model;

/// <summary>Whose event it is.</summary>
internal sealed record Entity(long Id, string Name);

/// <summary>A house. <c>Kind</c> decides what can be sold in it: club, arena, theatre.</summary>
internal sealed record Venue(long Id, string Name, string Kind, string Address, string City, string Country, string CountryName, string PostalCode, string TimeZone)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>Something that is on, on one evening or several.</summary>
internal sealed record EventRow(long Id, string Name, string Kind, Entity Entity, Venue Venue)
{
    public List<SessionRow> Sessions { get; } = [];
}

/// <summary>A part of a house with numbered seats, and the view that shows it.</summary>
internal sealed record Sector(long Id, string Name, string Code, long ViewId);

/// <summary>What a buyer pays by: the price as a share of the general one.</summary>
internal sealed record Rate(long Id, string Name, bool Default, decimal Share);

/// <summary>What each person on a ticket must or may tell.</summary>
internal sealed record AttendeeField(string Key, string Type, bool Required = true);

/// <summary>A reduction that the channel may apply; with a collective only for who knows its code and pin.</summary>
internal sealed record Promotion(long Id, string Name, decimal Percent)
{
    public string? Code { get; init; }
    public string? Pin { get; init; }
    public bool SamePriceTypeOnly { get; init; }
}
