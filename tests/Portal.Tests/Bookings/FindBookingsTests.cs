using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

public sealed class FindBookingsTests
{
    private static Task<BookingList> FindAsync(PortalWorld world, BookingQuery query, Actor? actor = null) =>
        world.Get<FindBookings>().RunAsync(actor ?? world.Ann, query, "Europe/Amsterdam", CancellationToken.None);

    /// <summary>On sale, and in the catalogue under the words of its name.</summary>
    private static async Task<MemoryOffer> ListedAsync(PortalWorld world, string name, params string[] wanted)
    {
        var offer = await world.SellsAsync(name, wanted: wanted);
        await using var db = world.Open();
        var listed = await db.Events.SingleAsync(e => e.ProviderRef == offer.EventRef);
        db.AddRange(SearchWords.Of(listed.Name).Select(word => new EventWord { EventId = listed.Id, Word = word }));
        await db.SaveChangesAsync();
        return offer;
    }

    [Theory, OnEveryEngine]
    public async Task A_booking_is_found_by_its_reference_a_guest_an_event_or_the_providers_code(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var line = await world.AddedAsync(world.Ann, await ListedAsync(world, "Cup", ["first_name", "last_name"]), 1);
        await world.TypesAsync(world.Ann, line, 0, ("first_name", "Zoë"), ("last_name", "Müller"));
        var made = await world.CheckedOutAsync(world.Ann);
        await world.AddedAsync(world.Ann, await ListedAsync(world, "Final"), 1);
        await world.CheckedOutAsync(world.Ann);
        var code = world.Provider.Bookings[0].Id;

        foreach (var text in (string[])[made.Reference, made.Reference[..4].ToLowerInvariant(), "muller", "zoe müller", "cup", "event cup", code])
            Assert.Equal(made.Reference, Assert.Single((await FindAsync(world, new() { Text = text })).Rows).Reference);
        Assert.Empty((await FindAsync(world, new() { Text = "zoe miller" })).Rows);
        Assert.Equal(2, (await FindAsync(world, new() { Text = "event" })).Total);
    }

    [Theory, OnEveryEngine]
    public async Task Guest_data_are_missing_until_all_is_typed_and_again_when_it_is_refused(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.SoldAsync(world.Ann, 50m);
        var booking = await world.ListedAsync(world.Ann, TimeSpan.FromDays(40));
        var missing = new BookingQuery { Groups = [BookingGroup.Guests] };

        Assert.Equal(booking.Reference, Assert.Single((await FindAsync(world, missing)).Rows).Reference);
        Assert.Equal(0, (await FindAsync(world, missing, world.Eve)).Total);
        await world.NamedAsync(world.Ann, booking);
        Assert.Equal(0, (await FindAsync(world, missing)).Total);
        await world.RefusedAsync(booking);
        Assert.Equal(1, (await FindAsync(world, missing)).Total);
    }

    [Fact]
    public async Task The_other_agency_finds_nothing_by_whatever_way()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await world.AddedAsync(world.Ann, await ListedAsync(world, "Cup", ["last_name"]), 1);
        await world.TypesAsync(world.Ann, line, 0, ("last_name", "Byron"));
        var made = await world.CheckedOutAsync(world.Ann);

        foreach (var query in (BookingQuery[])[new(), new() { Text = made.Reference }, new() { Text = "Byron" }, new() { Text = "cup" }, new() { Groups = [BookingGroup.Purchased] }])
        {
            Assert.Equal(0, (await FindAsync(world, query, world.Eve)).Total);
            Assert.Equal(1, (await FindAsync(world, query, world.Ben)).Total);
        }
    }

    [Theory, OnEveryEngine]
    public async Task Pages_follow_each_other_without_gap_or_repetition(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await using (var db = world.Open())
        {
            var cart = new Core.Carts.Cart { Id = Guid.CreateVersion7(), AgencyId = world.AgencyId, AgentId = world.Ann.UserId!.Value, Name = "Cart", CreatedAt = world.Now };
            db.Add(cart);
            // Many at one instant: only the second key keeps them apart.
            for (var i = 0; i < FindBookings.PageSize * 2 + 5; i++)
                db.Add(new Booking
                {
                    Id = Guid.CreateVersion7(), Reference = BookingReference.New(), AgencyId = world.AgencyId, AgentId = cart.AgentId, AgentName = "Ann", CartId = cart.Id, CreatedAt = world.Now,
                });
            await db.SaveChangesAsync();
        }

        var pages = new[] { await FindAsync(world, new()), await FindAsync(world, new() { Page = 2 }), await FindAsync(world, new() { Page = 3 }) };

        Assert.All(pages, page => Assert.Equal(FindBookings.PageSize * 2 + 5, page.Total));
        Assert.Equal([FindBookings.PageSize, FindBookings.PageSize, 5], pages.Select(p => p.Rows.Count));
        Assert.Equal(FindBookings.PageSize * 2 + 5, pages.SelectMany(p => p.Rows).Select(r => r.Reference).Distinct().Count());
    }

    [Fact]
    public async Task Groups_days_and_providers_narrow_the_list()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Provider.Next(Questioned.Commit, Fate.SilentBefore);
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        var unknown = await world.CheckedOutAsync(world.Ann);
        await world.AddedAsync(world.Ann, await world.SellsAsync("B", by: world.Other), 1);
        var sold = await world.CheckedOutAsync(world.Ann);
        var today = DateOnly.FromDateTime(world.Now);

        Assert.Equal([unknown.Reference], await ReferencesAsync(new() { Groups = [BookingGroup.Unknown] }));
        Assert.Equal([unknown.Reference], await ReferencesAsync(new() { Groups = [BookingGroup.Open, BookingGroup.Unknown] }));
        Assert.Equal([sold.Reference], await ReferencesAsync(new() { Groups = [BookingGroup.Purchased] }));
        Assert.Empty(await ReferencesAsync(new() { Groups = [BookingGroup.Purchased, BookingGroup.Unknown] }));
        Assert.Equal([sold.Reference], await ReferencesAsync(new() { Provider = world.Other.Kind }));
        Assert.Equal(2, (await ReferencesAsync(new() { From = today.AddDays(-1), To = today.AddDays(1) })).Count);
        Assert.Empty(await ReferencesAsync(new() { From = today.AddDays(2) }));

        async Task<List<string>> ReferencesAsync(BookingQuery query) => [.. (await FindAsync(world, query)).Rows.Select(r => r.Reference)];
    }

    [Fact]
    public void A_query_survives_its_own_address()
    {
        var query = new BookingQuery
        {
            Text = "Müller & Söhne + 1", Groups = [BookingGroup.Open, BookingGroup.Guests], From = new(2026, 3, 1), To = new(2026, 3, 31), Provider = "XS2Event", OldestFirst = true, Page = 3,
        };

        var read = BookingQuery.Parse("?" + query.ToQueryString());

        Assert.Equal(query.ToQueryString(), read.ToQueryString());
        Assert.Equal(query.Groups, read.Groups);
        Assert.Equal("", BookingQuery.Parse("page=0&is=nonsense,7&from=yesterday&sort=up").ToQueryString());
    }
}
