using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Benchmarks;

/// <summary>How long a search takes over 50,000 events, by kind of question.</summary>
internal static class Searches
{
    private const int Events = 50_000;
    /// <summary>Of them, so many are open with 600 slots each; every tenth of the others is sold by a second provider too.</summary>
    private const int Museums = 60;
    private const int Rounds = 40;
    private static readonly string[] Cities = [.. Enumerable.Range(0, 120).Select(n => $"City{n}")];
    private static readonly string[] Kinds = ["soccer", "tennis", "rugby", "darts", "motogp", "formula1", "basketball", "cricket"];

    /// <param name="explain">Whether each question's plan is printed as the engine tells it.</param>
    public static async Task RunAsync(bool explain)
    {
        foreach (var engine in Enum.GetValues<DatabaseEngine>().Where(engine => Engines.WhyNot(engine) is null))
            await RunAsync(engine, explain);
    }

    private static async Task RunAsync(DatabaseEngine engine, bool explain)
    {
        await using var database = await PortalDatabase.CreateAsync(engine);
        var actor = await FillAsync(database);
        var plans = new QueryPlans();
        var search = new SearchEvents(database.Factory, TimeProvider.System);
        var explained = new SearchEvents(WatchedDatabases.Open(database, [plans]), TimeProvider.System);
        (string Name, EventQuery Query)[] questions =
        [
            ("everything", new()), ("one word", new() { Text = "team7" }), ("two words", new() { Text = "team7 city3" }), ("a rare word", new() { Text = "name4711" }),
            ("slots only", new() { Kind = OfferKind.Slot }), ("up to 40, for four", new() { PriceTo = 40, Seats = 4 }), ("city and category", new() { City = "City3", Category = "tennis" }), ("a month", new() { From = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60), To = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(90) }),
            ("by price", new() { Sort = EventSort.Price }), ("dearest", new() { Sort = EventSort.Price, Descending = true }), ("by name", new() { Sort = EventSort.Name }), ("popular", new() { Sort = EventSort.Popularity }), ("page 30", new() { Page = 30 }), ("nothing found", new() { Text = "zzz" }),
        ];
        foreach (var (name, query) in questions)
        {
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await search.RunAsync(actor, query, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            times.RemoveAt(0);
            times.Sort();
            Console.WriteLine($"Search over {Events:N0} events on {engine}, {name}: median {times[times.Count / 2]:0.0} ms, p95 {times[(int)(times.Count * .95)]:0.0} ms");
            if (!explain)
                continue;
            plans.Clear();
            await explained.RunAsync(actor, query, CancellationToken.None);
            foreach (var plan in plans.Taken)
                Console.WriteLine(plan);
        }
    }

    private static async Task<Actor> FillAsync(PortalDatabase database)
    {
        var agency = new Agency { Id = Guid.CreateVersion7(), Name = "Agency" };
        var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Channel" };
        var connection = new Connection { Id = Guid.CreateVersion7(), Name = "Provider", ProviderKind = "X", BaseUrl = "http://127.0.0.1", SealedValues = "", ChannelId = channel.Id };
        var promoter = new Promoter { Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = "-", Name = "Provider" };
        await using (var db = await database.Factory.CreateDbContextAsync())
        {
            db.AddRange(agency, channel, connection, promoter);
            await db.SaveChangesAsync();
        }
        var random = new Random(1);
        var tomorrow = DateTime.UtcNow.Date.AddDays(1);
        foreach (var batch in Enumerable.Range(0, Events).Chunk(2_000))
        {
            await using var db = await database.Factory.CreateDbContextAsync();
            foreach (var number in batch)
                db.Add(Make(number, random, tomorrow, connection.Id, promoter.Id));
            await db.SaveChangesAsync();
        }
        return Actor.Agent(Guid.NewGuid(), agency.Id, "Agent");
    }

    private static Event Make(int number, Random random, DateTime tomorrow, Guid connectionId, Guid promoterId)
    {
        var name = $"Team{random.Next(400)} v Team{random.Next(400)} name{number}";
        var start = tomorrow.AddMinutes(random.Next(400 * 24 * 4) * 15);
        var made = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = connectionId, ProviderRef = $"e{number}", Name = name, PlainName = SearchWords.Plain(name), Category = Kinds[random.Next(Kinds.Length)],
            City = Cities[random.Next(Cities.Length)], Country = "NLD", VenueName = $"Stadium {random.Next(300)}", PromoterId = promoterId, RawStatus = "notstarted",
            Status = random.Next(10) == 0 ? EventStatus.SoldOut : EventStatus.OnSale, FromPrice = random.Next(10, 900), FromCurrency = "EUR", StockHint = random.Next(500), IsPopular = random.Next(20) == 0,
        };
        made.Sessions.Add(new Session { Id = Guid.CreateVersion7(), ProviderRef = "s", StartLocal = start, EndLocal = start, StartUtc = start, TimeZone = "UTC" });
        foreach (var word in SearchWords.Of(made.Name, made.City, made.VenueName, made.Category))
            made.Words.Add(new EventWord { Word = word });
        return made;
    }
}
