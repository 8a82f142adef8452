using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

[Collection(PlainStories.Name)]
public sealed class SignOutTests(PortalInBrowser portal)
{
    [BrowserFact]
    public async Task One_signs_out_from_any_page_by_the_menu()
    {
        var page = await portal.VisitAsAsync("jonas@kanal.example", "/");
        await page.UntilLiveAsync();

        await page.Locator("summary[aria-label^='Account of']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page.GetByText("You are signed out")).ToBeVisibleAsync();
        await page.GotoAsync("/account");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));
    }
}
