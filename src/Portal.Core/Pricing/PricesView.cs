namespace Portal.Core.Pricing;

/// <summary>What prices are made with, for those who decide on them.</summary>
/// <param name="Rules">By kind, those that name their case most closely first.</param>
/// <param name="Rates">The rows that count today, one per pair and direction.</param>
/// <param name="Coming">Rows that count from a later day on.</param>
/// <param name="Missing">What cannot be priced for want of a rate.</param>
/// <param name="History">The newest decisions first.</param>
public sealed record PricesView(
    PriceNames Names, IReadOnlyList<PriceRule> Rules, IReadOnlyList<ExchangeRate> Rates, IReadOnlyList<ExchangeRate> Coming, IReadOnlyList<MissingRate> Missing,
    IReadOnlyList<PricedAgency> Agencies, IReadOnlyList<PricedPromoter> Promoters, IReadOnlyList<string> Categories, IReadOnlyList<PriceDecision> History);

public sealed record PricedAgency(Guid Id, string Name, string Currency);

public sealed record PricedPromoter(Guid Id, Guid ConnectionId, string Name);

/// <summary>A pair without a rate.</summary>
/// <param name="Events">How many events to come are listed in it; 0 where only a contract's fee is.</param>
public sealed record MissingRate(string From, string To, int Events);

/// <summary>Who decided what, when.</summary>
public sealed record PriceDecision(DateTime At, string By, string Said);
