using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.GuestLinks;
using Portal.Core.Guests;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.GuestLinks;

/// <summary>What stories of guest data by link say.</summary>
internal static class AskedBooking
{
    /// <summary>A purchase of so many of each offer, whose provider has told what it wants to know of whom.</summary>
    /// <param name="wants">Offer and zero-based place → the fields; first and last name of everybody otherwise.</param>
    public static async Task<BookingMade> AskedAsync(this PortalWorld world, int quantity, Actor? agent = null, Func<string, int, IEnumerable<string>>? wants = null, params string[] offerRefs)
    {
        offerRefs = offerRefs is [] ? ["L"] : offerRefs;
        foreach (var offerRef in offerRefs)
        {
            await world.AddedAsync(agent ?? world.Ann, await world.SellsAsync(offerRef, by: world.Listing, stock: 100), quantity);
            world.Wants(offerRef, quantity, wants ?? ((_, _) => ["first_name", "last_name"]));
        }
        var made = await world.CheckedOutAsync(agent ?? world.Ann);
        foreach (var offerRef in offerRefs)
            await world.ReportAsync(made, world.Listing.Offer(offerRef), item => item, FulfilmentStatus.Processing);
        await world.ListsReadAsync(made);
        return made;
    }

    /// <summary>From now on the provider wants this of the persons of an offer.</summary>
    public static void Wants(this PortalWorld world, string offerRef, int persons, Func<string, int, IEnumerable<string>> wants)
    {
        var others = world.Listing.Keeps;
        world.Listing.Keeps = of => [new GuestSheet(offerRef, [.. Enumerable.Range(0, persons).Select(place => new GuestSlot($"{offerRef}-{place}", place == 0, new Dictionary<string, string>(),
            wants(offerRef, place).ToDictionary(field => field, _ => GuestDue.BeforeDownload)))]), .. others(of)];
    }

    /// <summary>The provider is asked what it wants now.</summary>
    public static async Task ListsReadAsync(this PortalWorld world, BookingMade made)
    {
        foreach (var id in await world.FulfilmentsAsync(made))
            Assert.True(await world.Get<ReadLateList>().RunAsync(Actor.Job("lists"), id, CancellationToken.None));
    }

    /// <summary>What is complete goes to the provider.</summary>
    public static async Task ListsSentAsync(this PortalWorld world, BookingMade made)
    {
        foreach (var id in await world.FulfilmentsAsync(made))
            await world.Get<SubmitGuests>().RunAsync(Actor.Job("lists"), id, CancellationToken.None);
    }

    public static async Task<IReadOnlyList<Guest>> GuestsAsync(this PortalWorld world, BookingMade made)
    {
        await using var db = world.Open();
        return await db.Guests.AsNoTracking().Where(g => g.Places.Any(p => db.Orders.Any(o => o.Id == p.CartLine!.OrderId && o.BookingId == made.BookingId))).OrderBy(g => g.Number).ToListAsync();
    }

    /// <summary>What is saved of a person.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> KnownAsync(this PortalWorld world, BookingMade made, int number) =>
        world.Get<GuestSeal>().Open((await world.GuestsAsync(made))[number - 1].SealedValues);

    public static Task<Answer<GuestLinkSent>> SendGuestsAsync(
        this PortalWorld world, BookingMade made, string to = "ada@example.org", Guid? guest = null, string language = "en", Guid? actionId = null, Actor? actor = null, GuestMailKind kind = GuestMailKind.First) =>
        world.Get<SendGuestLink>().RunAsync(actor ?? world.Ann, new GuestLinkToSend(actionId ?? Guid.NewGuid(), made.BookingId, guest, to, language, kind), CancellationToken.None);

    /// <summary>Sends what must be sent, as its mail would be rendered, and gives the token of its link.</summary>
    public static async Task<string> SentGuestsAsync(this PortalWorld world, BookingMade made, string to = "ada@example.org", Guid? guest = null, string language = "en", Actor? actor = null)
    {
        var sent = await world.SendGuestsAsync(made, to, guest, language, actor: actor);
        Assert.True(sent.IsYes, sent.Refusal?.ToString());
        return (await world.Get<MakeCustomerLink>().RunAsync(sent.Value.LinkId, CancellationToken.None))!;
    }

    public static Task<GuestPageView?> OpenedGuestsAsync(this PortalWorld world, string token) => world.Get<OpenGuestPage>().RunAsync(token, CancellationToken.None);

    public static Task<GuestTypedSaved?> TypedAsync(this PortalWorld world, string token, int number, string? pass, params (string Field, string Value)[] typed) =>
        world.Get<SaveGuestByLink>().RunAsync(token, new GuestTyped(number, typed.ToDictionary(t => t.Field, t => t.Value), pass), CancellationToken.None);

    public static Task<IReadOnlyList<OutboxMail>> OutboxAsync(this PortalWorld world) => SoldBooking.MailsAsync(world);

    private static async Task<IReadOnlyList<Guid>> FulfilmentsAsync(this PortalWorld world, BookingMade made)
    {
        await using var db = world.Open();
        return await db.Fulfilments.Where(f => f.Order!.BookingId == made.BookingId).Select(f => f.Id).ToListAsync();
    }
}
