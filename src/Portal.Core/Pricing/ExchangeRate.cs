namespace Portal.Core.Pricing;

/// <summary>What one unit of a currency costs in another from some day on, as an admin entered or uploaded it. Never changed: a later row of the same day replaces it.</summary>
public sealed class ExchangeRate
{
    public Guid Id { get; set; }
    /// <summary>ISO 4217; the provider's currency.</summary>
    public required string From { get; set; }
    /// <summary>ISO 4217; the agency's currency.</summary>
    public required string To { get; set; }
    public decimal Rate { get; set; }
    /// <summary>The first day it holds, UTC.</summary>
    public DateOnly ValidFrom { get; set; }
    public DateTime EnteredAt { get; set; }
    public required string EnteredBy { get; set; }
}
