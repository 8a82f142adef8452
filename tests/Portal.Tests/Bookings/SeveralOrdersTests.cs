using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

/// <summary>A checkout of several holds: each part for itself, the rest waiting while one answer is open.</summary>
public sealed class SeveralOrdersTests
{
    [Fact]
    public async Task Two_providers_make_two_orders_of_one_booking()
    {
        await using var world = await PortalWorld.StartAsync();
        var (a, b) = await TwoInTheCartAsync(world);

        await world.CheckedOutAsync(world.Ann);

        var orders = await world.OrdersAsync();
        Assert.Equal([1, 2], orders.Select(o => o.Number));
        Assert.All(orders, o => Assert.Equal(OrderState.Purchased, o.State));
        Assert.Single(orders.Select(o => o.BookingId).Distinct());
        await world.AgreesAsync((a, 10), (b, 10));
        Assert.Equal(Guid.Empty, await world.CartIdAsync(world.Ann));
    }

    [Fact]
    public async Task While_one_answer_is_open_the_rest_waits_for_the_look_up_and_then_goes_on()
    {
        await using var world = await PortalWorld.StartAsync();
        var (a, b) = await TwoInTheCartAsync(world);
        world.Provider.Next(Questioned.Commit, Fate.SilentAfter);

        await world.CheckedOutAsync(world.Ann);
        Assert.Equal([OrderState.Unknown, OrderState.Planned], (await world.OrdersAsync()).Select(o => o.State));

        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.All(await world.OrdersAsync(), o => Assert.Equal(OrderState.Purchased, o.State));
        await world.AgreesAsync((a, 10), (b, 10));
        // The cart closes although nobody's click was waiting for the end.
        Assert.Equal(Guid.Empty, await world.CartIdAsync(world.Ann));
        await using var db = world.Open();
        Assert.Single(await db.Notices.Where(n => n.Kind == NoticeKind.OrderResolved && n.AgentId == world.Ann.UserId).ToListAsync());
    }

    [Theory]
    [InlineData(OnOpenAnswer.GoOn)]
    [InlineData(OnOpenAnswer.LetGo)]
    public async Task When_the_weakest_clock_ends_the_choice_made_before_counts(OnOpenAnswer choice)
    {
        await using var world = await PortalWorld.StartAsync();
        var (a, b) = await TwoInTheCartAsync(world);
        world.Provider.Next(Questioned.Commit, Fate.SilentAfter);
        for (var i = 0; i < 16; i++)
            world.Provider.Next(Questioned.LookUpOrder, Fate.SilentBefore);
        await world.CheckOutAsync(world.Ann, onOpen: choice);

        await world.PassAsync(TimeSpan.FromMinutes(8));

        var orders = await world.OrdersAsync();
        Assert.Equal(OrderState.Unknown, orders[0].State);
        Assert.Equal(choice == OnOpenAnswer.GoOn ? OrderState.Purchased : OrderState.Released, orders[1].State);
        if (choice == OnOpenAnswer.LetGo)
            Assert.Equal(HoldState.Held, Assert.Single(await world.CartAsync(world.Ann)).Hold!.State);

        await world.PassAsync(TimeSpan.FromMinutes(30));
        await world.AgreesAsync((a, 10), (b, 10));
        await using var db = world.Open();
        Assert.Single(await db.Notices.Where(n => n.Kind == NoticeKind.OrderResolved).ToListAsync());
    }

    [Fact]
    public async Task After_ten_minutes_in_doubt_a_person_is_told_once_for_each_order()
    {
        await using var world = await PortalWorld.StartAsync();
        await TwoInTheCartAsync(world);
        foreach (var provider in (InMemoryProvider[])[world.Provider, world.Other])
        {
            provider.Next(Questioned.Commit, Fate.SilentAfter);
            for (var i = 0; i < 200; i++)
                provider.Next(Questioned.LookUpOrder, Fate.SilentBefore);
        }
        await world.CheckedOutAsync(world.Ann);

        await world.PassAsync(TimeSpan.FromMinutes(40));

        await using var db = world.Open();
        var notices = await db.Notices.Where(n => n.Kind == NoticeKind.OrderNeedsPerson).Select(n => n.Said).ToListAsync();
        Assert.Equal(2, notices.Count);
        Assert.Equal(2, notices.Distinct().Count());
    }

    [Fact]
    public async Task Places_in_two_currencies_never_share_a_hold_nor_an_order()
    {
        await using var world = await PortalWorld.StartAsync();
        var (euros, pounds) = (await world.SellsAsync("A", 10, 50m), await world.SellsAsync("B", 10, 80m, "GBP"));
        await world.AddedAsync(world.Ann, euros, 2);
        await world.AddedAsync(world.Ann, pounds, 1);

        await world.CheckedOutAsync(world.Ann);

        Assert.Equal([(80m, "GBP"), (100m, "EUR")], (await world.OrdersAsync()).Select(o => (o.TotalNet, o.Currency)).Order());
        await world.AgreesAsync((euros, 10), (pounds, 10));
    }

    [Fact]
    public async Task A_claim_is_asked_for_while_it_is_young()
    {
        await using var world = await PortalWorld.StartAsync();
        var (a, b) = (await world.SellsAsync("A", 10), await world.SellsAsync("B", 10, 80m, "GBP"));
        var (one, two) = (await world.AddedAsync(world.Ann, a, 2), await world.AddedAsync(world.Ann, b, 2));
        await world.PassAsync(TimeSpan.FromMinutes(10));

        // The first of the two takes its whole budget; the claim of the second must not begin before it is asked.
        var slow = world.Provider.Next(Questioned.Hold, Fate.HangsAfter);
        var asking = world.Get<HoldAgain>().RunAsync(world.Ann, one.CartId, [one.Id, two.Id], CancellationToken.None);
        await slow.Reached;
        world.Clock.Advance(TimeSpan.FromSeconds(75));
        var before = (await world.HoldsAsync()).Count;
        slow.LetGo();
        await asking;

        Assert.Equal(before + 1, (await world.HoldsAsync()).Count);
        Assert.All(await world.CartAsync(world.Ann), l => Assert.Equal(HoldState.Held, l.Hold!.State));
        await world.AgreesAsync((a, 10), (b, 10));
    }

    [Fact]
    public async Task Nobody_of_another_agency_sees_or_touches_it()
    {
        await using var world = await PortalWorld.StartAsync();
        await TwoInTheCartAsync(world);
        var line = (await world.CartAsync(world.Ann))[0];
        Assert.Equal(RefusalReason.NotFound, (await world.Get<ChangeLine>().RunAsync(world.Eve, line.Id, 3, CancellationToken.None)).Refusal!.Reason);
        await world.Get<RemoveLine>().RunAsync(world.Eve, line.Id, CancellationToken.None);
        Assert.Equal(2, (await world.CartAsync(world.Ann)).Count);
        Assert.False((await world.Get<CheckOutCart>().RunAsync(world.Eve, new CheckOutRequest(Guid.NewGuid(), line.CartId, null, OnOpenAnswer.GoOn), CancellationToken.None)).IsYes);

        await world.CheckedOutAsync(world.Ann);

        await using var db = world.Open();
        Assert.Empty(await db.Bookings.VisibleTo(world.Eve).ToListAsync());
        Assert.Single(await db.Bookings.VisibleTo(world.Ben).ToListAsync());
        Assert.Equal(RefusalReason.NotFound,
            (await world.Get<ReturnToCart>().RunAsync(world.Eve, (await world.OrdersAsync())[0].Id, CancellationToken.None)).Refusal!.Reason);
    }

    private static async Task<(MemoryOffer, MemoryOffer)> TwoInTheCartAsync(PortalWorld world)
    {
        var (a, b) = (await world.SellsAsync("A", 10), await world.SellsAsync("B", 10, by: world.Other));
        await world.AddedAsync(world.Ann, a, 2);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.AddedAsync(world.Ann, b, 2);
        return (a, b);
    }
}
