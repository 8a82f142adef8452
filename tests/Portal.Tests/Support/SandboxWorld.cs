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
internal sealed class SandboxWorld : IAsyncDisposable
{
    private readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("portal-keys-");
    private readonly PortalDatabase database;
    private readonly ServiceProvider services;

    private SandboxWorld(PortalDatabase database, SandboxServer sandbox, ShiftedClock clock)
    {
        (this.database, Sandbox, Clock) = (database, sandbox, clock);
        services = Services(database.Factory, keys, clock);
    }

    public ShiftedClock Clock { get; }

    public SandboxServer Sandbox { get; }

    public Actor Ann { get; } = Actor.Agent(Guid.CreateVersion7(), Guid.CreateVersion7(), "Ann");

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public PortalDb Open() => database.Open();

    public static ServiceProvider Services(IDbContextFactory<PortalDb> databases, DirectoryInfo keys, TimeProvider time)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddSingleton(time);
        collection.AddSingleton(databases);
        collection.AddDataProtection().SetApplicationName("Portal.Tests").PersistKeysToFileSystem(keys);
        collection.AddPortalCore();
        collection.AddPortalProviders();
        return collection.BuildServiceProvider();
    }

    public static async Task<SandboxWorld> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var clock = new ShiftedClock();
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = clock });
        var world = new SandboxWorld(await PortalDatabase.CreateAsync(engine), sandbox, clock);
        await using var db = world.Open();
        db.AddRange(
            new Agency { Id = world.Ann.AgencyId!.Value, Name = "Sunny Trips" },
            new Connection
            {
                Id = Guid.CreateVersion7(), Name = "XS2Event", ProviderKind = "XS2Event", BaseUrl = sandbox.BaseUrl.ToString(), OrderEmail = "ops@example.org",
                SealedValues = world.Get<ConnectionSeal>().Seal(new Dictionary<string, string> { ["X-Api-Key"] = Xs2EventOptions.DemoKey }),
            });
        await db.SaveChangesAsync();
        return world;
    }

    /// <summary>A row of the catalogue for a sample.</summary>
    public async Task<Guid> ListsAsync(TicketSample sample)
    {
        await using var db = Open();
        var connection = await db.Connections.SingleAsync();
        var promoter = new Promoter { Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = sample.EventId, Name = "Promoter" };
        var of = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = sample.EventId, Name = "Sample", Category = "soccer",
            PromoterId = promoter.Id, RawStatus = "notstarted", SeenAt = Clock.GetUtcNow().UtcDateTime,
        };
        var start = DateTime.SpecifyKind(Clock.GetUtcNow().UtcDateTime.AddDays(40), DateTimeKind.Unspecified);
        var session = new Session { Id = Guid.CreateVersion7(), EventId = of.Id, ProviderRef = sample.EventId, StartLocal = start, EndLocal = start };
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
        var lead = await db.Guests.SingleAsync(g => g.CartLineId == line.Id && g.IsLead);
        Assert.True((await Get<SaveGuest>().RunAsync(Ann, lead.Id, new Dictionary<string, string>
        {
            [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Byron", [GuestFields.Email] = "ada@example.org",
        }, CancellationToken.None)).IsYes);
    }

    public async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(10))
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Get<RecoverHolds>().RunAsync(CancellationToken.None);
            await Get<RecoverOrders>().RunAsync(CancellationToken.None);
            await Get<ExpireHolds>().RunAsync(CancellationToken.None);
            await Get<LookUpHolds>().RunAsync(CancellationToken.None);
            await Get<LookUpOrders>().RunAsync(CancellationToken.None);
            await Get<CarryOnBookings>().RunAsync(CancellationToken.None);
        }
    }

    /// <summary>Another portal on the same database that asks one question.</summary>
    public Process StartAnotherProcess(Questioned question, params string[] words) => Process.Start(new ProcessStartInfo("dotnet",
        ["exec", typeof(SandboxWorld).Assembly.Location, database.ConnectionString, keys.FullName, $"{Ann.AgencyId}", $"{Ann.UserId}", $"{question}", .. words])
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
