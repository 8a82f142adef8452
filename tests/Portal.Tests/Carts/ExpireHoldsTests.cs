using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>The sweep works in sets, and does what the entity's own method does to one.</summary>
public sealed class ExpireHoldsTests
{
    [Theory, OnEveryEngine]
    public async Task A_swept_hold_is_as_if_it_had_expired_by_itself(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var (one, other) = await TwoHoldsAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        await ByItselfAsync(world, db => db.Holds.Include(h => h.History).SingleAsync(h => h.Id == one),
            hold => hold.RecordExpired(ExpireHolds.HoldRanOut, Actor.Job("expiry of holds"), world.Now));
        Assert.Equal(1, await world.Get<ExpireHolds>().RunAsync(CancellationToken.None));

        var holds = await world.HoldsAsync();
        Assert.Equal(Facts(holds.Single(h => h.Id == one)), Facts(holds.Single(h => h.Id == other)));
    }

    [Theory, OnEveryEngine]
    public async Task A_swept_order_is_as_if_it_had_expired_by_itself(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await TwoHoldsAsync(world);
        for (var i = 0; i < 2; i++)
            world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.Invalid, "no"));
        await world.CheckedOutAsync(world.Ann);
        var (one, other) = ((await world.OrdersAsync())[0].Id, (await world.OrdersAsync())[1].Id);
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        await ByItselfAsync(world, db => db.Orders.Include(o => o.History).Include(o => o.Lines).SingleAsync(o => o.Id == one),
            order => order.RecordExpired(ExpireHolds.OrderRanOut, Actor.Job("expiry of holds"), world.Now));
        Assert.Equal(1, await world.Get<ExpireHolds>().RunAsync(CancellationToken.None));

        var orders = await world.OrdersAsync();
        Assert.Equal(Facts(orders.Single(o => o.Id == one)), Facts(orders.Single(o => o.Id == other)));
        var lines = await world.CartAsync(world.Ann);
        Assert.Equal(2, lines.Count);
        Assert.Single(lines.Select(l => (l.HoldId, l.HeldQuantity, l.Problem, l.ProblemDetail, l.ProblemLeft, l.NewQuote, l.Version)).Distinct());
    }

    [Theory, OnEveryEngine]
    public async Task Sweeping_twice_or_at_once_is_sweeping_once(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        await TwoHoldsAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        var swept = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Get<ExpireHolds>().RunAsync(CancellationToken.None))));
        Assert.Equal(0, await world.Get<ExpireHolds>().RunAsync(CancellationToken.None));

        Assert.Equal(2, swept.Sum());
        Assert.All(await world.HoldsAsync(), h => Assert.Single(h.History, e => e.ToState == nameof(HoldState.Expired)));
    }

    [Theory, OnEveryEngine]
    public async Task A_sweep_that_dies_half_way_has_done_nothing_and_is_done_again(DatabaseEngine engine)
    {
        var fault = new FailsOnHistory();
        await using var world = await PortalWorld.StartAsync(engine, fault);
        await TwoHoldsAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        fault.IsOn = true;
        await Assert.ThrowsAnyAsync<Exception>(() => world.Get<ExpireHolds>().RunAsync(CancellationToken.None));
        Assert.All(await world.HoldsAsync(), h => Assert.Equal(HoldState.Held, h.State));

        fault.IsOn = false;
        Assert.Equal(2, await world.Get<ExpireHolds>().RunAsync(CancellationToken.None));
        Assert.All(await world.HoldsAsync(), h => Assert.Single(h.History, e => e.ToState == nameof(HoldState.Expired)));
    }

    [Fact]
    public async Task Nothing_is_swept_before_the_providers_own_expiry()
    {
        await using var world = await PortalWorld.StartAsync();
        await TwoHoldsAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));

        Assert.Equal(0, await world.Get<ExpireHolds>().RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_ran_out_is_held_again_in_one_click_and_its_names_are_there()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", 10, wanted: ["last_name"]);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        await world.TypesAsync(world.Ann, line, 0, ("last_name", "Byron"));
        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(HoldState.Expired, (await world.LineAsync(line.Id))!.Hold!.State);

        await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);
        await world.CheckedOutAsync(world.Ann);

        Assert.Equal("Byron", world.Provider.Holds[^1].Guests[0].Slots[0].Values["last_name"]);
        await world.AgreesAsync((offer, 10));
    }

    private static async Task<(Guid, Guid)> TwoHoldsAsync(PortalWorld world)
    {
        // The adapter decides which lines share a hold: here none do.
        world.Provider.Choose = (_, _, _) => null;
        var one = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 2);
        var other = await world.AddedAsync(world.Ann, await world.SellsAsync("B"), 2);
        return (one.HoldId!.Value, other.HoldId!.Value);
    }

    private static async Task ByItselfAsync<T>(PortalWorld world, Func<Portal.Core.Persistence.PortalDb, Task<T>> read, Action<T> expire)
    {
        await using var db = world.Open();
        expire(await read(db));
        await db.SaveChangesAsync();
    }

    private static object Facts(Hold hold) => (hold.State, hold.Version, hold.Question.Asked, hold.HeldJson.Length, hold.ExpiresAt, hold.CommitBy,
        string.Join('|', hold.History.OrderBy(e => e.Id).Select(e => (e.At, e.By, e.FromState, e.ToState, e.Said, e.CartId is not null))));

    private static object Facts(Order order) => (order.State, order.Version, order.Question.Asked, order.RefusedFor, order.RefusedDetail, order.Items.Count,
        string.Join('|', order.History.OrderBy(e => e.Id).Select(e => (e.At, e.By, e.FromState, e.ToState, e.Said, e.BookingId is not null))));

    private sealed class FailsOnHistory : DbCommandInterceptor
    {
        public bool IsOn { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            IsOn && command.CommandText.Contains("INTO \"History\"", StringComparison.Ordinal)
                ? throw new InvalidOperationException("The process died here.")
                : ValueTask.FromResult(result);
    }
}
