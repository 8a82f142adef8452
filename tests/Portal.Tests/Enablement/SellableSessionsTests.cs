using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Enablement;

/// <summary>What the database says and what the rule says are one thing, for agencies of each channel and of none.</summary>
public sealed class SellableSessionsTests
{
    private static readonly bool[] Both = [true, false];
    private static readonly bool?[] Here = [null, true, false];

    [Theory]
    [OnEveryEngine]
    public async Task What_the_query_calls_sellable_is_what_the_rule_calls_sellable(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var sells = new Channel { Id = Guid.CreateVersion7(), Name = "Sells" };
        var sellsNot = new Channel { Id = Guid.CreateVersion7(), Name = "Sells not", SellingOn = false, BookingOn = true };
        var cases = await EveryCaseAsync(world, sells, sellsNot);

        foreach (var own in new[] { null, sells, sellsNot })
        {
            await using var db = world.Open();
            await db.Agencies.Where(a => a.Id == world.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ChannelId, own == null ? null : own.Id));
            var seller = await Seller.ReadAsync(db, world.AgencyId, CancellationToken.None);

            var sellable = await db.SessionsAndFacts(seller).Sellable(seller, world.Now).Select(r => r.Session.Id).ToListAsync();
            var facts = await db.ReadEnablementAsync([.. cases.Keys], seller, CancellationToken.None);

            var expected = cases.ToDictionary(c => c.Key, c => c.Value(own));
            Assert.Equal(expected.Where(c => EnablementRule.Decide(c.Value, world.Now).MaySell).Select(c => c.Key).Order(), sellable.Order());
            Assert.InRange(sellable.Count, 1, cases.Count - 1);
            Assert.All(expected, c => Assert.Equal(c.Value, facts[c.Key]));
        }
    }

    [Theory]
    [OnEveryEngine]
    public async Task A_search_for_everything_says_why_not_and_one_for_the_sellable_leaves_it_out(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var free = await world.ListAsync("free");
        var blocked = await world.ListAsync("blocked");
        await world.ExceptAsync(blocked, ofPromoter: true, selling: false, booking: null);

        var sellable = await world.Get<SearchEvents>().RunAsync(world.Ann, new EventQuery(), CancellationToken.None);
        var all = await world.Get<SearchEvents>().RunAsync(world.Ann, new EventQuery { OnlySellable = false }, CancellationToken.None);

        Assert.Equal([free], sellable.Rows.Select(r => r.SessionId));
        Assert.Equal([], Assert.Single(all.Rows.Single(r => r.SessionId == free).Sellers).AgainstSelling);
        Assert.Equal([new NotEnabled(NotEnabledReason.PromoterSellingOffHere, "Memory")], Assert.Single(all.Rows.Single(r => r.SessionId == blocked).Sellers).AgainstSelling);
    }

    [Theory]
    [OnEveryEngine]
    public async Task An_agency_finds_what_its_channel_s_connections_have_and_what_is_tied_to_none(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var mine = await world.ListAsync("mine");
        var others = await world.ListAsync("others", world.Other);
        await using (var db = world.Open())
        {
            var own = await db.Connections.Where(c => c.ProviderKind == world.Provider.Kind).Select(c => c.ChannelId).SingleAsync();
            await db.Agencies.Where(a => a.Id == world.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ChannelId, own));
        }

        Assert.Equal([mine], await FoundAsync(world, world.Ann));
        Assert.Equal(new[] { mine, others }.Order(), (await FoundAsync(world, world.Eve)).Order());

        await using (var db = world.Open())
            await db.Connections.Where(c => c.ProviderKind == world.Other.Kind).ExecuteUpdateAsync(set => set.SetProperty(c => c.ChannelId, (Guid?)null));
        Assert.Equal(new[] { mine, others }.Order(), (await FoundAsync(world, world.Ann)).Order());
    }

    private static async Task<IEnumerable<Guid>> FoundAsync(PortalWorld world, Actor actor) =>
        (await world.Get<SearchEvents>().RunAsync(actor, new EventQuery(), CancellationToken.None)).Rows.Select(r => r.SessionId);

    /// <returns>The facts of each session for an agency of that channel.</returns>
    private static async Task<IReadOnlyDictionary<Guid, Func<Channel?, EnablementFacts>>> EveryCaseAsync(PortalWorld world, Channel sells, Channel sellsNot)
    {
        await using var db = world.Open();
        db.AddRange(sells, sellsNot);
        var cases = new Dictionary<Guid, Func<Channel?, EnablementFacts>>();
        foreach (var connected in Both)
            foreach (var tied in new[] { null, sells, sellsNot })
            {
                var connection = new Connection
                {
                    Id = Guid.CreateVersion7(), Name = $"{Guid.NewGuid()}", ProviderKind = world.Provider.Kind, BaseUrl = "http://x", SealedValues = "", IsEnabled = connected, ChannelId = tied?.Id,
                };
                db.Add(connection);
                foreach (var promoterSells in Both)
                {
                    var promoter = new Promoter { Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = $"{promoterSells}", Name = "P", SellingOn = promoterSells };
                    db.Add(promoter);
                    foreach (var atPromoter in Here)
                        foreach (var atChannel in Here)
                            foreach (var (status, isOffered) in new[] { (EventStatus.OnSale, true), (EventStatus.OnSale, false), (EventStatus.SoldOut, true) })
                                foreach (var start in new DateTime?[] { world.Now.AddHours(5), world.Now, null })
                                    AddCase(new(db, cases, world.Now), connection, tied, promoter, [sells, sellsNot], atPromoter, atChannel, status, isOffered, start);
                }
            }
        await db.SaveChangesAsync();
        return cases;
    }

    private sealed record Book(PortalDb Db, Dictionary<Guid, Func<Channel?, EnablementFacts>> Cases, DateTime Now);

    private static void AddCase(
        Book book, Connection connection, Channel? tied, Promoter promoter, Channel[] channels, bool? atPromoter, bool? atChannel, EventStatus status, bool isOffered, DateTime? start)
    {
        var listed = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = $"{Guid.NewGuid()}", Name = "x", Category = "x", RawStatus = "x", PromoterId = promoter.Id, Status = status,
        };
        var session = new Session { Id = Guid.CreateVersion7(), EventId = listed.Id, ProviderRef = "s", StartLocal = book.Now.AddHours(5), StartUtc = start, IsOffered = isOffered };
        book.Db.AddRange(listed, session);
        if (atPromoter is not null)
            book.Db.Add(new EventException { EventId = listed.Id, OwnerId = promoter.Id, Selling = atPromoter });
        if (atChannel is not null)
            book.Db.AddRange(channels.Select(c => new EventException { EventId = listed.Id, OwnerId = c.Id, Selling = atChannel, Booking = !atChannel }));
        book.Cases.Add(session.Id, own => new EnablementFacts
        {
            AgencyActive = true, ConnectionEnabled = connection.IsEnabled, EventStatus = isOffered ? status : EventStatus.Gone, StartUtc = start, ChannelFits = own is null || tied is null || own == tied,
            Promoter = new SwitchFacts("P", promoter.SellingOn, false, atPromoter),
            Channel = (tied ?? own) is { } c ? new SwitchFacts(c.Name, c.SellingOn, c.BookingOn, atChannel, !atChannel) : null,
        });
    }
}
