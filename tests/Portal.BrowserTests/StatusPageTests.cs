using Deque.AxeCore.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

public sealed class StatusPageTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [BrowserFact]
    public async Task A_click_reaches_the_server_and_its_answer_the_page()
    {
        var page = await portal.VisitAsAsync("jonas@kanal.example", "/status");
        await page.UntilLiveAsync();

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();

        await Expect(page.Locator("[data-answers]")).ToHaveTextAsync("1");
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_to_complain_about()
    {
        var page = await portal.VisitAsAsync("jonas@kanal.example", "/status");
        await page.UntilLiveAsync();

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
    }
}
