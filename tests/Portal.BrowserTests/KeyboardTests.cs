using System.Text.RegularExpressions;
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

        var name = await portal.NameAsync(portal.Samples.SingleGuest);
        await page.Keyboard.TypeAsync(name);
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync(name);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await page.HoldButton().WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await page.TabToAsync(page.HoldButton());
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".answer")).ToContainTextAsync("1 ticket held");
        await Expect(page.HoldButton()).ToBeFocusedAsync();

        await page.TabToAsync(page.Link("To the cart"));
        await page.Keyboard.PressAsync("Enter");
        await ArrivedAsync("/cart$");
        await Expect(page.State("Held")).ToBeVisibleAsync();

        // A question opens on its safe answer and gives the focus back.
        await page.TabToAsync(page.Button("Remove"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Keep", exact: true)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Remove")).ToBeFocusedAsync();

        await page.TabToAsync(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Checkout" }));
        await page.Keyboard.PressAsync("Enter");
        await ArrivedAsync("/checkout$");
        await page.Button("Buy", exact: true).WaitForAsync();
        await page.TabToAsync(page.Button("Buy", exact: true));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.State("Purchased")).ToBeVisibleAsync();

        // A new page takes the focus once it is drawn; keys pressed before that are taken away again.
        async Task ArrivedAsync(string address)
        {
            await Expect(page).ToHaveURLAsync(new Regex(address));
            await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        }
    });
}
