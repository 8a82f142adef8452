using Microsoft.Playwright;
using Portal.BrowserTests.Support;

namespace Portal.BrowserTests;

public sealed class ChromiumTests
{
    [BrowserFact(saysWhy: true)]
    public async Task Chromium_is_here()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);

        Assert.True(browser.IsConnected);
    }
}
