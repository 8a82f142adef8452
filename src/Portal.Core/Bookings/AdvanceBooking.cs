using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>
/// Carries a booking's saved plan on from wherever it stands: takes the next step (<see cref="NextStep"/>), stops at one whose answer is
/// open, and does with the rest what the agent chose beforehand. Called by checkout and, after a restart or a look-up, by the job; any
/// number may run at once, since each order is claimed before it is asked for.
/// </summary>
public sealed class AdvanceBooking(
    IDbContextFactory<PortalDb> databases, ConnectionBook connections, AskOrder ask, UndoOrder undo, TimeProvider time)
{
    public async Task RunAsync(Actor actor, Guid bookingId, CancellationToken cancellation)
    {
        while (await NextAsync(bookingId, cancellation) is { } step)
        {
            var goesOn = step.Act switch
            {
                StepAct.Prepare => await ask.RunAsync(actor, step.OrderId, Asked.Prepare, await ConnectionAsync(step, cancellation)),
                StepAct.Commit => await ask.RunAsync(actor, step.OrderId, Asked.Commit, await ConnectionAsync(step, cancellation)),
                StepAct.Release => await ask.RunAsync(actor, step.OrderId, Asked.Release, await ConnectionAsync(step, cancellation), step.Why),
                StepAct.Cancel => await undo.RunAsync(actor, step.OrderId, await ConnectionAsync(step, cancellation), step.Why!),
                _ => await TurnBackAsync(actor, step, cancellation),
            };
            if (!goesOn)
                return; // Somebody else is at it.
        }
        await CloseCartAsync(bookingId, cancellation);
    }

    private async Task<PlanStep?> NextAsync(Guid bookingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var booking = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == bookingId, cancellation);
        var orders = await db.Orders.AsNoTracking().Include(o => o.Operations).Where(o => o.BookingId == bookingId).OrderBy(o => o.Number).ToListAsync(cancellation);
        var parts = new List<PlanPart>();
        foreach (var order in orders)
            parts.Add(new PlanPart(order, (await connections.OpenAsync(order.ConnectionId, cancellation)).Traits));
        return NextStep.Of(parts, booking.OnRefusal, booking.OnOpenAnswer, time.GetUtcNow().UtcDateTime);
    }

    private async Task<OpenConnection> ConnectionAsync(PlanStep step, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await connections.OpenAsync(await db.Orders.Where(o => o.Id == step.OrderId).Select(o => o.ConnectionId).SingleAsync(cancellation), cancellation);
    }

    /// <summary>The steps back that no provider is asked for.</summary>
    private async Task<bool> TurnBackAsync(Actor actor, PlanStep step, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var order = await db.Orders.Include(o => o.Lines).Include(o => o.Hold).SingleAsync(o => o.Id == step.OrderId, cancellation);
        if (order.State != step.Seen)
            return true;
        if (step.Act == StepAct.GiveBack)
            order.GiveBack(step.Why!, actor, now);
        else
            order.LetGo(step.Why!, actor, now);
        await db.TrySaveAsync(cancellation);
        return true;
    }

    private async Task CloseCartAsync(Guid bookingId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cart = await db.Bookings.Where(b => b.Id == bookingId)
            .Join(db.Carts, b => b.CartId, c => c.Id, (_, c) => new { c.Id, c.Version }).SingleAsync(cancellation);
        var isDone = !await db.Orders.AnyAsync(o => o.BookingId == bookingId && OrderLifecycle.Open.Contains(o.State), cancellation)
            && !await db.CartLines.AnyAsync(l => l.CartId == cart.Id && l.OrderId == null && l.RemovedAt == null, cancellation);
        if (isDone)
            // The version tells a line that came in since the look into the cart.
            await db.Carts.Where(c => c.Id == cart.Id && c.Version == cart.Version && c.State == Carts.CartState.Open).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.State, Carts.CartState.Closed).SetProperty(c => c.IsCurrent, false).SetProperty(c => c.Version, c => c.Version + 1), cancellation);
    }
}
