using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Support;

// What tests say.
internal sealed partial class PortalWorld
{
    /// <summary>Something on sale: an event with one session and one offer.</summary>
    public async Task<MemoryOffer> SellsAsync(
        string offerRef, int stock = 20, decimal net = 50m, string currency = "EUR", QuantityRule? rule = null, string[]? wanted = null, InMemoryProvider? by = null)
    {
        var offer = (by ?? Provider).Sell(new MemoryOffer(offerRef, new Money(net, currency), stock) { Rule = rule ?? new(), Wanted = wanted ?? [] });
        await using var db = Open();
        var kind = (by ?? Provider).Kind;
        if (!await db.Connections.AnyAsync(c => c.ProviderKind == kind))
            await ConnectAsync(kind);
        var connection = await db.Connections.SingleAsync(c => c.ProviderKind == kind);
        var promoter = await db.Promoters.SingleAsync(p => p.ConnectionId == connection.Id);
        var start = DateTime.SpecifyKind(Now.AddDays(40), DateTimeKind.Unspecified);
        var of = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = connection.Id, ProviderRef = offer.EventRef, Name = "Event " + offerRef, Category = "soccer",
            PromoterId = promoter.Id, RawStatus = "notstarted", SeenAt = Now,
        };
        db.AddRange(of, new Session
        {
            Id = Guid.CreateVersion7(), EventId = of.Id, ProviderRef = offer.EventRef, StartLocal = start, EndLocal = start.AddHours(2),
            TimeZone = "Europe/Amsterdam", StartUtc = VenueTime.ToUtc(start, "Europe/Amsterdam"), DateConfirmed = true,
        });
        await db.SaveChangesAsync();
        return offer;
    }

    public async Task<Answer<CartLine>> AddAsync(Actor agent, MemoryOffer offer, int quantity, Guid? actionId = null, SaleMode mode = SaleMode.Purchase)
    {
        await using var db = Open();
        var session = await db.Sessions.SingleAsync(s => s.ProviderRef == offer.EventRef);
        return await Get<AddToCart>().RunAsync(agent,
            new AddToCartRequest(actionId ?? Guid.NewGuid(), session.Id, offer.OfferRef, quantity, mode, offer.Net), CancellationToken.None);
    }

    /// <summary>Adds what must succeed.</summary>
    public async Task<CartLine> AddedAsync(Actor agent, MemoryOffer offer, int quantity)
    {
        var answer = await AddAsync(agent, offer, quantity);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    public async Task<Answer<BookingMade>> CheckOutAsync(Actor agent, Guid? actionId = null, OnOpenAnswer onOpen = OnOpenAnswer.GoOn, OnRefusal onRefusal = OnRefusal.KeepWhatGoes) =>
        await Get<CheckOutCart>().RunAsync(agent, new CheckOutRequest(actionId ?? Guid.NewGuid(), await CartIdAsync(agent), "Customer", onOpen, onRefusal), CancellationToken.None);

    /// <summary>Checks out what must succeed.</summary>
    public async Task<BookingMade> CheckedOutAsync(Actor agent)
    {
        var answer = await CheckOutAsync(agent);
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    public async Task TypesAsync(Actor agent, CartLine line, int slot, params (string Field, string Value)[] typed)
    {
        await Get<PrepareGuests>().RunAsync(agent, line.CartId, CancellationToken.None);
        await using var db = Open();
        var guest = await db.GuestPlaces.Where(p => p.CartLineId == line.Id && p.Slot == slot).Select(p => p.Guest!).SingleAsync();
        Assert.True((await Get<SaveGuest>().RunAsync(agent, guest.Id, typed.ToDictionary(t => t.Field, t => t.Value), CancellationToken.None)).IsYes);
    }

    /// <summary>Every job once, as its schedule would have it.</summary>
    public async Task RunJobsAsync()
    {
        // Several open answers are looked up at once: another's transaction is no sign of ours.
        var isStrict = OneAtATime;
        OneAtATime = isStrict && await OpenAnswersAsync() < 2;
        await Get<RecoverHolds>().RunAsync(CancellationToken.None);
        await Get<RecoverOrders>().RunAsync(CancellationToken.None);
        await Get<ExpireHolds>().RunAsync(CancellationToken.None);
        await Get<LookUpHolds>().RunAsync(CancellationToken.None);
        await Get<LookUpOrders>().RunAsync(CancellationToken.None);
        await Get<LookUpOperations>().RunAsync(CancellationToken.None);
        await Get<CarryOnBookings>().RunAsync(CancellationToken.None);
        OneAtATime = isStrict;
    }

    private async Task<int> OpenAnswersAsync()
    {
        await using var db = Open();
        HoldState[] holds = [HoldState.Asking, HoldState.Changing, HoldState.Releasing, HoldState.Unknown];
        return await db.Holds.CountAsync(h => holds.Contains(h.State)) + await db.Orders.CountAsync(o => OrderLifecycle.Open.Contains(o.State))
            + await db.Operations.CountAsync(o => OperationLifecycle.Open.Contains(o.State));
    }

    /// <summary>Lets that much time pass, with the jobs running every five seconds.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(5))
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            await RunJobsAsync();
        }
    }

    public async Task<Guid> CartIdAsync(Actor agent)
    {
        await using var db = Open();
        return await db.Carts.Where(c => c.AgentId == agent.UserId && c.IsCurrent).Select(c => c.Id).SingleOrDefaultAsync();
    }

    public async Task<CartLine?> LineAsync(Guid lineId)
    {
        await using var db = Open();
        return await db.CartLines.AsNoTracking().Include(l => l.Hold!.References).Include(l => l.GuestPlaces).ThenInclude(p => p.Guest).SingleOrDefaultAsync(l => l.Id == lineId);
    }

    public async Task<IReadOnlyList<CartLine>> CartAsync(Actor agent)
    {
        await using var db = Open();
        return await db.CartLines.AsNoTracking().InCart().Include(l => l.Hold).Where(l => l.Cart!.AgentId == agent.UserId).OrderBy(l => l.AddedAt).ToListAsync();
    }

    public async Task<IReadOnlyList<Hold>> HoldsAsync()
    {
        await using var db = Open();
        return await db.Holds.AsNoTracking().Include(h => h.References).Include(h => h.History).Include(h => h.Lines).OrderBy(h => h.CreatedAt).ToListAsync();
    }

    public async Task<IReadOnlyList<Order>> OrdersAsync()
    {
        await using var db = Open();
        return await db.Orders.AsNoTracking().Include(o => o.References).Include(o => o.Operations).Include(o => o.Items).Include(o => o.History)
            .OrderBy(o => o.CreatedAt).ThenBy(o => o.Number).ToListAsync();
    }
}
