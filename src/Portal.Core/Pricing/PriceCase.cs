namespace Portal.Core.Pricing;

/// <summary>What a price rule may name: who sells, through whom, whose event, of which kind.</summary>
/// <param name="AgencyId">Null for an admin, who belongs to none: only rules for every agency apply.</param>
/// <param name="Category">As the catalogue writes it, lower-case.</param>
public sealed record PriceCase(Guid? AgencyId, Guid ConnectionId, Guid PromoterId, string Category);
