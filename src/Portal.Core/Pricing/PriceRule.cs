namespace Portal.Core.Pricing;

/// <summary>What a rule decides on.</summary>
public enum PriceRuleKind
{
    /// <summary>What the agency adds to the cost.</summary>
    Markup,
    /// <summary>The agency's share of what the provider asks.</summary>
    Commission,
}

/// <summary>What is added to the cost of a ticket, or what the agency keeps of it. The rule of each kind that names its case most closely wins.</summary>
public sealed class PriceRule
{
    public Guid Id { get; set; }
    public PriceRuleKind Kind { get; set; }
    public Guid? AgencyId { get; set; }
    public Guid? ConnectionId { get; set; }
    public Guid? PromoterId { get; set; }
    /// <summary>A category of the catalogue (<see cref="Catalog.Event.Category"/>).</summary>
    public string? Category { get; set; }
    /// <summary>Markup: percent of net, charges and fee together; commission: percent of net and charges. 12.5 means 12.5 %.</summary>
    public decimal Percent { get; set; }
    /// <summary>Amount per ticket, added after the percentage, in the agency's currency.</summary>
    public decimal AmountEach { get; set; }
    /// <summary>The selling price is rounded up to a multiple of this; 0 leaves it at two decimals.</summary>
    public decimal RoundUpTo { get; set; }
    public DateTime ChangedAt { get; set; }
    public string? ChangedBy { get; set; }
    public long Version { get; set; }

    /// <summary>
    /// How closely the rule names its case; the largest wins. Naming the agency counts before everything else, then the promoter, then the
    /// category, then the provider: a rule that names the agency alone wins over one that names all three others.
    /// </summary>
    public int Closeness => (AgencyId is null ? 0 : 8) + (PromoterId is null ? 0 : 4) + (Category is null ? 0 : 2) + (ConnectionId is null ? 0 : 1);

    /// <summary>Everything the rule names is as it is in this case.</summary>
    public bool Fits(PriceCase of) =>
        (AgencyId is null || AgencyId == of.AgencyId) && (ConnectionId is null || ConnectionId == of.ConnectionId)
        && (PromoterId is null || PromoterId == of.PromoterId) && (Category is null || Category == of.Category);
}
