using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>The whole way of one booking, from an agent's sign-in to the ticket.</summary>
[Collection(SellingStories.Name)]
public sealed partial class JourneyTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task An_agent_searches_holds_names_the_guests_buys_and_gets_the_tickets() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.UntilLiveAsync();

        await SearchAsync(page);
        await HoldTwoLinesAsync(page);
        await NameGuestsAsync(page);
        var reference = await BuyAsync(page);
        await GetTicketsAsync(page);
        await FindAgainAsync(page, reference);
    });

    private async Task SearchAsync(IPage page)
    {
        var name = await portal.NameAsync(portal.Samples.MixedGuests);
        await page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "Search" }).ClickAsync();
        await page.GetByLabel("What", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("City", new() { Exact = true }).SelectOptionAsync("Rotterdam");
        await Expect(page).ToHaveURLAsync(new Regex("q=.*city=Rotterdam"));

        // The address holds the question: a colleague who opens it sees the same.
        var colleague = await portal.VisitAsAsync("mila@kanal.example", new Uri(page.Url).PathAndQuery);
        await Expect(colleague.GetByLabel("What", new() { Exact = true })).ToHaveValueAsync(name);
        await Expect(colleague.GetByRole(AriaRole.Link, new() { Name = name }).First).ToBeVisibleAsync();

        await page.ReloadLiveAsync();
        await Expect(page.GetByLabel("What", new() { Exact = true })).ToHaveValueAsync(name);
        await page.GetByLabel("Tickets", new() { Exact = true }).FillAsync("2");
        await page.GetByLabel("Tickets", new() { Exact = true }).PressAsync("Tab");
        await Expect(page).ToHaveURLAsync(new Regex("seats=2"));
        await page.Locator("main a[href*='seats=2']", new() { HasTextString = name }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    private async Task HoldTwoLinesAsync(IPage page)
    {
        await Expect(page.Locator(".offers")).ToContainTextAsync("Lead guest");
        await page.OpenEventAsync(portal, portal.Samples.MixedGuests);
        await page.HoldButton().ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("2 tickets held");
        await Expect(page.Locator(".answer portal-clock")).ToBeVisibleAsync();

        // The rule is said before the click, and an odd number is answered with the nearest even one.
        await page.OpenEventAsync(portal, portal.Samples.PairsOnly);
        await Expect(page.Locator(".offers")).ToContainTextAsync("In pairs only");
        var howMany = page.GetByRole(AriaRole.Spinbutton).First;
        await howMany.FillAsync("3");
        await howMany.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("choose an even number");
        await page.Button("Take 2").ClickAsync();
        await page.HoldButton().ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("2 tickets held");

        await page.Link("To the cart").ClickAsync();
        await Expect(page.GetByText("4 tickets held.")).ToBeVisibleAsync();
        await Expect(page.Locator("main portal-clock").First).ToBeVisibleAsync();
    }

    private static async Task NameGuestsAsync(IPage page)
    {
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).ClickAsync();
        await Expect(page.GetByText("Lead guest").First).ToBeVisibleAsync();
        await TypeAsync(page, "First name", "Ada");
        await TypeAsync(page, "Last name", "Byronsdottir");
        await TypeAsync(page, "E-mail", "ada@");
        await Expect(Field(page, "E-mail")).ToContainTextAsync("is not an e-mail address");
        await TypeAsync(page, "E-mail", "ada@example.org");
        // Good enough for the portal, not for this provider: its refusal stands next to the field.
        await TypeAsync(page, "Phone", "020 123 4567");

        await page.ReloadLiveAsync();
        await Expect(page.GetByLabel("Last name", new() { Exact = true }).First).ToHaveValueAsync("Byronsdottir");
        await Expect(page.GetByLabel("E-mail", new() { Exact = true }).First).ToHaveValueAsync("ada@example.org");

        await page.Button("Continue to checkout").ClickAsync();
        await Expect(page.GetByText("does not accept the guest data as they are")).ToBeVisibleAsync();
        await Expect(Field(page, "Phone").Locator(".fault")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Phone", new() { Exact = true }).First).ToBeFocusedAsync();
        await TypeAsync(page, "Phone", "+31 20 123 4567");
        await page.Button("Continue to checkout").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/checkout$"));
    }

    private static async Task<string> BuyAsync(IPage page)
    {
        await Expect(page.GetByText("cannot be undone here")).ToBeVisibleAsync();
        await page.GetByLabel("What you call the customer").FillAsync("The Byrons");
        await page.GetByLabel("What you call the customer").PressAsync("Tab");
        await page.Button("Buy", exact: true).ClickAsync();
        var reference = await page.ReferenceAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = reference })).ToBeVisibleAsync();
        await Expect(page.State("Purchased")).ToBeVisibleAsync();
        await Expect(page.GetByText("The Byrons")).ToBeVisibleAsync();
        return reference;
    }

    private async Task GetTicketsAsync(IPage page)
    {
        portal.Sandbox.Clock.Advance(portal.Sandbox.Xs2Event.Options.CompletionDelay);
        await page.Button("Ask XS2Event how it stands").ClickAsync();

        var ticket = page.Locator("main td a[download]").First;
        await ticket.WaitForAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => ticket.ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        await using var file = await download.CreateReadStreamAsync();
        var head = new byte[5];
        await file.ReadExactlyAsync(head);
        Assert.Equal("%PDF-"u8.ToArray(), head);
    }

    private static async Task FindAgainAsync(IPage page, string reference)
    {
        var codes = await page.Locator("code.code-name").AllInnerTextsAsync();
        var code = Assert.Single(codes, c => Code().IsMatch(c));
        await page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "Bookings" }).ClickAsync();
        foreach (var wanted in (string[])["Byronsdottir", code])
        {
            await page.GetByLabel("Reference, provider's code, guest or event").FillAsync(wanted);
            await Expect(page).ToHaveURLAsync(new Regex(wanted, RegexOptions.IgnoreCase));
            await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
            await Expect(page.Locator("tbody tr")).ToContainTextAsync(reference);
        }
        await page.Link(reference, exact: true).ClickAsync();
        await Expect(page.State("Purchased")).ToBeVisibleAsync();
    }

    private static ILocator Field(IPage page, string label) => page.Locator(".field", new() { Has = page.GetByLabel(label, new() { Exact = true }) }).First;

    private static async Task TypeAsync(IPage page, string label, string value)
    {
        var input = page.GetByLabel(label, new() { Exact = true }).First;
        await input.FillAsync(value);
        await input.PressAsync("Tab");
        await Expect(Field(page, label).Locator(".fault, .saved")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^[A-Z0-9]{6}$")]
    private static partial Regex Code();
}
