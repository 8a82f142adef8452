using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>The line to the portal breaks while somebody types.</summary>
[Collection(SellingStories.Name)]
public sealed class LostCircuitTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task A_lost_line_is_said_plainly_and_a_reload_lands_on_the_same_step_with_everything_typed() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.CutLinesOnDemandAsync();
        await page.HoldAsync(portal, portal.Samples.LeadPreCheckout);
        await page.GoAsync("/cart");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).ClickAsync();
        await page.GetByLabel("First name", new() { Exact = true }).FillAsync("Hedy");
        await page.GetByLabel("First name", new() { Exact = true }).PressAsync("Tab");
        await Expect(page.Locator(".saved")).ToBeVisibleAsync();
        var step = page.Url;

        await page.CutLineAsync();

        await Expect(page.GetByText("This page is out of touch with the portal.")).ToBeVisibleAsync();
        await page.GetByLabel("Last name", new() { Exact = true }).FillAsync("Lamarr");
        await page.MendLineAsync();
        await page.ReloadLiveAsync();

        Assert.Equal(step, page.Url);
        await Expect(page.GetByLabel("First name", new() { Exact = true })).ToHaveValueAsync("Hedy");
        await Expect(page.GetByLabel("Last name", new() { Exact = true })).ToHaveValueAsync("Lamarr");
        await Expect(page.GetByText("This page is out of touch with the portal.")).ToBeHiddenAsync();
        // What was typed while nothing arrived is saved now, for every other tab too.
        await Expect(page.Locator(".saved").First).ToBeVisibleAsync();
        var other = await page.Context.NewPageAsync();
        await other.GoAsync(new Uri(step).AbsolutePath);
        await Expect(other.GetByLabel("Last name", new() { Exact = true })).ToHaveValueAsync("Lamarr");
    });

    [BrowserFact]
    public Task A_line_that_comes_back_by_itself_goes_on_where_it_was() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.CutLinesOnDemandAsync();
        await page.HoldAsync(portal, portal.Samples.LeadPreDownload);
        await page.GoAsync("/cart");

        await page.CutLineAsync();
        await Expect(page.GetByText("This page is out of touch with the portal.")).ToBeVisibleAsync();
        await page.MendLineAsync();

        await Expect(page.GetByText("This page is out of touch with the portal.")).ToBeHiddenAsync(new() { Timeout = 15_000 });
        await page.Button("Remove").ClickAsync();
        await Expect(page.Button("Take out")).ToBeVisibleAsync();
    });
}
