namespace Portal.Sandbox.OneboxChannels.Model;

/// <summary>A price for part of a house.</summary>
internal sealed class PriceZone
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Color { get; init; }
    public required decimal Price { get; set; }

    /// <summary>What an automatic promotion takes off, in percent of the price.</summary>
    public int PromotionPercent { get; init; }
}

/// <summary>A kind of visitor's ticket; all kinds of a session share its capacity.</summary>
internal sealed class TicketType
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required decimal Price { get; set; }
    public int PromotionPercent { get; init; }
}

/// <summary>A tariff: the share of a zone's price that it costs.</summary>
internal sealed record Rate(long Id, string Name, bool IsDefault, decimal Share);

/// <summary>One performance, or one slot of an activity. Times are the house's wall clock.</summary>
internal sealed class SessionRow
{
    public required long Id { get; init; }
    public required EventRow Event { get; init; }
    public required DateTime Start { get; init; }
    public required TimeSpan Length { get; init; }
    public required DateTime SalesBegin { get; init; }
    public IReadOnlyList<PriceZone> Zones { get; init; } = [];
    public IReadOnlyList<TicketType> TicketTypes { get; init; } = [];
    public IReadOnlyList<Rate> Rates { get; init; } = [];
    public int? PurchaseLimit { get; init; }
    public bool BestSeats { get; init; } = true;
    public bool DateConfirmed { get; init; } = true;
    public bool ForSale { get; set; } = true;
    public required Places Places { get; init; }

    public Rate? DefaultRate => Rates.FirstOrDefault(r => r.IsDefault);

    /// <summary>The instant of the start.</summary>
    public DateTime StartUtc => TimeZoneInfo.ConvertTimeToUtc(Start, TimeZoneInfo.FindSystemTimeZoneById(Event.House.TimeZone));
}
