using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Core.Tickets;
using Portal.Tests.Tickets;

namespace Portal.Tests.Support;

/// <summary>A booking about which something personal is kept wherever it can be, and what was typed for it.</summary>
internal static class Personal
{
    public const string Customer = "Familie Grotenhuis";

    public static IReadOnlyDictionary<string, string> Lead { get; } = new Dictionary<string, string>
    {
        [GuestFields.FirstName] = "Wilhelmina", [GuestFields.LastName] = "Łuczakova", [GuestFields.Email] = "wilhelmina@oosterend.example", [GuestFields.Phone] = "+31612345678",
        [GuestFields.DateOfBirth] = "1988-07-06", [GuestFields.PassportNumber] = "XK7788990", [GuestFields.Street] = "Keizersgracht 4711", [GuestFields.City] = "Vollendamme",
    };

    public static IReadOnlyDictionary<string, string> Companion { get; } = new Dictionary<string, string> { [GuestFields.FirstName] = "Bartholomeus", [GuestFields.LastName] = "Zwanenburg" };

    public static IReadOnlyDictionary<BuyerField, string> Buyer { get; } = new Dictionary<BuyerField, string>
    {
        [BuyerField.FirstName] = "Quillan", [BuyerField.LastName] = "Featherstonehaugh", [BuyerField.Email] = "quillan@feather.example", [BuyerField.Phone] = "+34655443322",
    };

    /// <summary>Everything that was typed of persons.</summary>
    public static IReadOnlyList<string> Typed { get; } = [Customer, .. Lead.Values, .. Companion.Values, .. Buyer.Values];

    /// <summary>Sold to two persons, a buyer and a customer; tickets sent, fetched and complained about.</summary>
    public static async Task<BookingMade> SoldToPersonsAsync(this PortalWorld world, string offerRef = "A", Core.Agencies.Actor? agent = null)
    {
        var by = agent ?? world.Ann;
        var cart = await world.NamedInCartAsync(offerRef, by);
        var made = await world.Get<CheckOutCart>().RunAsync(by, new CheckOutRequest(Guid.NewGuid(), cart.CartId, Customer, OnOpenAnswer.GoOn), CancellationToken.None);
        Assert.True(made.IsYes, made.Refusal?.ToString());
        await world.ReportAsync(made.Value, world.Freezing.Offer(offerRef), i => i with { Barcode = "90" + i.ItemRef, WalletUrl = "https://wallet.example/" + i.ItemRef });
        Assert.True((await world.SendAsync(made.Value, Buyer[BuyerField.Email], actor: by)).IsYes);
        await using var db = world.Open();
        var mail = await db.OutboxMails.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).LastAsync();
        mail.Claim(world.Now);
        mail.RecordSent(world.Now);
        var order = await db.Orders.Include(o => o.Fulfilments).SingleAsync(o => o.BookingId == made.Value.BookingId);
        var tickets = world.Get<IDataProtectionProvider>().CreateProtector("Portal.Tickets.v1");
        foreach (var kind in (FileKind[])[FileKind.Ticket, FileKind.Invoice])
            db.TicketFiles.Add(new TicketFile
            {
                Id = Guid.CreateVersion7(), FulfilmentId = order.Fulfilments[0].Id, Kind = kind, ProviderRef = $"{kind}", ContentType = "application/pdf", FetchedAt = world.Now,
                FileName = kind == FileKind.Ticket ? $"{Lead[GuestFields.LastName]}.pdf" : "invoice.pdf", SealedContent = tickets.Protect(kind == FileKind.Ticket ? "Wilhelmina, seat 7"u8.ToArray() : "two tickets"u8.ToArray()),
            });
        db.ProviderCalls.AddRange(
            new ProviderCallEntry { At = world.Now, ConnectionId = order.ConnectionId, OrderId = order.Id, Request = "POST /order", RequestBody = "Zwanenburg", Status = 200, ResponseBody = "Zwanenburg" },
            new ProviderCallEntry { At = world.Now, ConnectionId = order.ConnectionId, HoldId = order.HoldId, Request = "POST /hold", RequestBody = "Zwanenburg", Status = 200 });
        (await db.GuestPlaces.FirstAsync(p => p.CartLineId == cart.Id)).SealedFaults = world.Get<GuestSeal>().Seal(new Dictionary<string, string> { [GuestFields.LastName] = "Łuczakova is not accepted" });
        db.Add(GuestProgress.Of(made.Value.BookingId, world.AgencyId, by.UserId!.Value, world.Now));
        await db.SaveChangesAsync();
        return made.Value;
    }

    /// <summary>Held for two persons and a buyer who are typed, and not booked.</summary>
    public static async Task<CartLine> NamedInCartAsync(this PortalWorld world, string offerRef, Core.Agencies.Actor agent)
    {
        world.Freezing.Wishes = [.. Buyer.Keys.Select(f => new BuyerWish(f, true))];
        var line = await world.AddedAsync(agent, await world.SellsAsync(offerRef, wanted: [GuestFields.LastName], by: world.Freezing), 2);
        await world.TypesAsync(agent, line, 0, [.. Lead.Select(v => (v.Key, v.Value))]);
        await world.TypesAsync(agent, line, 1, [.. Companion.Select(v => (v.Key, v.Value))]);
        foreach (var (field, value) in Buyer)
            await world.Get<NoteBuyer>().RunAsync(agent, line.CartId, field, value, CancellationToken.None);
        await world.Get<NoteCheckout>().RunAsync(agent, line.CartId, Customer, OnOpenAnswer.GoOn, OnRefusal.KeepWhatGoes, CancellationToken.None);
        await world.Get<NameCart>().RunAsync(agent, line.CartId, Customer, CancellationToken.None);
        return line;
    }

    public static async Task<Guest> GuestAsync(this PortalWorld world, BookingMade made, int number = 0)
    {
        await using var db = world.Open();
        return await db.Guests.AsNoTracking().Where(g => g.Places.Any(p => db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.BookingId == made.BookingId))).OrderBy(g => g.Number).Skip(number).FirstAsync();
    }

    /// <summary>Lets the clock stand so long after (or before) the end of an offer's event, on its venue's clock.</summary>
    public static async Task PassEndAsync(this PortalWorld world, TimeSpan after, string offerRef = "A")
    {
        await using var db = world.Open();
        var session = await db.Sessions.SingleAsync(s => s.ProviderRef == "event-" + offerRef);
        world.GoTo(Core.Catalog.VenueTime.ToUtc(session.EndLocal, session.TimeZone)!.Value + after);
    }

    public static Task<KeptText> KeptAsync(this PortalWorld world) => KeptText.ReadAsync(world.Database, world.Get<IDataProtectionProvider>());
}
