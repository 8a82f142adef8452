using Microsoft.Playwright;

namespace Portal.BrowserTests.Support;

internal static class PageExtensions
{
    /// <summary>Waits until clicks arrive: those made before the circuit is live are lost.</summary>
    public static async Task UntilLiveAsync(this IPage page) =>
        await page.Locator("[data-live='yes']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
}
