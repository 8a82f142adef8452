using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Pricing;

internal static class PriceNamesReading
{
    /// <summary>The names of what rules name now.</summary>
    public static async Task<PriceNames> ReadPriceNamesAsync(this PortalDb db, CancellationToken cancellation) => new(
        await db.Agencies.Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation),
        await db.Connections.Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellation),
        await db.Promoters.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation));
}
