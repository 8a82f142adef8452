using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Ledger;

/// <summary>What an agency owes and may come to owe, in its currency.</summary>
/// <param name="Limit">How far it may go; null while no limit is set.</param>
/// <param name="Balance">What it owes by the ledger; below zero it has paid before.</param>
/// <param name="Held">Places that are held, or may be, to be sold.</param>
/// <param name="UnderWay">Orders and purchases that were asked for and are not settled, unanswered ones included.</param>
public sealed record Exposure(decimal? Limit, string Currency, decimal Balance, decimal Held, decimal UnderWay)
{
    public decimal Total => Balance + Held + UnderWay;

    /// <summary>What may still be held; null without a limit.</summary>
    public decimal? Free => Limit - Total;

    internal static async Task<Exposure> ReadAsync(PortalDb db, Guid agencyId, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().Where(a => a.Id == agencyId).Select(a => new { a.CreditLimit, a.Currency, a.Balance }).SingleAsync(cancellation);
        // What is only to be booked is owed by nobody until it is bought.
        var held = await db.CartLines.Where(l => l.Hold!.AgencyId == agencyId && HoldLifecycle.Alive.Contains(l.Hold.State) && l.RemovedAt == null && l.Mode == SaleMode.Purchase)
            .SumAsync(l => l.Quote.Owed * (l.Quantity > l.HeldQuantity ? l.Quantity : l.HeldQuantity), cancellation);
        // One that was given up is never committed: it only waits to lapse.
        var ordered = await db.Orders.Where(o => o.AgencyId == agencyId && OrderLifecycle.Open.Contains(o.State) && o.Mode == SaleMode.Purchase && o.LetGoAt == null)
            .SumAsync(o => o.TotalOwed, cancellation);
        var bought = await db.Operations.Where(o => o.Order!.AgencyId == agencyId && o.Kind == OperationKind.Purchase && OperationLifecycle.Open.Contains(o.State))
            .SumAsync(o => o.TotalOwed, cancellation);
        return new Exposure(agency.CreditLimit, agency.Currency, agency.Balance, held, ordered + bought);
    }
}
