using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Matrix;

/// <summary>What an agent does, and what the time brings, in a portal that is connected to some of the wires.</summary>
internal static class Desk
{
    /// <summary>Longer than any hold of any wire, and than it takes to believe that nothing is there.</summary>
    public static readonly TimeSpan LongerThanAnyHold = TimeSpan.FromMinutes(70);

    private static readonly Dictionary<BuyerField, string> Buyer = new()
    {
        [BuyerField.FirstName] = "Ada", [BuyerField.LastName] = "Byron", [BuyerField.Email] = "ada@guests.example", [BuyerField.Phone] = "+34600111222",
    };

    private static readonly Dictionary<string, string> Guest = new()
    {
        [GuestFields.FirstName] = "Charles", [GuestFields.LastName] = "Babbage", [GuestFields.Email] = "charles@guests.example",
    };

    public static async Task<Answer<CartLine>> AddsAsync(this SandboxWorld world, Wire wire, Guid session, Actor? agent = null, SaleMode mode = SaleMode.Purchase)
    {
        var wanted = wire.Line(world.Sandbox);
        return await world.Get<AddToCart>().RunAsync(agent ?? world.Ann,
            new AddToCartRequest(Guid.NewGuid(), session, wanted.OfferRef, wanted.Quantity, mode, wanted.NetEach), CancellationToken.None);
    }

    /// <summary>Puts the wire's line into the agent's cart, whatever becomes of its hold.</summary>
    public static async Task<CartLine> FillsAsync(this SandboxWorld world, Wire wire, Actor? agent = null, SaleMode mode = SaleMode.Purchase)
    {
        var answer = await world.AddsAsync(wire, await world.ListsAsync(wire, wire.Line(world.Sandbox).Session), agent, mode);
        Assert.True(answer.IsYes, $"{wire}: {answer.Refusal}");
        return answer.Value;
    }

    /// <summary>Types the buyer and everybody who is to be named.</summary>
    public static async Task TypesAsync(this SandboxWorld world, Guid cartId, Actor? agent = null)
    {
        foreach (var (field, value) in Buyer)
            await world.Get<NoteBuyer>().RunAsync(agent ?? world.Ann, cartId, field, value, CancellationToken.None);
        await world.Get<PrepareGuests>().RunAsync(agent ?? world.Ann, cartId, CancellationToken.None);
        await using var db = world.Open();
        foreach (var guest in await db.Guests.Where(g => g.CartId == cartId).Select(g => g.Id).ToListAsync())
            Assert.True((await world.Get<SaveGuest>().RunAsync(agent ?? world.Ann, guest, Guest, CancellationToken.None)).IsYes);
    }

    public static Task<Answer<BookingMade>> ChecksOutAsync(this SandboxWorld world, Guid cartId, OnRefusal onRefusal = OnRefusal.KeepWhatGoes) => world.Get<CheckOutCart>().RunAsync(
        world.Ann, new CheckOutRequest(Guid.NewGuid(), cartId, null, OnOpenAnswer.GoOn, onRefusal), CancellationToken.None);

    /// <summary>Books so many places, with booking switched on for promoter and channel, and reads them back.</summary>
    public static async Task<Order> BooksAsync(this SandboxWorld world, Wire wire, int places)
    {
        var line = wire.Line(world.Sandbox) with { Mode = SaleMode.Book };
        var session = await world.ListsAsync(wire, line.Session);
        await using (var db = world.Open())
        {
            await db.Channels.ExecuteUpdateAsync(set => set.SetProperty(c => c.BookingOn, true));
            await db.Promoters.ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, true));
        }
        var added = await world.Get<AddToCart>().RunAsync(world.Ann, new AddToCartRequest(Guid.NewGuid(), session, line.OfferRef, places, SaleMode.Book, line.NetEach), CancellationToken.None);
        Assert.True(added.Value?.Hold?.State == HoldState.Held, $"{added.Refusal} {added.Value?.ProblemDetail}");
        await world.TypesAsync(added.Value!.CartId);
        var booked = await world.ChecksOutAsync(added.Value.CartId);
        Assert.True(booked.IsYes, booked.Refusal?.ToString());
        await world.Get<ReadBackOrders>().RunAsync((await world.OnlyOrderAsync()).Id, CancellationToken.None);
        var order = await world.OnlyOrderAsync();
        Assert.Equal((OrderState.Booked, places), (order.State, order.Items.Count));
        return order;
    }

    public static async Task<Order> OnlyOrderAsync(this SandboxWorld world)
    {
        await using var db = world.Open();
        return await db.Orders.AsNoTracking().Include(o => o.Items.OrderBy(i => i.Place)).Include(o => o.Operations).AsSplitQuery().SingleAsync();
    }

    /// <summary>The jobs run until nothing is in doubt and nothing waits to be asked again.</summary>
    public static async Task SettlesAsync(this SandboxWorld world)
    {
        await world.PassAsync(TimeSpan.FromSeconds(20));
        for (var passed = TimeSpan.Zero; await world.IsOpenAsync(); passed += TimeSpan.FromSeconds(passed.TotalMinutes < 3 ? 10 : 60))
        {
            Assert.True(passed < TimeSpan.FromHours(2), "After two hours something is in doubt still.");
            var step = TimeSpan.FromSeconds(passed.TotalMinutes < 3 ? 10 : 60);
            await world.PassAsync(step, step);
        }
    }

    private static async Task<bool> IsOpenAsync(this SandboxWorld world)
    {
        await using var db = world.Open();
        var now = world.Clock.GetUtcNow().UtcDateTime;
        return await db.Holds.AnyAsync(h => h.State == HoldState.Asking || h.State == HoldState.Changing || h.State == HoldState.Releasing || h.State == HoldState.Unknown)
            || await db.Operations.AnyAsync(o => o.State != OperationState.Done && o.State != OperationState.Refused)
            || await db.Orders.AnyAsync(o => o.State == OrderState.Preparing || o.State == OrderState.Committing || o.State == OrderState.Releasing || o.State == OrderState.Unknown
                || ((o.State == OrderState.Planned || o.State == OrderState.Prepared) && o.LetGoAt == null && o.CommitBy > now
                    && (o.RefusedFor == null || o.RefusedFor == RefusalReason.Throttled || o.RefusedFor == RefusalReason.Unreachable)));
    }
}
