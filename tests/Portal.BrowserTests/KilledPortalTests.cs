using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>The portal is killed between asking and recording, and started again on the same database.</summary>
public sealed class KilledPortalTests : IAsyncLifetime
{
    private const string Password = "a ticket for everyone";
    private readonly string folder = Directory.CreateTempSubdirectory("portal-").FullName;
    private readonly Browsing browsing = new();
    private SandboxServer? sandbox;
    private PortalProcess? portal;

    public async Task InitializeAsync()
    {
        if (!Chromium.IsHere && !Chromium.IsRequired)
            return;
        sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        portal = new PortalProcess(sandbox.BaseUrl, $"Data Source={folder}/portal.db", new Dictionary<string, string>
        {
            ["Demo__Password"] = Password,
            // A claim outlives the longest call: short calls let the story end soon.
            ["Connections__XS2Event__CallBudgetSeconds"] = "5",
            ["Connections__XS2Event__SettleSeconds"] = "2",
        });
        await portal.StartAsync();
        await browsing.StartAsync(portal.Address, Password);
    }

    [BrowserFact]
    public Task A_booking_whose_portal_is_killed_is_looked_up_by_the_next_one_and_made_once() => browsing.StoryAsync(async () =>
    {
        var page = await browsing.VisitAsAsync("jonas@kanal.example", "/search", 1280, 900, ColorScheme.Light);
        await OpenAsync(page, sandbox!.Xs2Event.Samples.NoGuests);
        await page.HoldButton().ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("2 tickets held");
        sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.SilentAfter) { Silence = Silence.Hang });
        var asked = sandbox.Ledger.NextCallOf("xs2event/booking.create");

        await page.BuyAsync();
        await asked;
        await portal!.KillAsync();
        await Expect(page.GetByText("This page is out of touch with the portal.")).ToBeVisibleAsync();
        await portal.StartAsync();

        // The page that was out of touch draws itself anew by itself; the story goes on in another, so that the two do not meet.
        await page.CloseAsync();
        page = await browsing.VisitAsAsync("jonas@kanal.example", "/bookings", 1280, 900, ColorScheme.Light);
        await page.Locator("tbody th a").ClickAsync();
        await Expect(page.Locator("main .state").First).ToHaveTextAsync(new Regex("Checking|Unknown"));
        await Expect(page.Locator("main")).ToContainTextAsync(new Regex("is being asked|it is being looked up"));
        await Expect(page.State("Purchased")).ToBeVisibleAsync(new() { Timeout = 45_000 });
        await Expect(page.Locator("main")).ToContainTextAsync("The portal stopped while the provider was being asked.");
        Assert.Single(sandbox.Ledger.Made("xs2event", "booking"));
        Assert.Single(sandbox.Ledger.CallsOf("xs2event/booking.create"));
    }, nameof(A_booking_whose_portal_is_killed_is_looked_up_by_the_next_one_and_made_once));

    public async Task DisposeAsync()
    {
        await browsing.DisposeAsync();
        if (portal is not null)
            await portal.DisposeAsync();
        if (sandbox is not null)
            await sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // A new portal reads the catalogue first: the search shows the event once it is there.
    private async Task OpenAsync(IPage page, TicketSample sample)
    {
        var wanted = page.Locator("tbody th a", new() { HasTextString = await NameAsync(sample) });
        await Until.TrueAsync(async () =>
        {
            await page.GoAsync($"/search?city=Rotterdam&seats=2&q={Uri.EscapeDataString(await NameAsync(sample))}");
            await page.Locator("main table, main .empty").First.WaitForAsync();
            return await wanted.CountAsync() > 0;
        }, "the catalogue was read");
        await wanted.First.ClickAsync();
        await page.HoldButton().WaitForAsync();
    }

    private async Task<string> NameAsync(TicketSample sample)
    {
        using var asker = new HttpClient { BaseAddress = sandbox!.BaseUrl };
        asker.DefaultRequestHeaders.Add("X-Api-Key", Xs2EventOptions.DemoKey);
        using var told = JsonDocument.Parse(await asker.GetStringAsync(new Uri($"v1/events/{sample.EventId}", UriKind.Relative)));
        return told.RootElement.GetProperty("event_name").GetString()!;
    }
}
