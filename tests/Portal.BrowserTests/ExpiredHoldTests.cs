using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>A hold that runs out before it is bought.</summary>
[Collection(SellingStories.Name)]
public sealed class ExpiredHoldTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task A_hold_runs_out_the_page_says_so_and_one_click_holds_again_with_the_names() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.HoldAsync(portal, portal.Samples.LeadPreCheckout);
        await page.GoAsync("/cart");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).ClickAsync();
        await page.GetByLabel("First name", new() { Exact = true }).FillAsync("Grace");
        await page.GetByLabel("First name", new() { Exact = true }).PressAsync("Tab");
        await Expect(page.Locator(".saved")).ToBeVisibleAsync();
        await page.Link("back to the cart").ClickAsync();
        await Expect(page.State("Held")).ToBeVisibleAsync();

        portal.Sandbox.Clock.Advance(TimeSpan.FromMinutes(10));

        // Nobody reloads: the page finds out by itself.
        await Expect(page.GetByText("Your hold ran out at")).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing was booked or charged. The names are kept.")).ToBeVisibleAsync();
        await Expect(page.State("Expired")).ToBeVisibleAsync();
        await Expect(page.Locator("section.lapsed")).ToBeVisibleAsync();

        await page.Button("Hold again").ClickAsync();

        await Expect(page.State("Held")).ToBeVisibleAsync();
        await Expect(page.GetByText("2 tickets held.")).ToBeVisibleAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).ClickAsync();
        await Expect(page.GetByLabel("First name", new() { Exact = true })).ToHaveValueAsync("Grace");
    });
}
