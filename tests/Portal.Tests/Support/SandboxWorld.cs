using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Core;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Guests;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Providers;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Support;

/// <summary>
/// A portal without its pages, with its real adapters, that asks the sandbox over real HTTP. Other processes may work on the same
/// database (<see cref="StartAnotherProcess"/>).
/// </summary>
internal sealed partial class SandboxWorld : IAsyncDisposable
{
    private readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("portal-keys-");
    private readonly Guid channelId = Guid.CreateVersion7();
    private readonly PortalDatabase database;
    private readonly ServiceProvider services;

    private SandboxWorld(PortalDatabase database, SandboxServer sandbox, ShiftedClock clock, HeardLog? log)
    {
        (this.database, Sandbox, Clock) = (database, sandbox, clock);
        services = Services(database.Factory, keys, clock, log);
    }

    public ShiftedClock Clock { get; }

    public SandboxServer Sandbox { get; }

    public Actor Ann { get; } = Actor.Agent(Guid.CreateVersion7(), Guid.CreateVersion7(), "Ann");

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public PortalDatabase Database => database;

    public PortalDb Open() => database.Open();

    /// <param name="databases">The portal's.</param>
    /// <param name="keys">Where its keys lie.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="log">Hears everything, down to the last trace; null hears nothing.</param>
    public static ServiceProvider Services(IDbContextFactory<PortalDb> databases, DirectoryInfo keys, TimeProvider time, HeardLog? log = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => _ = log is null ? logging.SetMinimumLevel(LogLevel.Warning) : logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        collection.AddSingleton(time);
        collection.AddSingleton(databases);
        collection.AddDataProtection().SetApplicationName("Portal.Tests").PersistKeysToFileSystem(keys);
        collection.AddPortalCore();
        collection.AddPortalProviders();
        return collection.BuildServiceProvider();
    }

    /// <summary>A portal that is connected to XS2Event.</summary>
    public static Task<SandboxWorld> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite) =>
        StartAsync([("XS2Event", new Dictionary<string, string> { ["X-Api-Key"] = Xs2EventOptions.DemoKey })], engine);

    /// <summary>A portal that is connected to these providers.</summary>
    public static async Task<SandboxWorld> StartAsync(IEnumerable<(string Kind, IReadOnlyDictionary<string, string> Settings)> connected, DatabaseEngine engine = DatabaseEngine.Sqlite, HeardLog? log = null)
    {
        var clock = new ShiftedClock();
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = clock });
        var world = new SandboxWorld(await PortalDatabase.CreateAsync(engine), sandbox, clock, log);
        await using var db = world.Open();
        db.AddRange(new Agency { Id = world.Ann.AgencyId!.Value, Name = "Sunny Trips" }, new Channel { Id = world.channelId, Name = "All desks", BookingOn = true });
        db.AddRange(SampleRates.All);
        await db.SaveChangesAsync();
        foreach (var (kind, settings) in connected)
            await world.ConnectAsync(kind, settings);
        return world;
    }

    public async Task ConnectAsync(string kind, IReadOnlyDictionary<string, string> settings)
    {
        await using var db = Open();
        db.Add(new Connection
        {
            Id = Guid.CreateVersion7(), Name = kind, ProviderKind = kind, BaseUrl = Sandbox.BaseUrl.ToString(), OrderEmail = "ops@example.org", ChannelId = channelId,
            SealedValues = Get<ConnectionSeal>().Seal(settings),
        });
        await db.SaveChangesAsync();
    }

    /// <summary>A row of the catalogue for a sample.</summary>
    public Task<Guid> ListsAsync(TicketSample sample) => ListsAsync("XS2Event", new SessionKey(sample.EventId, sample.EventId));

    /// <summary>A row of the catalogue for an occurrence that this provider sells.</summary>
    public async Task<Guid> ListsAsync(string kind, SessionKey key)
    {
        await using var db = Open();
        var connectionId = await db.Connections.Where(c => c.ProviderKind == kind).Select(c => c.Id).SingleAsync();
        var promoter = new Promoter { Id = Guid.CreateVersion7(), ConnectionId = connectionId, ProviderRef = key.EventRef, Name = "Promoter", BookingOn = true };
        var of = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = connectionId, ProviderRef = key.EventRef, Name = "Sample", Category = "soccer",
            PromoterId = promoter.Id, RawStatus = "notstarted", SeenAt = Clock.GetUtcNow().UtcDateTime,
        };
        var start = DateTime.SpecifyKind(Clock.GetUtcNow().UtcDateTime.AddDays(40), DateTimeKind.Unspecified);
        var session = new Session { Id = Guid.CreateVersion7(), EventId = of.Id, ProviderRef = key.SessionRef, StartLocal = start, EndLocal = start };
        db.AddRange(promoter, of, session);
        await db.SaveChangesAsync();
        return session.Id;
    }

    public static Money Net(TicketSample sample) => new(sample.NetRate / 100m, sample.Currency);

    public async Task<CartLine> AddedAsync(Guid sessionId, TicketSample sample)
    {
        var answer = await Get<AddToCart>().RunAsync(Ann, new AddToCartRequest(Guid.NewGuid(), sessionId, sample.TicketId, 2, SaleMode.Purchase, Net(sample)), CancellationToken.None);
        Assert.Equal(HoldState.Held, answer.Value?.Hold?.State);
        return answer.Value!;
    }

    public async Task TypesLeadAsync(CartLine line)
    {
        await Get<PrepareGuests>().RunAsync(Ann, line.CartId, CancellationToken.None);
        await using var db = Open();
        var lead = await db.GuestPlaces.Where(p => p.CartLineId == line.Id && p.IsLead).Select(p => p.Guest!).SingleAsync();
        Assert.True((await Get<SaveGuest>().RunAsync(Ann, lead.Id, new Dictionary<string, string>
        {
            [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Byron", [GuestFields.Email] = "ada@example.org",
        }, CancellationToken.None)).IsYes);
    }

    /// <summary>Time passes and the jobs run.</summary>
    /// <param name="time">How much.</param>
    /// <param name="step">How often they run; ten seconds unless told.</param>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        var each = step ?? TimeSpan.FromSeconds(10);
        for (var passed = TimeSpan.Zero; passed < time; passed += each)
        {
            Clock.Advance(each);
            await RunJobsAsync();
        }
    }

    private async Task RunJobsAsync()
    {
        await Get<RecoverHolds>().RunAsync(CancellationToken.None);
        await Get<RecoverOrders>().RunAsync(CancellationToken.None);
        await Get<ExpireHolds>().RunAsync(CancellationToken.None);
        await Get<LookUpHolds>().RunAsync(CancellationToken.None);
        await Get<LookUpOrders>().RunAsync(CancellationToken.None);
        await Get<LookUpOperations>().RunAsync(CancellationToken.None);
        await Get<CarryOnBookings>().RunAsync(CancellationToken.None);
    }

    /// <summary>Another portal on the same database that asks one question.</summary>
    public Process StartAnotherProcess(Questioned question, params string[] words) => StartAnotherProcess([new(Ann, question, words)]);

    /// <summary>Another portal on the same database that asks all these questions at once.</summary>
    public Process StartAnotherProcess(IEnumerable<Errand> errands) => Process.Start(new ProcessStartInfo("dotnet",
        ["exec", typeof(SandboxWorld).Assembly.Location, $"{database.Engine}", database.ConnectionString, keys.FullName, .. errands.SelectMany(e => e.Written)])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Sandbox.DisposeAsync();
        await database.DisposeAsync();
        keys.Delete(recursive: true);
    }
}
