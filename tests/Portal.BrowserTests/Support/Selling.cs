using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Sandbox.Xs2Event;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests.Support;

/// <summary>What an agent does on the way to a booking.</summary>
internal static partial class Selling
{
    /// <summary>Opens a sample's event and waits for its prices.</summary>
    public static async Task OpenEventAsync(this IPage page, PortalInBrowser portal, TicketSample sample, int seats = 2)
    {
        await page.GoAsync(await portal.EventAsync(sample, seats));
        await page.HoldButton().WaitForAsync();
    }

    /// <summary>The first offer's button on an event's page.</summary>
    public static ILocator HoldButton(this IPage page) => page.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Hold() }).First;

    /// <summary>Holds so many of a sample's first offer.</summary>
    public static async Task HoldAsync(this IPage page, PortalInBrowser portal, TicketSample sample, int seats = 2)
    {
        await page.OpenEventAsync(portal, sample, seats);
        await page.HoldButton().ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync($"{seats} tickets held");
    }

    /// <summary>Goes to the checkout of the current cart and presses its button.</summary>
    public static async Task BuyAsync(this IPage page)
    {
        await page.GoAsync("/cart");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Checkout" }).ClickAsync();
        await page.Button("Buy", exact: true).ClickAsync();
    }

    /// <summary>The reference of the booking whose page is shown.</summary>
    public static async Task<string> ReferenceAsync(this IPage page)
    {
        await Expect(page).ToHaveURLAsync(Booking());
        return new Uri(page.Url).Segments[^1];
    }

    [GeneratedRegex("/bookings/[^/?]+$")]
    private static partial Regex Booking();

    [GeneratedRegex(@"^Hold \d+ ×")]
    private static partial Regex Hold();
}
