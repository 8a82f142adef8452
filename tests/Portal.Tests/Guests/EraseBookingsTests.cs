using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>What is known of a booking's persons is gone so long after its event, and what accounting needs is not.</summary>
public sealed class EraseBookingsTests
{
    private static Task<int> EraseAsync(PortalWorld world) => world.Get<EraseGuests>().RunAsync(CancellationToken.None);

    [Fact]
    public async Task Thirty_days_after_the_event_nothing_is_known_of_anybody_in_any_row_and_not_a_minute_before()
    {
        await using var world = await PortalWorld.StartAsync();
        var made = await world.SoldToPersonsAsync();
        var before = await world.KeptAsync();
        Assert.All(Personal.Typed, value => Assert.NotEmpty(before.Find(value)));

        await world.PassEndAsync(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await EraseAsync(world));
        Assert.NotNull((await world.GuestAsync(made)).SealedValues);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await EraseAsync(world));

        var after = await world.KeptAsync();
        Assert.All(Personal.Typed, value => Assert.Empty(after.Find(value)));
        await using var db = world.Open();
        Assert.Empty(await db.GuestWords.ToListAsync());
        var booking = await db.Bookings.Include(b => b.History).SingleAsync();
        Assert.Equal((world.Now, null), (booking.ErasedAt, booking.EraseAt));
        Assert.Equal("What was known of 2 persons was erased, 30 days after the event. What accounting needs is kept.", booking.History.OrderBy(h => h.Id).Last().Said);
        Assert.Equal(GuestProgressState.Closed, (await db.GuestProgress.SingleAsync()).State);
        Assert.All(await db.CustomerLinks.ToListAsync(), l => Assert.NotNull(l.RevokedAt));
        Assert.All(await db.ProviderCalls.ToListAsync(), c => Assert.Equal((200, null, null), (c.Status!.Value, c.RequestBody, c.ResponseBody)));
        Assert.Equal([FileKind.Invoice], await db.TicketFiles.Where(f => f.SealedContent != null).Select(f => f.Kind).ToListAsync());
    }

    [Theory, OnEveryEngine]
    public async Task Erasing_twice_or_from_eight_nodes_at_once_is_erasing_once(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        for (var i = 0; i < EraseBookings.SetSize + 3; i++)
            await world.SoldToPersonsAsync($"A{i}");
        await world.PassEndAsync(TimeSpan.FromDays(30), "A0");

        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EraseAsync(world))));
        Assert.Equal(0, await EraseAsync(world));

        Assert.Equal(EraseBookings.SetSize + 3, counts.Sum());
        await using var db = world.Open();
        Assert.All(await db.Guests.ToListAsync(), g => Assert.Equal((null, world.Now), (g.SealedValues, g.ErasedAt)));
        Assert.Equal(EraseBookings.SetSize + 3, await db.History.CountAsync(h => h.Said.StartsWith("What was known")));
    }

    [Theory]
    [InlineData("Bookings"), InlineData("Guests"), InlineData("GuestWords"), InlineData("ProviderCalls"), InlineData("OutboxMails"), InlineData("History")]
    public async Task Killed_half_way_the_next_run_does_the_whole(string table)
    {
        var kill = new KillsWriting(table);
        await using var world = await PortalWorld.StartAsync(interceptors: kill);
        await world.SoldToPersonsAsync();
        await world.PassEndAsync(TimeSpan.FromDays(30));

        kill.IsOn = true;
        await Assert.ThrowsAnyAsync<Exception>(() => EraseAsync(world));
        kill.IsOn = false;
        var between = await world.KeptAsync();
        Assert.All(Personal.Typed, value => Assert.NotEmpty(between.Find(value)));
        Assert.Equal(1, await EraseAsync(world));

        var after = await world.KeptAsync();
        Assert.All(Personal.Typed, value => Assert.Empty(after.Find(value)));
        await using var db = world.Open();
        Assert.Equal(1, await db.History.CountAsync(h => h.Said.StartsWith("What was known")));
    }

    [Fact]
    public async Task An_event_that_moved_later_pushes_it_and_one_that_is_postponed_waits_for_its_date()
    {
        await using var world = await PortalWorld.StartAsync();
        var (moved, postponed) = (await world.SoldToPersonsAsync("A"), await world.SoldToPersonsAsync("B", world.Eve));
        await using (var db = world.Open())
        {
            var start = await db.Sessions.Where(s => s.ProviderRef == "event-A").Select(s => s.StartLocal).SingleAsync();
            await db.Fulfilments.Where(f => f.Order!.BookingId == moved.BookingId).ExecuteUpdateAsync(set => set.SetProperty(f => f.StartLocal, start.AddDays(10)));
            await db.Fulfilments.Where(f => f.Order!.BookingId == postponed.BookingId).ExecuteUpdateAsync(set => set.SetProperty(f => f.Status, FulfilmentStatus.Postponed));
        }
        await world.PassEndAsync(TimeSpan.FromDays(30));
        Assert.Equal(0, await EraseAsync(world));

        await using (var db = world.Open())
            Assert.Equal(world.Now.AddDays(10), await db.Bookings.Where(b => b.Id == moved.BookingId).Select(b => b.EraseAt).SingleAsync());
        world.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await EraseAsync(world));
        Assert.Equal((null, false), ((await world.GuestAsync(moved)).SealedValues, (await world.GuestAsync(postponed)).SealedValues is null));
        world.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(1, await EraseAsync(world));
        Assert.Null((await world.GuestAsync(postponed)).SealedValues);
    }

    [Fact]
    public async Task While_an_answer_of_its_provider_is_open_it_is_put_off_by_a_day()
    {
        await using var world = await PortalWorld.StartAsync();
        var made = await world.SoldToPersonsAsync();
        await using (var db = world.Open())
            await db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Unknown));
        await world.PassEndAsync(TimeSpan.FromDays(30));

        Assert.Equal(0, await EraseAsync(world));

        Assert.NotNull((await world.GuestAsync(made)).SealedValues);
        await using (var db = world.Open())
        {
            Assert.Equal(world.Now.AddDays(1), (await db.Bookings.SingleAsync()).EraseAt);
            await db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Purchased));
        }
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await EraseAsync(world));
    }

    [Fact]
    public async Task A_shorter_rule_of_the_agency_counts_once_its_bookings_are_looked_at_again()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.SoldToPersonsAsync();
        await world.PassEndAsync(TimeSpan.FromDays(7));
        await using (var db = world.Open())
        {
            await db.Agencies.ExecuteUpdateAsync(set => set.SetProperty(a => a.GuestsEraseDays, 7));
            await db.Bookings.ExecuteUpdateAsync(set => set.SetProperty(b => b.EraseAt, world.Now));
        }

        Assert.Equal(1, await EraseAsync(world));
    }

    [Fact]
    public async Task Somebody_who_goes_with_two_bookings_of_a_cart_is_known_until_the_last_of_them()
    {
        await using var world = await PortalWorld.StartAsync();
        var first = await world.SoldToPersonsAsync("A");
        var guest = await world.GuestAsync(first);
        var line = await world.AddedAsync(world.Ben, await world.SellsAsync("B"), 1);
        var second = await world.CheckedOutAsync(world.Ben);
        await using (var db = world.Open())
        {
            db.GuestPlaces.Add(new GuestPlace { Id = Guid.CreateVersion7(), CartLineId = line.Id, Slot = 0, GuestId = guest.Id, Version = 1 });
            await db.SaveChangesAsync();
            await db.Sessions.Where(s => s.ProviderRef == "event-B").ExecuteUpdateAsync(set => set.SetProperty(s => s.EndLocal, s => s.EndLocal.AddDays(20)));
        }
        await world.PassEndAsync(TimeSpan.FromDays(30));
        Assert.Equal(1, await EraseAsync(world));

        Assert.NotNull((await world.GuestAsync(second)).SealedValues);
        Assert.Null((await world.GuestAsync(first, 1)).SealedValues);
        world.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(1, await EraseAsync(world));
        Assert.Null((await world.GuestAsync(second)).SealedValues);
    }
}
