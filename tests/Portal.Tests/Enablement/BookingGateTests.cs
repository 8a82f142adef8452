using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;
using static Portal.Core.Enablement.NotEnabledReason;

namespace Portal.Tests.Enablement;

/// <summary>What is switched off is said by name and asked of nobody.</summary>
public sealed class BookingGateTests
{
    [Theory]
    [OnEveryEngine]
    public async Task With_booking_off_for_the_promoter_and_then_for_the_channel_nothing_is_asked(DatabaseEngine engine)
    {
        await using var world = await BookableAsync(engine);
        var offer = await world.SellsAsync("A");

        await world.SwitchBookingAsync(promoter: false, channel: true);
        Assert.Equal([new(PromoterBookingOff, "Memory")], Against(await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)));
        await world.SwitchBookingAsync(promoter: true, channel: false);
        Assert.Equal([new(ChannelBookingOff, "Channel of Memory")], Against(await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)));
        await world.SwitchBookingAsync(promoter: false, channel: false);
        Assert.Equal([new(PromoterBookingOff, "Memory"), new(ChannelBookingOff, "Channel of Memory")], Against(await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)));
        Assert.Empty(world.Provider.Asked);

        await world.SwitchBookingAsync(promoter: true, channel: true);
        Assert.Equal(HoldState.Held, (await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)).Value?.Hold?.State);
    }

    [Fact]
    public async Task A_held_line_whose_promoter_or_channel_is_switched_off_is_shown_so_and_not_checked_out()
    {
        await using var world = await BookableAsync();
        var offer = await world.SellsAsync("A");
        await world.SwitchBookingAsync(promoter: true, channel: true);
        Assert.True((await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)).IsYes);
        var asked = world.Provider.Asked.Count;

        foreach (var (promoter, channel, reason) in new[] { (false, true, PromoterBookingOff), (true, false, ChannelBookingOff) })
        {
            await world.SwitchBookingAsync(promoter, channel);

            var refused = await world.CheckOutAsync(world.Ann);

            Assert.Equal(reason, Assert.Single(Against(refused)).Reason);
            var cart = await world.Get<ReadCart>().RunAsync(world.Ann, null, CancellationToken.None);
            Assert.Equal(reason, Assert.Single(Assert.Single(cart!.Lines).Against).Reason);
            Assert.False(cart.CanCheckOut);
        }
        Assert.Equal(asked, world.Provider.Asked.Count);
        Assert.Empty(world.Provider.Bookings);
    }

    [Fact]
    public async Task A_held_line_does_not_grow_over_a_switch_and_may_always_shrink()
    {
        await using var world = await BookableAsync();
        await world.SwitchBookingAsync(promoter: true, channel: true);
        var line = (await world.AddAsync(world.Ann, await world.SellsAsync("A"), 3, mode: SaleMode.Book)).Value!;
        await world.SwitchBookingAsync(promoter: true, channel: false);

        Assert.Equal(ChannelBookingOff, Assert.Single(Against(await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 4, CancellationToken.None))).Reason);
        Assert.DoesNotContain(Questioned.Change, world.Provider.Asked);
        Assert.Equal((3, 3), ((await world.LineAsync(line.Id))!.Quantity, (await world.LineAsync(line.Id))!.HeldQuantity));

        Assert.True((await world.Get<ChangeLine>().RunAsync(world.Ann, line.Id, 2, CancellationToken.None)).IsYes);
        Assert.Equal(2, (await world.LineAsync(line.Id))!.HeldQuantity);
    }

    [Fact]
    public async Task An_exception_for_the_event_stands_in_for_one_switch_and_not_for_the_other()
    {
        await using var world = await BookableAsync();
        var offer = await world.SellsAsync("A");
        await world.SwitchBookingAsync(promoter: false, channel: false);
        await using var db = world.Open();
        var session = await db.Sessions.Where(s => s.ProviderRef == offer.EventRef).Select(s => s.Id).SingleAsync();

        await world.ExceptAsync(session, ofPromoter: true, selling: null, booking: true);
        Assert.Equal([new(ChannelBookingOff, "Channel of Memory")], Against(await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)));

        await world.ExceptAsync(session, ofPromoter: false, selling: false, booking: true);
        Assert.True((await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)).IsYes);
        Assert.Equal([new(ChannelSellingOffHere, "Channel of Memory")], Against(await world.AddAsync(world.Ann, offer, 2)));
    }

    [Fact]
    public async Task A_provider_that_sells_at_once_only_is_not_asked_to_keep_anything()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A");
        await world.SwitchBookingAsync(promoter: true, channel: true);

        Assert.Equal([new(ProviderCannotBook, "Memory")], Against(await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)));
        Assert.Empty(world.Provider.Asked);
    }

    [Fact]
    public async Task What_the_provider_says_of_the_offer_counts_once_it_was_read_and_nothing_is_held()
    {
        await using var world = await BookableAsync();
        var offer = await world.SellsAsync("A");
        offer.NoBooking = "members only";
        await world.SwitchBookingAsync(promoter: true, channel: true);

        Assert.Equal([new(EventNotBookable, "members only")], Against(await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book)));
        Assert.Equal([Questioned.Offers], world.Provider.Asked);
        Assert.True((await world.AddAsync(world.Ann, offer, 2)).IsYes);
    }

    [Fact]
    public async Task Outside_the_provider_s_booking_window_it_is_sold_and_not_booked()
    {
        await using var world = await BookableAsync();
        var offer = await world.SellsAsync("A");
        await world.SwitchBookingAsync(promoter: true, channel: true);
        await using (var db = world.Open())
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.BookingUntil, world.Now));

        Assert.Equal(BookingOver, Assert.Single(Against(await world.AddAsync(world.Ann, offer, 2, mode: SaleMode.Book))).Reason);
        Assert.True((await world.AddAsync(world.Ann, offer, 2)).IsYes);
    }

    [Fact]
    public async Task Places_that_are_held_are_checked_out_although_the_rest_is_sold_out_by_now()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.AddedAsync(world.Ann, await world.SellsAsync("A", stock: 2), 2);
        await using (var db = world.Open())
            await db.Events.ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, EventStatus.SoldOut));

        await world.CheckedOutAsync(world.Ann);

        Assert.Single(world.Provider.Bookings);
    }

    [Fact]
    public async Task Over_HTTP_no_call_leaves_for_what_is_switched_off()
    {
        await using var world = await SandboxWorld.StartAsync();
        var sample = world.Sandbox.Xs2Event.Samples.OneGuestPerGroup;
        var session = await world.ListsAsync(sample);
        await using (var db = world.Open())
            await db.Promoters.ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, false));
        Task<Answer<CartLine>> AddAsync(SaleMode mode) => world.Get<AddToCart>().RunAsync(
            world.Ann, new AddToCartRequest(Guid.NewGuid(), session, sample.TicketId, 2, mode, SandboxWorld.Net(sample)), CancellationToken.None);

        Assert.Contains(new(PromoterBookingOff, "Promoter"), Against(await AddAsync(SaleMode.Book)));
        Assert.DoesNotContain(Against(await AddAsync(SaleMode.Book)), r => r.Reason == ChannelBookingOff);
        await using (var db = world.Open())
        {
            await db.Promoters.ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, true));
            await db.Channels.ExecuteUpdateAsync(set => set.SetProperty(c => c.BookingOn, false));
        }
        Assert.Contains(new(ChannelBookingOff, "All desks"), Against(await AddAsync(SaleMode.Book)));
        Assert.DoesNotContain(Against(await AddAsync(SaleMode.Book)), r => r.Reason == PromoterBookingOff);
        Assert.Empty(world.Sandbox.Ledger.Calls);
        Assert.Empty(world.Sandbox.Ledger.Things);

        Assert.True((await AddAsync(SaleMode.Purchase)).IsYes);
        Assert.NotEmpty(world.Sandbox.Ledger.Calls);
    }

    private static async Task<PortalWorld> BookableAsync(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var world = await PortalWorld.StartAsync(engine);
        world.Provider.Traits = world.Provider.Traits with { CanBook = true };
        return world;
    }

    private static IReadOnlyList<NotEnabled> Against<T>(Answer<T> answer) where T : notnull
    {
        Assert.Equal(RefusalReason.NotEnabled, answer.Refusal?.Reason);
        return NotEnabled.Read(answer.Refusal!.Detail);
    }
}
