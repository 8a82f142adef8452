using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.BrowserTests.Support;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Enablement;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>Two places booked at Onebox Channels: one is bought on the booking's page, the other stays booked until it is bought too.</summary>
[Collection(SellingStories.Name)]
public sealed class PurchaseLaterTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task One_of_two_booked_places_is_bought_and_the_other_stays_booked() => portal.StoryAsync(async () =>
    {
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.GoAsync($"/bookings/{await BookTwoAsync()}");
        await Expect(page.GetByText("is told that")).ToContainTextAsync("paid in full");
        await Expect(page.Locator("main td .state", new() { HasTextString = "Booked" })).ToHaveCountAsync(2);
        await Expect(page.Locator("main td", new() { HasTextString = "kept until" })).ToHaveCountAsync(2);
        await Expect(page.Locator("main")).ToContainTextAsync("takes nothing back through this portal");

        await page.Locator("main td input[type=checkbox]").First.CheckAsync();
        await Expect(page.Button("Purchase chosen (1)")).ToBeVisibleAsync();
        await Expect(page.Locator(".later-acts")).ToContainTextAsync("1 place stays booked");
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
        await page.Button("Purchase chosen (1)").ClickAsync();

        await Expect(page.Locator("main td .state", new() { HasTextString = "Purchased" })).ToHaveCountAsync(1);
        await Expect(page.Locator("main td .state", new() { HasTextString = "Booked" })).ToHaveCountAsync(1);
        await Expect(page.Locator(".panel-head").First).ToContainTextAsync("1 booked, 1 purchased");
        await Expect(page.Locator("main .timeline")).ToContainTextAsync("The provider sold 1 place of the booking.");
        Assert.Single(portal.Sandbox.Ledger.Made("oneboxchannels", "order"), o => o.State == "PAID");
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "purchase-later.png"), FullPage = true });

        await page.Button("Purchase all (1)").ClickAsync();
        await Expect(page.Locator("main td .state", new() { HasTextString = "Purchased" })).ToHaveCountAsync(2);
        await Expect(page.Locator(".panel-head .state").First).ToContainTextAsync("Purchased");
    });

    /// <returns>The booking's reference.</returns>
    private async Task<string> BookTwoAsync()
    {
        var sample = portal.Sandbox.OneboxChannels.Samples.Arena;
        var cart = await portal.FreshCartAsync(Jonas);
        var (user, session) = (await portal.ReadAsync(db => db.Users.SingleAsync(u => u.Email == Jonas)), await portal.ReadAsync(db => db.Sessions.Where(s => s.ProviderRef == $"{sample.SessionId}" && s.Event!.Connection!.ProviderKind == "OneboxChannels").Select(s => s.Id).SingleAsync()));
        await portal.ReadAsync(async db =>
        {
            var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Later", BookingOn = true };
            db.Add(channel);
            await db.SaveChangesAsync();
            await db.Connections.Where(c => c.ProviderKind == "OneboxChannels" && c.ChannelId == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.ChannelId, channel.Id));
            await db.Channels.Where(c => db.Connections.Any(n => n.ProviderKind == "OneboxChannels" && n.ChannelId == c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.BookingOn, true));
            return await db.Promoters.Where(p => db.Sessions.Any(s => s.Id == session && s.Event!.PromoterId == p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, true));
        });
        var agent = Actor.Agent(user.Id, user.AgencyId!.Value, user.DisplayName);
        var added = await portal.Services.GetRequiredService<AddToCart>().RunAsync(
            agent, new AddToCartRequest(Guid.NewGuid(), session, $"{sample.SessionId}.z{sample.OfferId}", 2, SaleMode.Book, new Money(sample.Price, sample.Currency)), CancellationToken.None);
        Assert.True(added.Value?.Hold?.State == HoldState.Held, $"{added.Refusal} {added.Value?.ProblemDetail}");
        foreach (var (field, value) in new[] { (BuyerField.FirstName, "Ada"), (BuyerField.LastName, "Byron"), (BuyerField.Email, "ada@guests.example"), (BuyerField.Phone, "+34600111222") })
            await portal.Services.GetRequiredService<NoteBuyer>().RunAsync(agent, cart, field, value, CancellationToken.None);
        var booked = await portal.Services.GetRequiredService<CheckOutCart>().RunAsync(agent, new CheckOutRequest(Guid.NewGuid(), cart, "The Byrons", OnOpenAnswer.GoOn), CancellationToken.None);
        Assert.True(booked.IsYes, booked.Refusal?.ToString());
        await Until.TrueAsync(() => portal.ReadAsync(db => db.Items.Where(i => i.Order!.BookingId == booked.Value!.BookingId).AllAsync(i => i.ProviderRef != null)), "the places were read back");
        return booked.Value!.Reference;
    }
}
