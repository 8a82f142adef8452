using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Ledger;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Ledger;

/// <summary>An agency never owes more than its limit: what is held, asked for or unanswered counts as though it were owed.</summary>
public sealed class CreditTests
{
    [Fact]
    public async Task What_does_not_fit_the_limit_is_not_held_and_the_line_says_so()
    {
        await using var world = await StartAsync(limit: 250);
        var offer = await world.SellsAsync("A");
        await world.AddedAsync(world.Ann, offer, 3);

        var refused = await world.AddedAsync(world.Ben, await world.SellsAsync("B"), 3);

        Assert.Equal((RefusalReason.CreditExceeded, null), (refused.Problem, refused.Hold?.State));
        Assert.Contains("€150.00 more would be owed, €100.00 are left", refused.ProblemDetail, StringComparison.Ordinal);
        Assert.Single(world.Provider.Holds);
        Assert.Equal((250m, 0m, 150m, 0m, 100m), await ExposureAsync(world));
    }

    [Fact]
    public async Task A_released_hold_gives_its_credit_back_and_the_refused_line_is_held_again()
    {
        await using var world = await StartAsync(limit: 250);
        var first = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 3);
        var second = await world.AddedAsync(world.Ben, await world.SellsAsync("B"), 3);

        await world.Get<RemoveLine>().RunAsync(world.Ann, first.Id, default);
        await world.Get<HoldAgain>().RunAsync(world.Ben, second.CartId, [second.Id], default);

        Assert.Equal((HoldState.Held, null), ((await world.LineAsync(second.Id))!.Hold?.State, (await world.LineAsync(second.Id))!.Problem));
    }

    [Fact]
    public async Task More_places_of_a_held_line_need_credit_and_fewer_never_do()
    {
        await using var world = await StartAsync(limit: 250);
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 4);

        Assert.Equal(RefusalReason.CreditExceeded, (await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 6, default)).Refusal?.Reason);
        Assert.Equal((4, 4), ((await world.LineAsync(line.Id))!.Quantity, (await world.LineAsync(line.Id))!.HeldQuantity));
        Assert.True((await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 5, default)).IsYes);
        await LimitAsync(world, 10);
        Assert.True((await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 2, default)).IsYes);
    }

    [Fact]
    public async Task A_limit_that_was_cut_stops_the_checkout_of_what_was_held_before_and_loses_nothing()
    {
        await using var world = await StartAsync(limit: 250);
        var line = await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 4);
        await LimitAsync(world, 100);

        var answer = await world.CheckOutAsync(world.Ann);

        Assert.Equal(RefusalReason.CreditExceeded, answer.Refusal?.Reason);
        Assert.Empty(await world.OrdersAsync());
        Assert.Equal(HoldState.Held, (await world.LineAsync(line.Id))!.Hold?.State);
        await LimitAsync(world, 200);
        Assert.True((await world.CheckOutAsync(world.Ann)).IsYes);
    }

    [Fact]
    public async Task An_unanswered_order_counts_until_it_is_settled()
    {
        await using var world = await StartAsync(limit: 250);
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 4);
        world.Provider.Next(Questioned.Commit, Fate.SilentBefore);
        await world.CheckOutAsync(world.Ann);

        Assert.Equal((250m, 0m, 0m, 200m, 50m), await ExposureAsync(world));
        await world.PassAsync(TimeSpan.FromMinutes(4));
        Assert.Equal((250m, 200m, 0m, 0m, 50m), await ExposureAsync(world));
    }

    [Fact]
    public async Task What_is_only_booked_is_owed_once_it_is_bought_and_not_beyond_the_limit()
    {
        await using var world = await StartAsync(limit: 120);
        var offer = await world.SellsAsync("A", by: world.Keeping);
        await world.SwitchBookingAsync(promoter: true, channel: true);
        await world.AddAsync(world.Ann, offer, 4, mode: SaleMode.Book);
        await world.CheckedOutAsync(world.Ann);
        var order = (await world.OrdersAsync()).Single();
        Assert.Equal((120m, 0m, 0m, 0m, 120m), await ExposureAsync(world));

        Assert.Equal(RefusalReason.CreditExceeded, (await BuyAsync(world, order, 3)).Refusal?.Reason);
        Assert.Equal(OperationState.Done, (await BuyAsync(world, order, 2)).Value?.State);

        Assert.Equal((120m, 100m, 0m, 0m, 20m), await ExposureAsync(world));
        Assert.Equal(2, (await world.OrdersAsync()).Single().Items.Count(i => i.State == ItemState.Booked));
    }

    [Fact]
    public async Task An_agency_that_pays_before_sells_what_it_paid_in()
    {
        await using var world = await StartAsync(limit: 0);
        await using (var db = world.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.PostAsync(new LedgerTransaction
            {
                Id = Guid.CreateVersion7(), Key = "paid-in", Kind = LedgerKind.Settlement, AgencyId = world.AgencyId, At = world.Now, By = "Ines", Said = "Paid in",
                Entries = [new() { Account = LedgerAccount.Bank, Amount = 100, Currency = "EUR" }, new() { Account = LedgerAccount.Agency, Amount = -100, Currency = "EUR" }],
            }, default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        var offer = await world.SellsAsync("A");

        Assert.Null((await world.AddedAsync(world.Ann, offer, 2)).Problem);
        Assert.Equal(RefusalReason.CreditExceeded, (await world.AddedAsync(world.Ben, await world.SellsAsync("B"), 1)).Problem);
    }

    [Theory, OnEveryEngine]
    public async Task Sixty_four_checkouts_at_once_against_credit_for_ten_are_ten(DatabaseEngine engine)
    {
        await using var world = await StartAsync(limit: null, engine);
        var agents = await HoldingAsync(world, 64);
        await LimitAsync(world, 500);

        var answers = await Task.WhenAll(agents.Select(agent => Task.Run(() => world.CheckOutAsync(agent))));

        Assert.Equal(10, answers.Count(a => a.IsYes));
        Assert.All(answers.Where(a => !a.IsYes), a => Assert.Equal(RefusalReason.CreditExceeded, a.Refusal!.Reason));
        Assert.Equal((500m, 500m), ((await ExposureAsync(world)).Balance, (await ExposureAsync(world)).Limit));
        await world.BalancesAsync();
    }

    [Theory, OnEveryEngine]
    public async Task Sixty_four_holds_at_once_against_credit_for_ten_are_ten(DatabaseEngine engine)
    {
        await using var world = await StartAsync(limit: 500, engine);

        var agents = await HoldingAsync(world, 64);

        Assert.Equal(10, world.Provider.Holds.Count);
        Assert.Equal(500m, (await ExposureAsync(world)).Held);
        Assert.Equal(64, agents.Count);
    }

    // The guard taken away: nobody waits for a turn, and each sees the other's order too late.
    [EngineFact(DatabaseEngine.Postgres, requiredInCi: true)]
    public async Task Without_the_turn_two_checkouts_at_once_overdraw_the_limit()
    {
        var meet = new MeetBeforeSaving<Booking>(2, EntityState.Added);
        await using var world = await StartAsync(limit: null, DatabaseEngine.Postgres, meet, new WithoutTurn());
        var agents = await HoldingAsync(world, 2);
        await LimitAsync(world, 50);

        var answers = await Task.WhenAll(agents.Select(agent => Task.Run(() => world.CheckOutAsync(agent))));

        Assert.All(answers, a => Assert.True(a.IsYes, a.Refusal?.ToString()));
        Assert.Equal((50m, 100m), ((await ExposureAsync(world)).Limit, (await ExposureAsync(world)).Balance));
    }

    private static async Task<PortalWorld> StartAsync(decimal? limit, DatabaseEngine engine = DatabaseEngine.Sqlite, params IInterceptor[] interceptors)
    {
        var world = await PortalWorld.StartAsync(engine, interceptors);
        world.OneAtATime = false;
        await LimitAsync(world, limit);
        return world;
    }

    private static async Task LimitAsync(PortalWorld world, decimal? limit)
    {
        await using var db = world.Open();
        await db.Agencies.Where(a => a.Id == world.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(a => a.CreditLimit, limit));
    }

    /// <summary>So many agents of the agency, each with one ticket at 50.00 in a cart of their own.</summary>
    private static async Task<List<Actor>> HoldingAsync(PortalWorld world, int agents)
    {
        var offer = await world.SellsAsync("A", stock: 100);
        var people = Enumerable.Range(0, agents).Select(n => Actor.Agent(Guid.CreateVersion7(), world.AgencyId, $"Agent {n}")).ToList();
        await Task.WhenAll(people.Select(agent => Task.Run(() => world.AddedAsync(agent, offer, 1))));
        return people;
    }

    private static async Task<(decimal? Limit, decimal Balance, decimal Held, decimal UnderWay, decimal? Free)> ExposureAsync(PortalWorld world)
    {
        var exposure = (await world.Get<ReadExposure>().RunAsync(world.Ann, null, default))!;
        return (exposure.Limit, exposure.Balance, exposure.Held, exposure.UnderWay, exposure.Free);
    }

    private static Task<Answer<OperationMade>> BuyAsync(PortalWorld world, Order order, int places) =>
        world.Get<PurchaseItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), order.Id, [.. order.Items.OrderBy(i => i.Place).Take(places).Select(i => i.Id)]), default);

    private sealed class WithoutTurn : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(command.CommandText.Contains("\"CreditTurn\" =", StringComparison.Ordinal) ? InterceptionResult<int>.SuppressWithResult(1) : result);
    }
}
