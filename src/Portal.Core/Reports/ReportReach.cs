using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Persistence;

namespace Portal.Core.Reports;

/// <summary>
/// How far somebody's reports reach: agents' over what they sold, managers' over their agency, admins' over all of them. What the
/// question names beyond that is as if nothing had been sold.
/// </summary>
/// <param name="Zone">On whose clock days are meant.</param>
/// <param name="IsOwn">An agent's: only what they sold themselves.</param>
internal sealed record ReportReach(IReadOnlyList<Guid> Agencies, string Zone, bool IsOwn, Guid? AgentId)
{
    public static async Task<ReportReach> OfAsync(PortalDb db, Actor actor, ReportQuery query, CancellationToken cancellation)
    {
        var agencies = await db.Agencies.AsNoTracking().VisibleTo(actor).Where(a => query.AgencyId == null || a.Id == query.AgencyId)
            .Select(a => new { a.Id, a.TimeZone }).ToListAsync(cancellation);
        var isOwn = !actor.SeesAll && !await IsManagerAsync(db, actor, cancellation);
        return new([.. agencies.Select(a => a.Id)], agencies.Count == 1 ? agencies[0].TimeZone : "UTC", isOwn, isOwn ? actor.UserId : query.AgentId);
    }

    /// <summary>What was sold and taken back within reach and within the question.</summary>
    public IQueryable<LedgerTransaction> Transactions(PortalDb db, ReportQuery query, Period period)
    {
        var (since, until) = period.Instants(Zone);
        // Each agency's stretch of one index; never everybody's days.
        var found = db.LedgerTransactions.AsNoTracking().Where(t => Agencies.Contains(t.AgencyId) && t.At >= since && t.At < until)
            .Where(t => t.Kind == LedgerKind.Sale || t.Kind == LedgerKind.Cancellation);
        if (query.Provider is { } provider)
            found = found.Where(t => db.Orders.Any(o => o.Id == t.OrderId && db.Connections.Any(c => c.Id == o.ConnectionId && c.Name == provider)));
        if (AgentId is { } agent)
            found = found.Where(t => db.Bookings.Any(b => b.Id == t.BookingId && b.AgentId == agent));
        return found;
    }

    /// <summary>Orders with places that are kept without payment.</summary>
    public IQueryable<Order> Kept(PortalDb db, ReportQuery query, DateTime now)
    {
        var found = db.Orders.AsNoTracking().Where(o => Agencies.Contains(o.AgencyId) && o.State == OrderState.Booked && o.KeptUntil > now);
        if (query.Provider is { } provider)
            found = found.Where(o => db.Connections.Any(c => c.Id == o.ConnectionId && c.Name == provider));
        if (AgentId is { } agent)
            found = found.Where(o => o.Booking!.AgentId == agent);
        return found;
    }

    private static Task<bool> IsManagerAsync(PortalDb db, Actor actor, CancellationToken cancellation) =>
        db.UserRoles.AnyAsync(held => held.UserId == actor.UserId && db.Roles.Any(r => r.Id == held.RoleId && r.Name == Roles.Manager), cancellation);
}
