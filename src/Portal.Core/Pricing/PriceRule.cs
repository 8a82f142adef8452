namespace Portal.Core.Pricing;

/// <summary>What is added to the cost of a ticket. The most specific rule wins: agency and connection, agency, connection, everyone.</summary>
public sealed class PriceRule
{
    public Guid Id { get; set; }
    public Guid? AgencyId { get; set; }
    public Guid? ConnectionId { get; set; }
    /// <summary>Percent of net, charges and fee together; 12.5 means 12.5 %.</summary>
    public decimal Percent { get; set; }
    /// <summary>Amount per ticket, added after the percentage, in the ticket's currency.</summary>
    public decimal AmountEach { get; set; }
    /// <summary>The selling price is rounded up to a multiple of this; 0 leaves it at two decimals.</summary>
    public decimal RoundUpTo { get; set; }

    /// <summary>How closely the rule names its case; larger wins.</summary>
    public int Closeness => (AgencyId is null ? 0 : 2) + (ConnectionId is null ? 0 : 1);
}
