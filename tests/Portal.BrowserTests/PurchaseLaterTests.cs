using Portal.BrowserTests.Support;
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
        var (page, before) = (await portal.VisitAsAsync(Jonas, "/"), Paid());
        await page.GoAsync($"/bookings/{await portal.BookTwoAsync(Jonas)}");
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
        Assert.Equal(before + 1, Paid());
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "purchase-later.png"), FullPage = true });

        await page.Button("Purchase all (1)").ClickAsync();
        await Expect(page.Locator("main td .state", new() { HasTextString = "Purchased" })).ToHaveCountAsync(2);
        await Expect(page.Locator(".panel-head .state").First).ToContainTextAsync("Purchased");
    });

    private int Paid() => portal.Sandbox.Ledger.Made("oneboxchannels", "order").Count(o => o.State == "PAID");
}
