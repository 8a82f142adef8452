using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Audit;

/// <summary>What went to a provider and what came back, word for word.</summary>
public sealed record RawCall(string Request, string? RequestBody, int? Status, string? ResponseBody, string? Silence);

/// <summary>Reads one entry of the journal for whoever may see what it is about.</summary>
public sealed class ReadCall(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such entry, or not for this actor.</returns>
    public async Task<RawCall?> RunAsync(Actor actor, long callId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ProviderCalls.AsNoTracking().Where(c => c.Id == callId)
            .Where(c => db.Orders.VisibleTo(actor).Any(o => o.Id == c.OrderId || o.HoldId == c.HoldId))
            .Select(c => new RawCall(c.Request, c.RequestBody, c.Status, c.ResponseBody, c.Silence)).SingleOrDefaultAsync(cancellation);
    }
}
