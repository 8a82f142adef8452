using System.Diagnostics;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Benchmarks;

/// <summary>10,000 holds that lapse in the same minute: how long the sweep takes and how many statements it sends.</summary>
internal static class LapsingHolds
{
    private const int Holds = 10_000;

    public static async Task RunAsync()
    {
        Console.WriteLine($"{Holds:N0} holds lapsing in one minute | time | statements | working set");
        foreach (var engine in Enum.GetValues<DatabaseEngine>().Where(e => Engines.WhyNot(e) is null))
            await RunAsync(engine);
    }

    private static async Task RunAsync(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await FillAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(11));

        var before = world.Watch.Statements;
        var start = Stopwatch.GetTimestamp();
        var swept = await world.Get<ExpireHolds>().RunAsync(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(start);
        if (swept != Holds)
            throw new InvalidOperationException($"{swept} of {Holds} were swept.");
        Console.WriteLine($"{engine} | {took.TotalMilliseconds:N0} ms | {world.Watch.Statements - before} | {Environment.WorkingSet / 1024 / 1024} MB");
    }

    private static async Task FillAsync(PortalWorld world)
    {
        var offer = await world.SellsAsync("A", stock: 2);
        var cartId = (await world.AddedAsync(world.Ann, offer, 1)).CartId;
        await world.Get<RemoveLine>().RunAsync(world.Ann, (await world.CartAsync(world.Ann))[0].Id, CancellationToken.None);
        var connectionId = (await world.HoldsAsync())[0].ConnectionId;
        foreach (var batch in Enumerable.Range(0, Holds).Chunk(1000))
        {
            await using var db = world.Open();
            foreach (var i in batch)
            {
                var hold = Hold.Ask(cartId, world.AgencyId, connectionId, "[]", world.Ann, Guid.Empty, world.Now, TimeSpan.FromMinutes(1));
                var expiresAt = world.Now.AddMinutes(10).AddMilliseconds(i * 60_000.0 / Holds);
                hold.RecordHeld(new HeldPlaces([new ProviderReference("hold", $"H{i}")], expiresAt, "active", []), TimeSpan.FromSeconds(45), "Held.", world.Ann, world.Now);
                db.Holds.Add(hold);
            }
            await db.SaveChangesAsync();
        }
    }
}
