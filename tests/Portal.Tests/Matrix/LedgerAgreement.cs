using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Tests.Support;

namespace Portal.Tests.Matrix;

/// <summary>
/// What must be true of one wire whenever nothing is in doubt: what its sandbox's ledger holds and what the portal shows are the same,
/// counted in places and in money.
/// </summary>
internal sealed class LedgerAgreement
{
    private static readonly HoldState[] OpenHolds = [HoldState.Asking, HoldState.Changing, HoldState.Releasing, HoldState.Unknown];
    private static readonly OrderState[] OpenOrders = [OrderState.Preparing, OrderState.Committing, OrderState.Releasing, OrderState.Unknown];

    private readonly SandboxWorld world;
    private readonly Wire wire;
    private readonly List<Hold> holds;
    private readonly List<Order> orders;
    private readonly DateTime now;

    private LedgerAgreement(SandboxWorld world, Wire wire, List<Hold> holds, List<Order> orders) =>
        (this.world, this.wire, this.holds, this.orders, now) = (world, wire, holds, orders, world.Clock.GetUtcNow().UtcDateTime);

    public static async Task<LedgerAgreement> ReadAsync(SandboxWorld world, Wire wire)
    {
        // Its time alone makes what has lapsed lapse: the sandbox does that at the next look.
        wire.Left(world.Sandbox);
        await using var db = world.Open();
        var connectionId = await db.Connections.Where(c => c.ProviderKind == wire.Kind).Select(c => c.Id).SingleAsync();
        return new(world, wire,
            await db.Holds.AsNoTracking().AsSplitQuery().Include(h => h.References).Where(h => h.ConnectionId == connectionId).ToListAsync(),
            await db.Orders.AsNoTracking().AsSplitQuery().Include(o => o.References).Include(o => o.Items).Include(o => o.History)
                .Where(o => o.ConnectionId == connectionId).ToListAsync());
    }

    public static async Task<End> AgreesAsync(SandboxWorld world, Wire wire, int stock)
    {
        var agreement = await ReadAsync(world, wire);
        agreement.NothingIsInDoubt();
        agreement.WhatIsKeptIsShown();
        var told = agreement.WhatIsSoldIsShown();
        var (kept, sold) = (wire.Kept(world.Sandbox), wire.Sales(world.Sandbox));
        Assert.Equal((wire, stock), (wire, wire.Left(world.Sandbox) + kept.Sum(t => t.Places) + sold.Sum(t => t.Places)));
        await agreement.NamesAreKeptAsync();
        return sold.Count > 0 ? told ? End.SoldAndTold : End.Sold : kept.Count > 0 ? End.Kept : End.Nothing;
    }

    private void NothingIsInDoubt()
    {
        Assert.DoesNotContain(holds, h => OpenHolds.Contains(h.State));
        Assert.DoesNotContain(orders, o => OpenOrders.Contains(o.State));
    }

    /// <summary>Each thing that keeps places is one hold of a cart or one order that is not final, and the other way round, with as many places.</summary>
    private void WhatIsKeptIsShown()
    {
        var kept = wire.Kept(world.Sandbox).ToList();
        foreach (var (references, places) in Live())
        {
            var theirs = Assert.Single(kept, t => references.Contains(t.Id));
            Assert.Equal(places, theirs.Places);
            kept.Remove(theirs);
        }
        // What is left over nobody can name: then its order says until when the places may be locked.
        Assert.All(kept, _ => Assert.Contains(orders, o => o.State == OrderState.Refused && Says(o, "may keep these places locked until")));
    }

    private IEnumerable<(IReadOnlyList<string> References, int Places)> Live() =>
        holds.Where(h => h.State == HoldState.Held && h.ExpiresAt > now)
            .Select(h => (References(h), AskedLines.Read(h.HeldJson).Sum(l => l.Quantity)))
            .Concat(orders.Where(o => o.State is OrderState.Planned or OrderState.Prepared && o.ExpiresAt > now)
                .Select(o => (References(o), AskedLines.Read(o.AskedJson).Sum(l => l.Quantity))));

    /// <summary>Each sale is one order that is sold, and the other way round, with as many places and at the price that was agreed.</summary>
    /// <returns>Whether one was sold at another price, which its order says.</returns>
    private bool WhatIsSoldIsShown()
    {
        var told = false;
        var sold = orders.Where(o => o.State is OrderState.Purchased or OrderState.Booked && o.Items.Exists(i => i.State is ItemState.Purchased or ItemState.Booked)).ToList();
        foreach (var sale in wire.Sales(world.Sandbox))
        {
            var order = Assert.Single(sold, o => References(o).Contains(sale.Id));
            sold.Remove(order);
            Assert.Equal(sale.Places, order.Items.Count);
            Assert.Equal((order.Mode, order.State == OrderState.Booked), wire.IsUnpaid(sale) ? (SaleMode.Book, true) : (SaleMode.Purchase, false));
            if (sale.Total == order.TotalNet)
                continue;
            Assert.True(Says(order, "The provider sold at"), $"Sold at {sale.Total}, {order.TotalNet} was agreed.");
            told = true;
        }
        Assert.Empty(sold);
        return told;
    }

    /// <summary>A line is in the cart or sold, never lost, and so is what was typed for it.</summary>
    private async Task NamesAreKeptAsync()
    {
        await using var db = world.Open();
        var lines = await db.CartLines.AsNoTracking().Include(l => l.GuestPlaces).ThenInclude(p => p.Guest).Include(l => l.Cart).Where(l => l.Cart!.AgencyId == world.Ann.AgencyId && l.RemovedAt == null
            && db.Connections.Any(c => c.Id == l.ConnectionId && c.ProviderKind == wire.Kind)).ToListAsync();
        var loose = lines.Where(l => l.OrderId is null || orders.Exists(o => o.Id == l.OrderId && OrderLifecycle.Open.Contains(o.State))).ToList();
        Assert.Equal(wire.Sales(world.Sandbox).Count == 0 ? 1 : 0, loose.Count);
        // Where it came as far as an order, everything had been typed.
        foreach (var line in loose.Where(_ => orders.Count > 0))
        {
            Assert.NotNull(line.Cart!.SealedBuyer);
            Assert.Equal(line.RequirementsJson == "[]", line.GuestPlaces.Count == 0);
            Assert.All(line.GuestPlaces, p => Assert.NotNull(p.Guest!.SealedValues));
        }
    }

    private static bool Says(Order order, string words) => order.History.Exists(h => h.Said.Contains(words, StringComparison.Ordinal));

    private static IReadOnlyList<string> References(Hold hold) => [.. hold.References.Select(r => r.Value)];

    private static IReadOnlyList<string> References(Order order) => [.. order.References.Select(r => r.Value)];
}
