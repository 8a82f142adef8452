namespace Portal.Core.Pricing;

/// <summary>
/// A price per ticket, built up in separate fields and frozen into the line it was quoted for. All amounts are in the major unit of
/// <see cref="Currency"/>. Selling = net + charges + fee + markup.
/// </summary>
public sealed record Quote
{
    /// <summary>What the provider is paid for the place.</summary>
    public required decimal Net { get; init; }
    /// <summary>Charges the provider adds openly (Onebox surcharges).</summary>
    public decimal Charges { get; init; }
    /// <summary>Our contract's fixed fee per ticket that appears on the provider's invoice only.</summary>
    public decimal Fee { get; init; }
    /// <summary>What the agency adds.</summary>
    public decimal Markup { get; init; }
    /// <summary>What the customer pays.</summary>
    public required decimal Selling { get; init; }
    public required string Currency { get; init; }

    public Money NetEach => new(Net, Currency);
    public Money SellingEach => new(Selling, Currency);
}
