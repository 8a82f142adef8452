using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>Who was named in a cart that came to nothing is forgotten too, and nobody who is being named.</summary>
public sealed class EraseCartsTests
{
    private static Task<int> EraseAsync(PortalWorld world) => world.Get<EraseGuests>().RunAsync(CancellationToken.None);

    [Theory, OnEveryEngine]
    public async Task Once_its_events_are_over_nobody_is_known_of_it(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        var line = await world.NamedInCartAsync("A", world.Ann);
        await world.NamedInCartAsync("B", world.Eve);
        await world.PassEndAsync(-TimeSpan.FromMinutes(1));
        Assert.Equal(0, await EraseAsync(world));
        await world.PassEndAsync(TimeSpan.Zero, "B");

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EraseAsync(world))));
        Assert.Equal(0, await EraseAsync(world));

        Assert.True(counts.Sum() >= 2);
        await using var db = world.Open();
        Assert.All(await db.Guests.ToListAsync(), g => Assert.Null(g.SealedValues));
        Assert.Empty(await db.GuestWords.ToListAsync());
        Assert.All(await db.Carts.ToListAsync(), c => Assert.Equal((null, null, "Cart"), (c.SealedBuyer, c.SealedCustomer, c.Name)));
        Assert.Equal("What was known of 2 persons was erased: the cart was given up.", (await db.History.SingleAsync(h => h.CartId == line.CartId && h.HoldId == null)).Said);
        Assert.Equal(2, await db.CartLines.CountAsync());
    }

    [Fact]
    public async Task Nothing_of_it_is_left_in_any_row()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.NamedInCartAsync("A", world.Ann);
        world.Clock.Advance(TimeSpan.FromDays(42));

        await EraseAsync(world);

        var kept = await world.KeptAsync();
        Assert.All(Personal.Typed, value => Assert.Empty(kept.Find(value)));
    }

    [Fact]
    public async Task While_its_event_is_ahead_it_is_kept_for_ninety_days_in_which_nobody_touches_it()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await world.NamedInCartAsync("A", world.Ann);
        await using (var db = world.Open())
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.EndLocal, s => s.EndLocal.AddDays(400)));
        world.Clock.Advance(TimeSpan.FromDays(60));
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.City, "Elsewhere"));
        world.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal(0, await EraseAsync(world));

        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await EraseAsync(world));
    }

    [Fact]
    public async Task Whoever_takes_it_up_again_types_anew()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await world.NamedInCartAsync("A", world.Ann);
        world.Clock.Advance(TimeSpan.FromDays(42));
        await EraseAsync(world);

        var guest = (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, default))!.Persons[0];
        Assert.Equal("", guest.Name);
        Assert.True((await world.Get<SaveGuest>().RunAsync(world.Ann, guest.Id, new Dictionary<string, string> { [GuestFields.LastName] = "Anew" }, default)).IsYes);
        Assert.Equal(0, await EraseAsync(world));
        Assert.Equal("Anew", (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, default))!.Persons[0].Name);
    }

    [Fact]
    public async Task The_next_customer_who_is_typed_over_an_old_line_is_not_forgotten_with_it()
    {
        await using var world = await PortalWorld.StartAsync();
        var line = await world.NamedInCartAsync("A", world.Ann);
        world.Clock.Advance(TimeSpan.FromDays(42));
        await world.Get<NoteBuyer>().RunAsync(world.Ann, line.CartId, BuyerField.LastName, "Newcomer", default);

        Assert.Equal(0, await EraseAsync(world));

        await using var db = world.Open();
        Assert.Equal("Newcomer", world.Get<BuyerSeal>().Open((await db.Carts.SingleAsync(c => c.Id == line.CartId)).SealedBuyer).Find(BuyerField.LastName));
    }

    [Fact]
    public async Task A_cart_that_became_a_booking_is_the_bookings()
    {
        await using var world = await PortalWorld.StartAsync();
        var made = await world.SoldToPersonsAsync();
        await using (var db = world.Open())
            await db.Bookings.ExecuteUpdateAsync(set => set.SetProperty(b => b.EraseAt, world.Now.AddYears(1)));
        world.Clock.Advance(TimeSpan.FromDays(42));

        Assert.Equal(0, await EraseAsync(world));

        Assert.NotNull((await world.GuestAsync(made)).SealedValues);
    }
}
