using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Core.Tickets;
using Portal.Tests.Support;

namespace Portal.Tests.Tickets;

/// <summary>What stories of tickets say.</summary>
internal static class SoldBooking
{
    /// <summary>A purchase of so many of one offer, read back with a code for each ticket.</summary>
    public static async Task<BookingMade> SoldAsync(this PortalWorld world, string offerRef, int quantity, InMemoryProvider? by = null, Func<FulfilledItem, FulfilledItem>? told = null, Actor? agent = null)
    {
        var offer = await world.SellsAsync(offerRef, by: by);
        await world.AddedAsync(agent ?? world.Ann, offer, quantity);
        var made = await world.CheckedOutAsync(agent ?? world.Ann);
        await world.ReportAsync(made, offer, told ?? (item => item with { Barcode = "90" + item.ItemRef }));
        return made;
    }

    /// <summary>The provider reports every ticket of the booking's order of that offer.</summary>
    public static async Task ReportAsync(this PortalWorld world, BookingMade made, MemoryOffer offer, Func<FulfilledItem, FulfilledItem> told, FulfilmentStatus status = FulfilmentStatus.Completed, DateTime? start = null, TicketLink? bundle = null)
    {
        await using var db = world.Open();
        var items = await db.Items.Where(i => i.Order!.BookingId == made.BookingId && i.OfferRef == offer.OfferRef).OrderBy(i => i.Place).ToListAsync();
        await world.Get<RecordFulfilments>().RunAsync(items[0].OrderId,
        [
            new FulfilmentReport(items[0].OrderId, new ProviderReference("part", "1"), status, status.ToString())
            {
                EventRef = offer.EventRef, StartLocal = start, Bundle = bundle, Items = [.. items.Select((i, n) => told(new FulfilledItem($"{offer.OfferRef}{n + 1}", offer.OfferRef)))],
            },
        ], TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    public static async Task<Answer<TicketsSent>> SendAsync(this PortalWorld world, BookingMade made, string to, Guid? actionId = null, Actor? actor = null) =>
        await world.Get<SendTickets>().RunAsync(actor ?? world.Ann, new TicketsToSend(actionId ?? Guid.NewGuid(), made.BookingId, to), CancellationToken.None);

    /// <summary>Sends what must be sent, as its mail would be rendered, and gives the token of its link.</summary>
    public static async Task<string> SentAsync(this PortalWorld world, BookingMade made, string to = "ada@example.org")
    {
        var sent = await world.SendAsync(made, to);
        Assert.True(sent.IsYes, sent.Refusal?.ToString());
        return (await world.Get<MakeCustomerLink>().RunAsync(sent.Value.LinkId, CancellationToken.None))!;
    }

    public static Task<TicketSheet?> OpenedAsync(this PortalWorld world, string token) => world.Get<OpenTickets>().RunAsync(token, CancellationToken.None);

    public static async Task<IReadOnlyList<OutboxMail>> MailsAsync(this PortalWorld world)
    {
        await using var db = world.Open();
        return await db.OutboxMails.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
    }
}
