using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>A sale without a mouse.</summary>
[Collection(SellingStories.Name)]
public sealed class KeyboardTests(PortalInBrowser portal)
{
    private const string Lucia = "lucia@sierra.example";

    [BrowserFact]
    public Task Everything_up_to_the_booking_is_done_with_keys() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Lucia);
        var page = await portal.VisitAsAsync(Lucia, "/");
        await page.UntilLiveAsync();
        var search = page.Locator("[data-top-search]");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(search).ToBeFocusedAsync();
        await search.BlurAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveValueAsync("");

        await page.Keyboard.TypeAsync(await portal.NameAsync(portal.Samples.SingleGuest));
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await page.HoldButton().WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await page.TabToAsync(page.HoldButton());
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".answer")).ToContainTextAsync("1 ticket held");
        await Expect(page.HoldButton()).ToBeFocusedAsync();

        await page.TabToAsync(page.Link("To the cart"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.State("Held")).ToBeVisibleAsync();

        // A question opens on its safe answer and gives the focus back.
        await page.TabToAsync(page.Button("Remove"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Keep", exact: true)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Remove")).ToBeFocusedAsync();

        await page.TabToAsync(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Checkout" }));
        await page.Keyboard.PressAsync("Enter");
        await page.Button("Buy", exact: true).WaitForAsync();
        await page.TabToAsync(page.Button("Buy", exact: true));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.State("Purchased")).ToBeVisibleAsync();
    });
}
