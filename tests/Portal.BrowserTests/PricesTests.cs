using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>What is decided from the admin's chair is what the agent is quoted next, and nothing that was quoted before.</summary>
[Collection(PlainStories.Name)]
public sealed partial class PricesTests(PortalInBrowser portal)
{
    private const string Admin = "admin@portal.example", Lucia = "lucia@sierra.example", Carlos = "carlos@sierra.example";

    [BrowserFact]
    public Task A_hold_freezes_rate_and_markup_and_cart_and_booking_keep_them() => portal.StoryAsync(async () =>
    {
        var sample = portal.Samples.NoGuests;
        var admin = await portal.VisitAsAsync(Admin, "/");
        await admin.GoAsync("/");
        await admin.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Prices" }).ClickAsync();
        await EnterAsync(admin, sample.Currency, "1.25");
        await MarkUpAsync(admin, "10");

        var agent = await portal.VisitAsAsync(Lucia, "/");
        await agent.HoldAsync(portal, sample);
        await agent.GoAsync("/cart");
        var total = agent.Locator(".summary .totals .lead");
        await Expect(total).ToContainTextAsync("€");
        var frozen = await total.InnerTextAsync();

        await MarkUpAsync(admin, "40");
        if (sample.Currency != "EUR")
            await EnterAsync(admin, sample.Currency, "1.30");
        await agent.GoAsync("/cart");
        await Expect(total).ToHaveTextAsync(frozen);
        await agent.OpenEventAsync(portal, sample);
        await Expect(agent.Locator(".offers .strong.num").First).Not.ToContainTextAsync(frozen);
        await agent.BuyAsync();
        await agent.ReferenceAsync();
        await Expect(agent.Locator(".page-head .num .strong").First).ToHaveTextAsync(frozen);

        await admin.GoAsync("/prices");
        await Expect(admin.Locator(".timeline")).ToContainTextAsync("a markup of 40 % for Sierra Trips, XS2Event");
        await RemoveAsync(admin);
    });

    [BrowserFact]
    public Task A_customer_at_the_screen_reads_no_net_on_any_page_also_after_a_reload() => portal.StoryAsync(async () =>
    {
        var page = await portal.VisitAsAsync(Carlos, "/");
        await page.HoldAsync(portal, portal.Samples.NoGuests);
        await Expect(page.Locator(".offers .build-up").First).ToBeVisibleAsync();

        await page.Button("Customer view").ClickAsync();
        // The dock is no part of the page that was switched, and hides it too.
        await Expect(page.Locator(".build-up")).ToHaveCountAsync(0);
        await Expect(page.Locator(".dock-slot")).Not.ToContainTextAsync(Net());
        foreach (var address in new[] { "/", "/search", await portal.EventAsync(portal.Samples.NoGuests), "/cart", "/bookings", "/reports" })
        {
            await page.GoAsync(address);
            await Expect(page.Locator("main h1").First).ToBeVisibleAsync();
            await Expect(page.Locator("body")).Not.ToContainTextAsync(Net());
            await Expect(page.Locator("main")).Not.ToContainTextAsync("margin");
        }
        await page.GoAsync("/invoices");
        await Expect(page.Locator("main")).ToContainTextAsync("Not while a customer looks on");
        await page.Button("Customer view").ClickAsync();
    });

    [BrowserFact]
    public Task The_page_is_for_everybody_s_eyes_and_hands_and_for_admins_alone() => portal.StoryAsync(async () =>
    {
        var agent = await portal.VisitAsAsync(Lucia, "/");
        await agent.GotoAsync("/prices");
        await Expect(agent.Link("Prices")).ToHaveCountAsync(0);
        Assert.DoesNotContain("/prices", new Uri(agent.Url).AbsolutePath);

        var complaints = new List<string>();
        foreach (var (width, look) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await portal.VisitAsAsync(Admin, "/", width, 844, look);
            await page.GoAsync("/prices");
            await page.Button("Add a rule").ClickAsync();
            await Expect(page.Locator(".rule-form [role=status]")).Not.ToContainTextAsync("Counting");
            complaints.AddRange(await page.ComplaintsAsync());
            if (await page.WidthAsync() is var needed && needed > width)
                complaints.Add($"/prices needs {needed} px at {width}.");
        }
        Assert.Empty(complaints);
    });

    [GeneratedRegex(@"\bnet\s+[€£$\d]")]
    private static partial Regex Net();

    private static async Task EnterAsync(IPage admin, string from, string rate)
    {
        if (from == "EUR")
            return;
        await admin.GoAsync("/prices");
        await admin.GetByLabel("One", new() { Exact = true }).FillAsync(from);
        await admin.GetByLabel("in", new() { Exact = true }).Last.FillAsync("EUR");
        await admin.GetByLabel("costs", new() { Exact = true }).FillAsync(rate);
        await admin.Keyboard.PressAsync("Tab");
        await Expect(admin.Locator("form[aria-labelledby=one-rate] [role=status]")).ToContainTextAsync("moves by");
        await admin.Button("Enter it").ClickAsync();
        await Expect(admin.Locator(".note.good")).ToContainTextAsync($"Entered: 1 {from}");
    }

    private static async Task MarkUpAsync(IPage admin, string percent)
    {
        await admin.GoAsync("/prices");
        var change = admin.GetByRole(AriaRole.Button, new() { Name = "Change the markup for Sierra Trips, XS2Event", Exact = true });
        await Expect(admin.Button("Add a rule")).ToBeVisibleAsync();
        if (await change.CountAsync() > 0)
            await change.ClickAsync();
        else
        {
            await admin.Button("Add a rule").ClickAsync();
            await admin.Locator("#rule-agency").SelectOptionAsync("Sierra Trips");
            await admin.Locator("#rule-provider").SelectOptionAsync("XS2Event");
        }
        await admin.GetByLabel("Percent").FillAsync(percent);
        await admin.Keyboard.PressAsync("Tab");
        await Expect(admin.Locator(".rule-form [role=status]")).Not.ToContainTextAsync("Counting");
        await admin.Button("Save the rule").ClickAsync();
        await Expect(admin.Locator(".note.good")).ToContainTextAsync("Saved.");
    }

    private static async Task RemoveAsync(IPage admin)
    {
        await admin.GetByRole(AriaRole.Button, new() { Name = "Remove the markup for Sierra Trips, XS2Event" }).ClickAsync();
        await admin.Button("Remove it").ClickAsync();
        await Expect(admin.Locator(".note.good")).ToContainTextAsync("Removed.");
    }
}
