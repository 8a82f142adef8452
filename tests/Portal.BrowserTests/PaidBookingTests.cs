using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>A manager sets the rule; an agent records a part payment and the rest, and the job buys what was booked while the page is open.</summary>
[Collection(SellingStories.Name)]
public sealed class PaidBookingTests(PortalInBrowser portal)
{
    private const string Mila = "mila@kanal.example", Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task What_is_paid_in_full_is_bought_by_itself_and_the_open_page_follows() => portal.StoryAsync(async () =>
    {
        var reference = await portal.BookTwoAsync(Jonas);
        var manager = await portal.VisitAsAsync(Mila, "/");
        await SetRuleAsync(manager, "once the customer's payments cover");
        await Expect(manager.Locator("tbody tr", new() { HasTextString = reference })).ToContainTextAsync("bought by itself once it is paid");
        Assert.Equal("", string.Join('\n', await manager.ComplaintsAsync()));
        await PictureAsync(manager, "deadlines");

        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.GoAsync($"/bookings/{reference}");
        var money = page.Locator("#money");
        await Expect(money).ToContainTextAsync("Not paid");
        await page.GetByLabel("Amount, EUR").FillAsync("20");
        await page.GetByLabel("How", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Card" });
        await page.GetByLabel("Reference", new() { Exact = true }).FillAsync("slip 17");
        await page.Button("Record the payment").ClickAsync();
        await Expect(money).ToContainTextAsync("Paid in part");
        await Expect(money.Locator("tbody tr")).ToContainTextAsync("slip 17");
        await Expect(page.Locator("main td .state", new() { HasTextString = "Booked" })).ToHaveCountAsync(2);
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
        await PictureAsync(page, "booking-money");

        await page.Locator("button", new() { HasTextString = "All that is open" }).ClickAsync();
        await page.Button("Record the payment").ClickAsync();

        await Expect(page.Locator("main td .state", new() { HasTextString = "Purchased" })).ToHaveCountAsync(2, new() { Timeout = 40_000 });
        await Expect(money.Locator(".state")).ToContainTextAsync("Paid");
        await Expect(page.Locator("main .timeline")).ToContainTextAsync("The provider sold 2 places of the booking.");
        await SetRuleAsync(manager, "by hand only");
    });

    private static async Task SetRuleAsync(IPage manager, string words)
    {
        await manager.GoAsync("/deadlines");
        await manager.Locator(".fold > summary").ClickAsync();
        await manager.GetByLabel(words).CheckAsync();
        await manager.Button("Save the rule").ClickAsync();
        await Expect(manager.Locator(".fold")).ToContainTextAsync("Saved");
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is not { } folder)
            return;
        var size = page.ViewportSize!;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-dark.png"), FullPage = true });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(390, 844);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-390.png"), FullPage = true });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
