using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

/// <summary>The terms under which one agency sells one connection's offers: the contract's fee and the price rule that applies.</summary>
public sealed record Terms(Money? Fee, PriceRule? Rule)
{
    /// <summary>The quote for one ticket at that provider net.</summary>
    public Quote Quote(Money net, decimal charges = 0) => PriceBuildUp.Build(net, charges, Fee, Rule);

    public static async Task<Terms> ReadAsync(PortalDb db, Guid agencyId, OpenConnection connection, CancellationToken cancellation)
    {
        var rules = await db.PriceRules.AsNoTracking()
            .Where(r => (r.AgencyId == null || r.AgencyId == agencyId) && (r.ConnectionId == null || r.ConnectionId == connection.Row.Id))
            .ToListAsync(cancellation);
        return new Terms(connection.Fee, PriceBuildUp.Choose(rules, agencyId, connection.Row.Id));
    }
}
