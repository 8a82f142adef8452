using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>A booking whose provider wants to know who comes.</summary>
internal sealed record ListedBooking(Guid BookingId, string Reference, Guid FulfilmentId, string OfferRef);

/// <summary>What tests of guest data after the sale set up.</summary>
internal static class GuestSetUp
{
    /// <summary>Something sold whose provider wants first and last name of each person.</summary>
    /// <param name="startsIn">How long until it begins; null where nobody knows.</param>
    public static async Task<ListedBooking> ListedAsync(this PortalWorld world, Actor agent, TimeSpan? startsIn, int persons = 1)
    {
        var offer = await world.SellsAsync($"{Guid.NewGuid():N}", by: world.Listing);
        await using var db = world.Open();
        var starts = world.Now + startsIn;
        await db.Sessions.Where(s => s.ProviderRef == offer.EventRef).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartUtc, starts));
        await world.AddedAsync(agent, offer, persons);
        var made = await world.CheckedOutAsync(agent);
        var order = await db.Orders.Include(o => o.Items).SingleAsync(o => o.BookingId == made.BookingId);
        var list = new Fulfilment
        {
            Id = Guid.CreateVersion7(), OrderId = order.Id, SessionId = order.Items[0].SessionId, RefKind = "part", RefValue = made.Reference, RawStatus = "sold", ReadAt = world.Now, GuestData = GuestDataStatus.WaitingForUs,
        };
        db.Add(list);
        order.Items.ForEach(i => i.FulfilmentId = list.Id);
        await db.SaveChangesAsync();
        var others = world.Listing.Keeps;
        world.Listing.Keeps = of => of.Value == made.Reference ? [Sheet(offer.OfferRef, persons)] : others(of);
        Assert.True(await world.Get<ReadLateList>().RunAsync(Actor.Job("test"), list.Id, default));
        return new ListedBooking(made.BookingId, made.Reference, list.Id, offer.OfferRef);
    }

    /// <summary>The names of the first so many persons are typed; nothing is sent.</summary>
    public static async Task NamedAsync(this PortalWorld world, Actor agent, ListedBooking booking, int persons = 1)
    {
        await using var db = world.Open();
        var guests = await db.GuestPlaces.Where(p => db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.BookingId == booking.BookingId)).OrderBy(p => p.Slot).Select(p => p.GuestId).Take(persons).ToListAsync();
        foreach (var guest in guests)
            Assert.True((await world.Get<SaveGuest>().RunAsync(agent, guest, new Dictionary<string, string> { [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Byron" }, default)).IsYes);
    }

    public static Task<Answer<GuestsSubmitted>> SubmittedAsync(this PortalWorld world, ListedBooking booking) => world.Get<SubmitGuests>().RunAsync(Actor.Job("test"), booking.FulfilmentId, default);

    /// <summary>The provider does not accept the first person's last name.</summary>
    public static async Task RefusedAsync(this PortalWorld world, ListedBooking booking)
    {
        world.Listing.Next(Questioned.Guests, Fate.Refused, new Refusal(RefusalReason.GuestDataMissing, "Not accepted.") { FieldFaults = [new(booking.OfferRef, 0, GuestFields.LastName, "invalid")] });
        Assert.False((await world.SubmittedAsync(booking)).IsYes);
    }

    /// <summary>Rows of the board with next to nothing behind them: quick, where many are wanted.</summary>
    public static async Task<IReadOnlyList<Guid>> CountedAsync(this PortalWorld world, Actor agent, IEnumerable<(GuestProgressState State, DateTime? DueAt)> rows)
    {
        await using var db = world.Open();
        var cart = new Core.Carts.Cart { Id = Guid.CreateVersion7(), AgencyId = agent.AgencyId!.Value, AgentId = agent.UserId!.Value, Name = "Cart", CreatedAt = world.Now };
        db.Add(cart);
        var ids = new List<Guid>();
        foreach (var (state, dueAt) in rows)
        {
            var booking = new Booking { Id = Guid.NewGuid(), Reference = $"{Guid.NewGuid():N}"[..12].ToUpperInvariant(), AgencyId = cart.AgencyId, AgentId = cart.AgentId, AgentName = agent.Name, CartId = cart.Id, CreatedAt = world.Now };
            var progress = GuestProgress.Of(booking.Id, cart.AgencyId, cart.AgentId, world.Now);
            db.AddRange(booking, progress);
            var row = db.Entry(progress);
            (row.Property(p => p.State).CurrentValue, row.Property(p => p.DueAt).CurrentValue) = (state, dueAt);
            (row.Property(p => p.Persons).CurrentValue, row.Property(p => p.Fields).CurrentValue) = (2, 4);
            ids.Add(booking.Id);
        }
        await db.SaveChangesAsync();
        return ids;
    }

    public static async Task<GuestProgress> ProgressAsync(this PortalWorld world, Guid bookingId)
    {
        await using var db = world.Open();
        return await db.GuestProgress.AsNoTracking().SingleAsync(p => p.BookingId == bookingId);
    }

    private static GuestSheet Sheet(string offerRef, int persons)
    {
        var wanted = new Dictionary<string, GuestDue> { [GuestFields.FirstName] = GuestDue.BeforeDownload, [GuestFields.LastName] = GuestDue.BeforeDownload };
        return new GuestSheet(offerRef, [.. Enumerable.Range(0, persons).Select(i => new GuestSlot($"{offerRef}-{i}", i == 0, new Dictionary<string, string>(), wanted))]);
    }
}
