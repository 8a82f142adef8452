using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Desk;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Benchmarks;

/// <summary>
/// An agency with 10,000 bookings whose guest data are missing in one portal, and one with 1,000 in another: what a page of the board costs, and how quickly jobs go
/// through what is due. Both portals are asked in turns, so that what else the machine does meets both: the ratio says more than the times.
/// </summary>
internal static class GuestBoards
{
    private const int Few = 1_000, Many = 10_000, Rounds = 200;

    /// <param name="explain">Whether the plans of a page and of a counting are printed as the engine tells them.</param>
    public static async Task RunAsync(bool explain)
    {
        foreach (var engine in Enum.GetValues<DatabaseEngine>().Where(e => Engines.WhyNot(e) is null))
            await RunAsync(engine, explain && engine != DatabaseEngine.SqlServer);
    }

    private static async Task RunAsync(DatabaseEngine engine, bool explain)
    {
        await using var few = await PortalWorld.StartAsync(engine);
        await using var many = await PortalWorld.StartAsync(engine);
        var (fewIds, manyIds) = (await GuestRows.FillAsync(few, Few), await GuestRows.FillAsync(many, Many));
        await AnalyseAsync(few, many);
        Console.WriteLine($"{engine}: what is due, gone through by one job | rows/s | statements a row | time | working set");
        await RunOutAsync(few, $"counted for the first time, of {Few:N0}", Each(fewIds, few.Get<MeasureGuests>().RunAsync));
        await RunOutAsync(many, $"counted for the first time, of {Many:N0}", Each(manyIds, many.Get<MeasureGuests>().RunAsync));
        await AnalyseAsync(few, many);

        Console.WriteLine($"{engine}: pages of {FindGuestProgress.PageSize} in turns, {Rounds} times | p50 of {Few:N0} | p50 of {Many:N0} | ratio | p95 of {Few:N0} | p95 of {Many:N0} | statements");
        await PageAsync("first page", few, many, world => FindAsync(world, new()));
        await PageAsync("last page", few, many, world => FindAsync(world, new() { Page = (world == many ? Many : Few) / FindGuestProgress.PageSize }));
        await PageAsync("only mine", few, many, world => FindAsync(world, new() { IsMine = true }));
        await PageAsync("refused", few, many, world => FindAsync(world, new() { Group = GuestBoardGroup.Refused }));
        await PageAsync("an admin's first page", few, many, world => world.Get<FindGuestProgress>().RunAsync(EnablementSetUp.Admin, new(), CancellationToken.None));
        await PageAsync("the desk", few, many, world => world.Get<ReadDesk>().RunAsync(world.Ann, "Europe/Amsterdam", CancellationToken.None));
        await PageAsync("bookings, guest data missing", few, many, world => world.Get<FindBookings>().RunAsync(world.Ann, new() { Groups = [BookingGroup.Guests] }, "Europe/Amsterdam", CancellationToken.None));
        if (explain)
            await ExplainAsync(many, manyIds[0]);

        Console.WriteLine($"{engine}: what is due, gone through by one job | rows/s | statements a row | time | working set");
        await RunOutAsync(many, "counted anew", Each(manyIds, many.Get<MeasureGuests>().RunAsync));
        await RunOutAsync(many, "customers asked by mail", many.Get<ChaseGuests>().RunAsync);
        await RunOutAsync(many, "guest lists read, and sent where somebody is complete", many.Get<KeepGuestLists>().RunAsync, atMost: 2_000);
    }

    private static Task<GuestBoard> FindAsync(PortalWorld world, GuestBoardQuery query) => world.Get<FindGuestProgress>().RunAsync(world.Ann, query, CancellationToken.None);

    private static async Task PageAsync(string what, PortalWorld few, PortalWorld many, Func<PortalWorld, Task> read)
    {
        List<double> first = [], second = [];
        var before = 0;
        for (var round = 0; round <= Rounds; round++)
        {
            var small = await TimeAsync(few);
            before = many.Watch.Statements;
            var large = await TimeAsync(many);
            // The first round warms up.
            if (round > 0)
                (first, second) = ([.. first, small], [.. second, large]);
        }
        first.Sort();
        second.Sort();
        var (p50, p95) = (Rounds / 2, Rounds * 95 / 100);
        Console.WriteLine($"{what} | {first[p50]:0.0} ms | {second[p50]:0.0} ms | {second[p50] / first[p50]:0.00} | {first[p95]:0.0} ms | {second[p95]:0.0} ms | {many.Watch.Statements - before}");

        async Task<double> TimeAsync(PortalWorld world)
        {
            var start = Stopwatch.GetTimestamp();
            await read(world);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    /// <summary>Runs a job's verb again and again until it says that nothing was due, or until it has gone through so much.</summary>
    /// <param name="world">Where.</param>
    /// <param name="what">What it does, for the line that is printed.</param>
    /// <param name="job">Goes through what is due and says how much that was.</param>
    /// <param name="atMost">Where each row costs what the one before it cost, not all need to be gone through.</param>
    private static async Task RunOutAsync(PortalWorld world, string what, Func<CancellationToken, Task<int>> job, int atMost = int.MaxValue)
    {
        var (before, start, rows) = (world.Watch.Statements, Stopwatch.GetTimestamp(), 0);
        for (var due = -1; due != 0 && rows < atMost; rows += due)
            due = await job(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(start);
        Console.WriteLine($"{what}: {rows:N0} rows | {rows / took.TotalSeconds:N0} | {(double)(world.Watch.Statements - before) / rows:0.0} | {took.TotalSeconds:0.0} s | {Environment.WorkingSet / 1024 / 1024} MB");
    }

    /// <summary>As a job that finds so many due at a time.</summary>
    private static Func<CancellationToken, Task<int>> Each<T>(IEnumerable<Guid> due, Func<Guid, CancellationToken, Task<T>> act)
    {
        var left = new Queue<Guid>(due);
        return async stop =>
        {
            var done = 0;
            for (; done < 200 && left.TryDequeue(out var id); done++)
                await act(id, stop);
            return done;
        };
    }

    // PostgreSQL does so by itself a minute after rows have come.
    private static async Task AnalyseAsync(params PortalWorld[] worlds)
    {
        foreach (var world in worlds.Where(w => w.Database.Engine == DatabaseEngine.Postgres))
        {
            await using var db = world.Open();
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        }
    }

    private static async Task ExplainAsync(PortalWorld world, Guid bookingId)
    {
        var plans = new QueryPlans(world.Database.Engine);
        var databases = WatchedDatabases.Open(world.Database, plans);
        await new FindGuestProgress(databases, world.Get<ProviderDirectory>(), world.Get<CustomerSeal>(), world.Time).RunAsync(world.Ann, new(), CancellationToken.None);
        await new MeasureGuests(databases, world.Get<ProviderDirectory>(), world.Get<GuestSeal>(), world.Time).RunAsync(bookingId, CancellationToken.None);
        foreach (var plan in plans.Taken)
            Console.WriteLine(plan);
    }
}
