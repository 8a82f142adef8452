using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Sandbox;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>A mail that did not go out, seen and put right by the agency's manager.</summary>
[Collection(SellingStories.Name)]
public sealed partial class MailsTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example", Mila = "mila@kanal.example", Lucia = "lucia@sierra.example";

    [BrowserFact]
    public Task A_mail_that_its_server_refused_is_found_by_the_manager_tried_again_and_arrives() => portal.StoryAsync(async () =>
    {
        portal.Sandbox.Scenarios.Add(new Scenario("smtp/rcpt", ScenarioKind.Unauthorized) { Match = "hedy@guests.example" });
        await portal.FreshCartAsync(Jonas);
        var agent = await portal.VisitAsAsync(Jonas, "/");
        await agent.HoldAsync(portal, portal.Samples.HugeStock);
        await agent.BuyAsync();
        await Expect(agent.State("Purchased")).ToBeVisibleAsync();
        var reference = await agent.ReferenceAsync();
        await agent.GetByLabel("E-mail address").FillAsync("hedy@guests.example");
        await agent.Button("Send tickets").ClickAsync();

        var manager = await portal.VisitAsAsync(Mila, "/");
        await manager.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Mails" }).ClickAsync();
        await manager.Button("Failed").ClickAsync();
        var row = manager.Locator("tr", new() { HasTextString = reference });
        await Expect(row).ToContainTextAsync("The mail server refused the address (550).");
        await Expect(row).ToContainTextAsync("h…@g….example");
        await LookAsync(manager, "mails-failed");

        await row.GetByRole(AriaRole.Button, new() { NameRegex = Again() }).ClickAsync();
        await Expect(manager.Locator("main [role=status]")).ToContainTextAsync("is tried again now");
        await manager.Button("Sent", exact: true).ClickAsync();
        await Expect(row.Locator(".state")).ToHaveTextAsync("Sent");
        await LookAsync(manager, "mails-sent");
        Assert.Single(portal.Sandbox.Mailbox.To("hedy@guests.example"));

        await row.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
        await Expect(manager.Locator("main .timeline")).ToContainTextAsync("The mail 'Tickets for the customer' to h…@g….example is tried again.");
        var other = await portal.VisitAsAsync(Lucia, "/mails");
        await Expect(other.Locator("main")).Not.ToContainTextAsync(reference);
    });

    private static async Task LookAsync(IPage page, string name)
    {
        foreach (var (width, look) in new[] { (390, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = look });
            Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
            Assert.InRange(await page.WidthAsync(), 1, width);
            if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }

    [GeneratedRegex("^Try again")]
    private static partial Regex Again();
}
