using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
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

    private static SearchEvents Search(IDbContextFactory<PortalDb> databases) => new(databases, new ReadTerms(databases, TimeProvider.System), TimeProvider.System);

    private static async Task RunAsync(DatabaseEngine engine, bool explain)
    {
        await using var database = await PortalDatabase.CreateAsync(engine);
        var actor = await FillAsync(database);
        var plans = new QueryPlans(engine);
        if (explain && engine == DatabaseEngine.SqlServer)
            explain = false;
        var search = Search(database.Factory);
        var explained = Search(WatchedDatabases.Open(database, [plans]));
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
        await using (var db = await database.Factory.CreateDbContextAsync())
        {
            db.AddRange(agency, channel);
            await db.SaveChangesAsync();
        }
        Seller one = await ConnectAsync(database, "One", channel.Id), other = await ConnectAsync(database, "Other", channel.Id);
        var random = new Random(1);
        var tomorrow = DateTime.UtcNow.Date.AddDays(1);
        foreach (var batch in Enumerable.Range(0, Events * 10 / 11).Chunk(2_000))
        {
            await using var db = await database.Factory.CreateDbContextAsync();
            foreach (var number in batch)
            {
                var made = Make(number, random, tomorrow, one);
                db.Add(made);
                if (number % 10 == 9)
                    db.Add(Twin(made, random, other));
            }
            await db.SaveChangesAsync();
        }
        // PostgreSQL does so by itself a minute after rows have come; nobody searches in that minute here.
        await using (var db = await database.Factory.CreateDbContextAsync())
            if (database.Engine == DatabaseEngine.Postgres)
                await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return Actor.Agent(Guid.NewGuid(), agency.Id, "Agent");
    }

    private sealed record Seller(Guid ConnectionId, Guid PromoterId);

    private static async Task<Seller> ConnectAsync(PortalDatabase database, string name, Guid channelId)
    {
        var connection = new Connection { Id = Guid.CreateVersion7(), Name = name, ProviderKind = "X", BaseUrl = "http://127.0.0.1", SealedValues = "", ChannelId = channelId };
        var promoter = new Promoter { Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = "-", Name = name };
        await using var db = await database.Factory.CreateDbContextAsync();
        db.AddRange(connection, promoter);
        await db.SaveChangesAsync();
        return new Seller(connection.Id, promoter.Id);
    }

    private static Event Make(int number, Random random, DateTime tomorrow, Seller seller)
    {
        var name = $"Team{random.Next(400)} v Team{random.Next(400)} name{number}";
        var made = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = seller.ConnectionId, ProviderRef = $"e{number}", Name = name, PlainName = SearchWords.Plain(name), Category = Kinds[random.Next(Kinds.Length)],
            Kind = number < Museums ? OfferKind.Slot : OfferKind.Seats, City = Cities[random.Next(Cities.Length)], Country = "NLD", VenueName = $"Stadium {random.Next(300)}",
            PromoterId = seller.PromoterId, RawStatus = "notstarted", Status = random.Next(10) == 0 ? EventStatus.SoldOut : EventStatus.OnSale, IsPopular = random.Next(20) == 0,
        };
        if (made.Kind == OfferKind.Slot)
            for (var slot = 0; slot < 600; slot++)
                Add(made, tomorrow.AddDays(slot / 10).AddHours(9 + slot % 10), 12, random, isListed: slot == 0);
        else
            Add(made, tomorrow.AddMinutes(random.Next(400 * 24 * 4) * 15), random.Next(10, 900), random, isListed: true);
        foreach (var word in SearchWords.Of(made.Name, made.City, made.VenueName, made.Category))
            made.Words.Add(new EventWord { Word = word });
        return made;
    }

    private static Event Twin(Event of, Random random, Seller seller)
    {
        var twin = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = seller.ConnectionId, ProviderRef = of.ProviderRef, Name = of.Name, PlainName = of.PlainName, Category = of.Category, Kind = of.Kind,
            City = of.City, Country = of.Country, VenueName = of.VenueName, PromoterId = seller.PromoterId, RawStatus = of.RawStatus, Status = of.Status, IsPopular = of.IsPopular,
        };
        foreach (var session in of.Sessions.Where(s => s.IsListed))
            Add(twin, session.StartLocal, random.Next(10, 900), random, isListed: true);
        foreach (var word in of.Words)
            twin.Words.Add(new EventWord { Word = word.Word });
        return twin;
    }

    private static void Add(Event to, DateTime start, decimal price, Random random, bool isListed) => to.Sessions.Add(new Session
    {
        Id = Guid.CreateVersion7(), ProviderRef = $"{start:yyyyMMddHHmm}", StartLocal = start, EndLocal = start, StartUtc = start, TimeZone = "UTC", IsListed = isListed,
        FromPrice = price, FromCurrency = "EUR", StockHint = random.Next(500), GroupId = EventGroups.Of(to.Kind, to.VenueName, start, to.Name),
    });
}
