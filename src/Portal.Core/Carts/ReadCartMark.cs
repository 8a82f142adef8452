using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Carts;

/// <summary>
/// One small value that changes whenever a cart, a line of it or a hold of it does. Pages compare it every few seconds and read the
/// cart again only when it differs: so a change shows wherever it was made, another tab, another node or a job.
/// </summary>
public sealed class ReadCartMark(IDbContextFactory<PortalDb> databases)
{
    /// <param name="actor">Who reads.</param>
    /// <param name="cartId">Which cart; null takes the current one.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>Null when there is no such cart.</returns>
    public async Task<string?> RunAsync(Actor actor, Guid? cartId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mark = await db.Carts.AsNoTracking().VisibleTo(actor)
            .Where(c => cartId == null ? c.State == CartState.Open && c.IsCurrent && c.AgentId == actor.UserId : c.Id == cartId)
            .OrderBy(c => c.CreatedAt)
            .Select(c => new
            {
                c.Id, c.Version, Count = c.Lines.Count, Lines = c.Lines.Sum(l => l.Version), Holds = c.Lines.Sum(l => l.Hold == null ? 0 : l.Hold.Version),
                Orders = db.Orders.Where(o => c.Lines.Any(l => l.OrderId == o.Id)).Sum(o => o.Version),
            })
            .FirstOrDefaultAsync(cancellation);
        return mark is null ? null : $"{mark.Id:N}.{mark.Version}.{mark.Count}.{mark.Lines}.{mark.Holds}.{mark.Orders}";
    }
}
