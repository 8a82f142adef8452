using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Ledger;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Ledger;

/// <summary>Two portals on one database spend the credit of one agency at the same moment, over real HTTP.</summary>
public sealed class CreditFromTwoProcessesTests
{
    private const int Carts = 64, Fit = 10;

    [EngineFact(DatabaseEngine.Postgres, requiredInCi: true)]
    public async Task Sixty_four_checkouts_from_two_processes_against_credit_for_ten_are_ten()
    {
        await using var world = await SandboxWorld.StartAsync(DatabaseEngine.Postgres);
        var sample = world.Sandbox.Xs2Event.Samples.HugeStock;
        var session = await world.ListsAsync(sample);
        var agency = world.Ann.AgencyId!.Value;
        var errands = await Task.WhenAll(Enumerable.Range(0, Carts).Select(n => Task.Run(async () =>
        {
            var agent = Actor.Agent(Guid.CreateVersion7(), agency, $"Agent {n}");
            var line = await world.Get<AddToCart>().RunAsync(agent, new AddToCartRequest(Guid.NewGuid(), session, sample.TicketId, 2, SaleMode.Purchase, SandboxWorld.Net(sample)), default);
            Assert.Equal(HoldState.Held, line.Value?.Hold?.State);
            return new Errand(agent, Questioned.Commit, [$"{line.Value!.CartId}"]);
        })));
        var each = (await world.Get<ReadExposure>().RunAsync(world.Ann, null, default))!.Held / Carts;
        var limit = each * Fit + each / 2;
        await using (var db = world.Open())
            await db.Agencies.Where(a => a.Id == agency).ExecuteUpdateAsync(set => set.SetProperty(a => a.CreditLimit, limit));

        using var one = world.StartAnotherProcess(errands[..(Carts / 2)]);
        using var other = world.StartAnotherProcess(errands[(Carts / 2)..]);
        await Task.WhenAll(one.WaitForExitAsync(), other.WaitForExitAsync());

        Assert.True((one.ExitCode, other.ExitCode) == (0, 0), $"{await one.StandardError.ReadToEndAsync()} {await other.StandardError.ReadToEndAsync()}");
        Assert.Equal(Fit, world.Sandbox.Ledger.Things.Count(t => t.Kind == "booking"));
        await using (var db = world.Open())
        {
            Assert.Equal(Fit, await db.Orders.CountAsync(o => o.State == OrderState.Purchased));
            Assert.Equal(Fit, await db.LedgerTransactions.CountAsync());
            await db.BalancesAsync();
        }
        var exposure = (await world.Get<ReadExposure>().RunAsync(world.Ann, null, default))!;
        Assert.Equal((each * Fit, each * (Carts - Fit), 0m), (exposure.Balance, exposure.Held, exposure.UnderWay));

        foreach (var errand in errands)
            foreach (var line in await LinesAsync(world, Guid.Parse(errand.Words[0])))
                await world.Get<RemoveLine>().RunAsync(errand.Actor, line, default);
        Assert.Equal((0m, each / 2), ((await world.Get<ReadExposure>().RunAsync(world.Ann, null, default))!.Held, limit - each * Fit));
    }

    private static async Task<List<Guid>> LinesAsync(SandboxWorld world, Guid cartId)
    {
        await using var db = world.Open();
        return await db.CartLines.InCart().Where(l => l.CartId == cartId).Select(l => l.Id).ToListAsync();
    }
}
