using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Benchmarks;

/// <summary>Bookings with missing guest data and all that lies behind them: each of two tickets for two persons, of every second one the first is typed.</summary>
internal static class GuestRows
{
    private const int Events = 50;
    private static readonly Quote Price = new() { Net = 50m, Currency = "EUR", AccountCurrency = "EUR", Owed = 50m, Selling = 55m, Markup = 5m };
    private static readonly Dictionary<string, string> Ada = new() { [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Byron", [GuestFields.Email] = "ada@example.org" };
    private static readonly Dictionary<string, GuestDue> OfAll = new() { [GuestFields.FirstName] = GuestDue.BeforeDownload, [GuestFields.LastName] = GuestDue.BeforeDownload };
    private static readonly Dictionary<string, GuestDue> OfLead = new(OfAll) { [GuestFields.Email] = GuestDue.BeforeDownload };

    /// <summary>Sold a month ago for events in the next half year; three in a hundred are late, two in a hundred have no time yet. A tenth as many are another agency's. Nothing is counted.</summary>
    public static async Task<List<Guid>> FillAsync(PortalWorld world, int bookings)
    {
        var sessions = await ListAsync(world);
        var bookers = Enumerable.Range(0, 10).Select(n => n == 0 ? world.Ann : Actor.Agent(Guid.CreateVersion7(), world.AgencyId, $"Agent {n}")).ToList();
        var hashes = await world.Get<GuestSeal>().HashAsync(CancellationToken.None, "Ada", "Byron");
        var ids = new List<Guid>();
        foreach (var batch in Enumerable.Range(0, bookings * 11 / 10).Chunk(250))
        {
            await using var db = world.Open();
            foreach (var n in batch)
            {
                var agent = n >= bookings ? world.Eve : bookers[n / 10 % bookers.Count];
                ids.Add(Add(db, world, agent, sessions[n % 100 < 3 ? 0 : n % 100 < 5 ? 1 : 2 + n / 3 % (Events - 2)], n, hashes));
            }
            await db.SaveChangesAsync();
        }
        return ids;
    }

    private sealed record Sold(Guid SessionId, Guid ConnectionId, string OfferRef);

    private static async Task<List<Sold>> ListAsync(PortalWorld world)
    {
        var all = new List<Sold>();
        var sheets = new Dictionary<string, GuestSheet>();
        for (var n = 0; n < Events; n++)
        {
            var offer = await world.SellsAsync($"E{n}", by: world.Listing);
            DateTime? starts = n == 1 ? null : world.Now.AddDays(n == 0 ? 5 : 8 + n * 3.5);
            await using var db = world.Open();
            await db.Sessions.Where(s => s.ProviderRef == offer.EventRef).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartUtc, starts));
            all.Add(await db.Sessions.Where(s => s.ProviderRef == offer.EventRef).Select(s => new Sold(s.Id, s.Event!.ConnectionId, offer.OfferRef)).SingleAsync());
            sheets[offer.OfferRef] = new GuestSheet(offer.OfferRef, [new("p0", true, new Dictionary<string, string>(), OfLead), new("p1", false, new Dictionary<string, string>(), OfAll)]);
        }
        world.Listing.Keeps = of => [sheets[of.Value.Split('-')[0]]];
        return all;
    }

    private static Guid Add(DbContext db, PortalWorld world, Actor agent, Sold sold, int number, IReadOnlyList<string> hashes)
    {
        var (at, budget, seal) = (world.Now.AddDays(-30), TimeSpan.FromMinutes(1), world.Get<GuestSeal>());
        var cart = new Cart { Id = Guid.CreateVersion7(), AgencyId = agent.AgencyId!.Value, AgentId = agent.UserId!.Value, Name = "Cart", State = CartState.Closed, CreatedAt = at };
        var hold = Hold.Ask(cart.Id, cart.AgencyId, sold.ConnectionId, "[]", agent, Guid.Empty, at, budget);
        hold.RecordHeld(new HeldPlaces([new ProviderReference("hold", $"H{number}")], at.AddMinutes(10), "active", []), TimeSpan.FromSeconds(45), "Held.", agent, at);
        var line = new CartLine
        {
            Id = Guid.CreateVersion7(), CartId = cart.Id, SessionId = sold.SessionId, ConnectionId = sold.ConnectionId, OfferRef = sold.OfferRef, OfferName = "Stand", Quantity = 2, HeldQuantity = 2, Quote = Price with { }, QuotedAt = at, HoldId = hold.Id, AddedAt = at,
        };
        hold.Lines.Add(line);
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(), Reference = BookingReference.New(), AgencyId = cart.AgencyId, AgentId = cart.AgentId, AgentName = agent.Name, CartId = cart.Id, CreatedAt = at, SealedCustomer = world.Get<CustomerSeal>().Seal("Customer"),
        };
        var order = Order.Plan(booking, hold, 1, SaleMode.Purchase, null, agent, at);
        order.BeginCommit(null, agent, Guid.Empty, at, budget);
        order.RecordCommitted(new CommittedOrder(CommitOutcome.Purchased, [new ProviderReference("order", $"O{number}")], "sold", []), "Sold.", agent, at);
        order.NextReadAt = null;
        hold.Take(agent, at);
        var list = new Fulfilment
        {
            Id = Guid.CreateVersion7(), OrderId = order.Id, SessionId = sold.SessionId, RefKind = "part", RefValue = $"{sold.OfferRef}-{number}", RawStatus = "sold", ReadAt = at, GuestData = GuestDataStatus.WaitingForUs, GuestsReadAt = at, NextGuestsAt = world.Now,
        };
        order.Items.ForEach(i => i.FulfilmentId = list.Id);
        db.AddRange(cart, hold, booking, order, list);
        for (var slot = 0; slot < 2; slot++)
        {
            var guest = new Guest { Id = Guid.CreateVersion7(), AgencyId = cart.AgencyId, CartId = cart.Id, Number = slot, ChangedAt = at, Version = 1 };
            if (slot == 0 && number % 2 == 0)
            {
                guest.SealedValues = seal.Seal(Ada);
                guest.Words.AddRange(hashes.Select(h => new GuestWord { Hash = h }));
            }
            db.AddRange(guest, new GuestPlace { Id = Guid.CreateVersion7(), CartLineId = line.Id, Slot = slot, GuestId = guest.Id, IsLead = slot == 0, ProviderRef = $"p{slot}", WantedJson = JsonSerializer.Serialize(slot == 0 ? OfLead : OfAll), Version = 1 });
        }
        return booking.Id;
    }
}
