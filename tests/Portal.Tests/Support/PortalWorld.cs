using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Core;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Support;

/// <summary>
/// A portal without its pages on a real database, with one clock for it and for the provider it asks, an agency with agents, and
/// catalogue rows for what they sell. <see cref="Restart"/> ends the process and starts another on the same database.
/// </summary>
internal sealed partial class PortalWorld : IAsyncDisposable
{
    private readonly IDataProtectionProvider protection = new EphemeralDataProtectionProvider();
    private readonly ConcurrentQueue<string> askedWithinTransaction = new();
    private readonly IInterceptor[] interceptors;
    private ServiceProvider services;

    private PortalWorld(PortalDatabase database, TimeProvider? time, IInterceptor[] interceptors)
    {
        (Database, this.interceptors) = (database, [Watch, .. interceptors]);
        Time = time ?? Clock;
        Provider = new InMemoryProvider(Time) { OnAsked = Asked };
        Other = new InMemoryProvider(Time, "Other") { OnAsked = Asked };
        Freezing = new FreezingProvider(Time, "Freezing", Preparing.Releasable) { OnAsked = Asked };
        Locking = new FreezingProvider(Time, "Locking", Preparing.LockedUntilItLapses) { OnAsked = Asked };
        Cancelling = new CancellingProvider(Time, "Cancelling") { OnAsked = Asked };
        Keeping = new KeepingProvider(Time, "Keeping") { OnAsked = Asked };
        Listing = new ListingProvider(Time, "Listing") { OnAsked = Asked };
        services = Start();
    }

    public PortalDatabase Database { get; }

    public HandClock Clock { get; } = new();

    public TimeProvider Time { get; }

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public DatabaseWatch Watch { get; } = new();

    /// <summary>What goes on in parallel has transactions open all the time; only one thing at a time can be watched.</summary>
    public bool OneAtATime { get; set; } = true;

    public InMemoryProvider Provider { get; }

    public InMemoryProvider Other { get; }

    /// <summary>Freezes before it sells, and lets go of what was frozen.</summary>
    public FreezingProvider Freezing { get; }

    /// <summary>Freezes before it sells, and keeps what was frozen until it lapses.</summary>
    public FreezingProvider Locking { get; }

    /// <summary>Takes back what it sold.</summary>
    public CancellingProvider Cancelling { get; }

    /// <summary>Keeps what is booked, sells and frees it place by place.</summary>
    public KeepingProvider Keeping { get; }

    /// <summary>Keeps a guest list for what it sold.</summary>
    public ListingProvider Listing { get; }

    public IReadOnlyList<InMemoryProvider> Providers => [Provider, Other, Freezing, Locking, Cancelling, Keeping, Listing];

    public Guid AgencyId { get; } = Guid.CreateVersion7();

    public Actor Ann { get; private set; } = null!;

    public Actor Ben { get; private set; } = null!;

    /// <summary>Of another agency.</summary>
    public Actor Eve { get; private set; } = null!;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public PortalDb Open() => Get<IDbContextFactory<PortalDb>>().CreateDbContext();

    /// <summary>Questions that left while a transaction was open (design rule 1): there may be none.</summary>
    public IReadOnlyList<string> AskedWithinTransaction => [.. askedWithinTransaction];

    public static async Task<PortalWorld> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite, params IInterceptor[] interceptors)
    {
        var world = new PortalWorld(await PortalDatabase.CreateAsync(engine), null, interceptors);
        await world.FurnishAsync();
        return world;
    }

    /// <summary>The process is gone, with all it had in memory and every question it was asking; another one starts.</summary>
    public void Restart() => services = Start();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
        Assert.Empty(AskedWithinTransaction);
    }

    private ServiceProvider Start()
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddSingleton(Time);
        collection.AddSingleton(protection);
        collection.AddSingleton(WatchedDatabases.Open(Database, interceptors));
        foreach (var provider in Providers)
            collection.AddSingleton<IProvider>(provider);
        collection.AddPortalCore();
        return collection.BuildServiceProvider();
    }

    private void Asked(Questioned question)
    {
        if (OneAtATime && Watch.OpenTransactions > 0)
            askedWithinTransaction.Enqueue($"{question} was asked while a transaction was open.");
    }

    private async Task FurnishAsync()
    {
        var otherAgency = Guid.CreateVersion7();
        Ann = Actor.Agent(Guid.CreateVersion7(), AgencyId, "Ann");
        Ben = Actor.Agent(Guid.CreateVersion7(), AgencyId, "Ben");
        Eve = Actor.Agent(Guid.CreateVersion7(), otherAgency, "Eve");
        await using var db = Open();
        db.AddRange(new Agency { Id = AgencyId, Name = "Sunny Trips" }, new Agency { Id = otherAgency, Name = "Cloudy Trips" });
        db.AddRange(SampleRates.All);
        await db.SaveChangesAsync();
        await ConnectAsync(Provider.Kind);
        await ConnectAsync(Other.Kind);
    }

    private async Task ConnectAsync(string kind)
    {
        await using var db = Open();
        var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Channel of " + kind };
        var connection = new Connection
        {
            Id = Guid.CreateVersion7(), Name = kind, ProviderKind = kind, BaseUrl = "http://127.0.0.1", ChannelId = channel.Id,
            SealedValues = Get<ConnectionSeal>().Seal(new Dictionary<string, string>()),
        };
        db.AddRange(channel, connection, new Promoter { Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = "-", Name = kind });
        await db.SaveChangesAsync();
    }
}
