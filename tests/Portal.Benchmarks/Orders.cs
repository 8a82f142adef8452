using System.Diagnostics;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Benchmarks;

/// <summary>The whole way of an order against the sandbox over real HTTP: add to cart with its hold, check out, booked.</summary>
internal static class Orders
{
    private const int Count = 200;

    public static async Task RunAsync()
    {
        Console.WriteLine($"{Count} orders, add to cart and check out | shoppers | orders/s | p50 | p95 | CPU an order | working set");
        foreach (var engine in Enum.GetValues<DatabaseEngine>().Where(e => Engines.WhyNot(e) is null))
            foreach (var shoppers in (int[])[1, 8, 32])
                await RunAsync(engine, shoppers);
    }

    private static async Task RunAsync(DatabaseEngine engine, int shoppers)
    {
        await using var world = await SandboxWorld.StartAsync(engine);
        var sample = world.Sandbox.Xs2Event.Samples.HugeStock;
        var session = await world.ListsAsync(sample);
        await OrderAsync(); // warms up

        var left = Count;
        var times = new double[Count];
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, shoppers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Decrement(ref left); i >= 0; i = Interlocked.Decrement(ref left))
            {
                var began = Stopwatch.GetTimestamp();
                await OrderAsync();
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        var (took, used) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
        if (world.Sandbox.Ledger.Made("xs2event", "booking").Count is var made && made != Count + 1)
            throw new InvalidOperationException($"{made} bookings were made.");
        Array.Sort(times);
        Console.WriteLine($"{engine} | {shoppers} | {Count / took.TotalSeconds:0.0} | {times[Count / 2]:0} ms | {times[Count * 95 / 100]:0} ms | "
            + $"{used.TotalMilliseconds / Count:0.0} ms | {Environment.WorkingSet / 1024 / 1024} MB");

        // Each order is another agent's, as in a rush.
        async Task OrderAsync()
        {
            var agent = Actor.Agent(Guid.CreateVersion7(), world.Ann.AgencyId!.Value, "Agent");
            var line = await world.Get<AddToCart>().RunAsync(agent,
                new AddToCartRequest(Guid.NewGuid(), session, sample.TicketId, 2, SaleMode.Purchase, SandboxWorld.Net(sample)), CancellationToken.None);
            var made = line.IsYes
                ? await world.Get<CheckOutCart>().RunAsync(agent, new CheckOutRequest(Guid.NewGuid(), line.Value.CartId, null, OnOpenAnswer.GoOn), CancellationToken.None)
                : line.Refusal;
            if (!made.IsYes)
                throw new InvalidOperationException($"Not booked: {made.Refusal}");
        }
    }
}
