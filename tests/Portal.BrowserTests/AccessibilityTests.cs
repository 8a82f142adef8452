using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Sandbox;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>axe on every page, light and dark, on a desk and on a phone; and no page wider than the phone.</summary>
[Collection(PlainStories.Name)]
public sealed class AccessibilityTests(PortalInBrowser portal)
{
    private const string Mila = "mila@kanal.example", Lucia = "lucia@sierra.example";
    private static readonly string[] Signing = ["/account/sign-in", "/account/forgot-password", "/account/choose-password?person=x&token=y"];
    private static readonly string[] Accounts = ["/account", "/account/password", "/account/two-factor", "/account/passkeys", "/account/sign-out"];
    private static readonly string[] Desk = ["/", "/search", "/search?q=nothing-is-called-so", "/bookings", "/guests", "/guests?is=all", "/deadlines", "/people", "/cart", "/not-found", "/bookings/NOSUCH", "/agency", "/invoices", "/invoices/NOSUCH", "/reports", "/reports?by=time", "/mails", "/mails?state=failed"];

    [BrowserFact]
    public Task Account_pages() => portal.StoryAsync(async () =>
    {
        var complaints = new List<string>();
        foreach (var look in Looks)
        {
            await LookAllAsync(await OpenAsync(null, look), Signing, complaints);
            await LookAllAsync(await OpenAsync(Mila, look), Accounts, complaints);
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    });

    [BrowserFact]
    public Task Desk_pages() => portal.StoryAsync(async () =>
    {
        var complaints = new List<string>();
        foreach (var look in Looks)
        {
            var page = await OpenAsync(Mila, look);
            foreach (var path in Desk)
            {
                await page.GoAsync(path);
                await LookAsync(page, complaints);
            }
            await page.GoAsync("/search");
            await page.Locator("[data-top-search]").FillAsync("rotterdam");
            await page.GetByRole(AriaRole.Option).First.WaitForAsync();
            await LookAsync(page, complaints);
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    });

    [BrowserFact]
    public Task Selling_pages() => portal.StoryAsync(async () =>
    {
        var complaints = new List<string>();
        await portal.FreshCartAsync(Lucia);
        var agent = await OpenAsync(Lucia, Looks[0]);
        await agent.HoldAsync(portal, portal.Samples.MixedGuests);
        await LookAllWaysAsync(agent, complaints);
        // A second line waits for a choice, a third is silent.
        await agent.OpenEventAsync(portal, portal.Samples.OneGuestPerGroup, 4);
        portal.Sandbox.Scenarios.Add(new Scenario("xs2event/*", ScenarioKind.SoldOut) { Left = 3, Match = portal.Samples.OneGuestPerGroup.TicketId });
        await agent.HoldButton().ClickAsync();
        await Expect(agent.Locator(".answer")).ToContainTextAsync("left");
        await LookAllWaysAsync(agent, complaints);
        await agent.GoAsync("/cart");
        await Expect(agent.Locator(".line-more").First).ToBeVisibleAsync();
        await LookAllWaysAsync(agent, complaints);
        await agent.GoAsync(new Uri(agent.Url).AbsolutePath);
        await agent.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).ClickAsync();
        await agent.Button("Continue to checkout").ClickAsync();
        await Expect(agent.Locator(".fault").First).ToBeVisibleAsync();
        await LookAllWaysAsync(agent, complaints);
        await agent.GoAsync("/");
        await LookAllWaysAsync(agent, complaints);
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    });

    [BrowserFact]
    public Task Booking_pages() => portal.StoryAsync(async () =>
    {
        var complaints = new List<string>();
        await portal.FreshCartAsync(Lucia);
        var agent = await OpenAsync(Lucia, Looks[0]);
        await agent.HoldAsync(portal, portal.Samples.AllPreDownload);
        await agent.GoAsync("/cart");
        await LookAllWaysAsync(agent, complaints);
        await agent.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Checkout" }).ClickAsync();
        await agent.Button("Buy", exact: true).WaitForAsync();
        await LookAllWaysAsync(agent, complaints);
        await agent.Button("Buy", exact: true).ClickAsync();
        await Expect(agent.State("Purchased")).ToBeVisibleAsync();
        await LookAllWaysAsync(agent, complaints);
        await agent.Link("Fill in guest data").Or(agent.Link("See guest data")).First.ClickAsync();
        await Expect(agent.GetByLabel("First name").First).ToBeVisibleAsync();
        await LookAllWaysAsync(agent, complaints);
        await agent.GoAsync("/bookings");
        await LookAllWaysAsync(agent, complaints);
        await agent.GoAsync("/guests?is=all");
        await LookAllWaysAsync(agent, complaints);
        await agent.GoAsync("/");
        await LookAllWaysAsync(agent, complaints);
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    });

    [BrowserFact]
    public Task Choosing_checkout_and_a_booking_of_several_providers() => portal.StoryAsync(async () =>
    {
        var complaints = new List<string>();
        await portal.FreshCartAsync(Lucia);
        var agent = await OpenAsync(Lucia, Looks[0]);
        await agent.GoAsync("/search");
        await agent.FindAsync("La gaviota de papel");
        await agent.GetByText("Choose from a list").ClickAsync();
        await LookAllWaysAsync(agent, complaints);
        await agent.SetViewportSizeAsync(Looks[0].Width, 844);
        await agent.HoldTwoSeatsAsync();
        await LookAllWaysAsync(agent, complaints);

        await agent.FindAsync("St Alban's Clock Tower – climb");
        await agent.Locator(".persons").GetByRole(AriaRole.Button, new() { Name = "Hold", Exact = true }).ClickAsync();
        await Expect(agent.Locator(".persons .answer").First).ToContainTextAsync("held");
        await LookAllWaysAsync(agent, complaints);

        await agent.FillCheckoutAsync();
        await agent.GetByText("More that may be told").ClickAsync();
        await LookAllWaysAsync(agent, complaints);
        await agent.Button("Buy", exact: true).ClickAsync();
        await Expect(agent.Locator(".strip .state", new() { HasTextString = "Purchased" })).ToHaveCountAsync(2);
        await agent.Locator(".timeline-fold > summary").First.ClickAsync();
        await LookAllWaysAsync(agent, complaints);

        var admin = await OpenAsync("admin@portal.example", Looks[0]);
        await admin.GoAsync("/enablement");
        await Expect(admin.GetByRole(AriaRole.Switch).First).ToBeVisibleAsync();
        await LookAllWaysAsync(admin, complaints);
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    });

    [BrowserFact]
    public Task Pages_of_the_sandbox() => portal.StoryAsync(async () =>
    {
        var complaints = new List<string>();
        var stranger = await portal.VisitAsync("/account/forgot-password");
        await stranger.GetByLabel("E-mail address").FillAsync(Mila);
        await stranger.GetByRole(AriaRole.Button).First.ClickAsync();
        await Until.TrueAsync(() => portal.Sandbox.Mailbox.Letters.Count > 0, "the mail was there");
        string[] paths = ["sandbox", "sandbox/xs2event", "sandbox/eguma", "sandbox/oneboxchannels", "sandbox/onebox-distribution", "sandbox/secutix", "mailbox", $"mailbox/{portal.Sandbox.Mailbox.Letters[0].Id}"];
        foreach (var look in Looks)
        {
            var page = await OpenAsync(null, look);
            await LookAllAsync(page, [.. paths.Select(path => $"{portal.Sandbox.BaseUrl}{path}")], complaints);
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    });

    private sealed record Look(int Width, ColorScheme Scheme);

    private static readonly Look[] Looks = [new(1280, ColorScheme.Light), new(390, ColorScheme.Dark)];

    private async Task<IPage> OpenAsync(string? email, Look look)
    {
        var page = email is null
            ? await portal.VisitAsync("/account/sign-in", look.Width, 844, look.Scheme)
            : await portal.VisitAsAsync(email, "/account", look.Width, 844, look.Scheme);
        return page;
    }

    private static async Task LookAllAsync(IPage page, IEnumerable<string> paths, List<string> complaints)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await LookAsync(page, complaints);
        }
    }

    /// <summary>The page as it stands, in both lights and both widths.</summary>
    private static async Task LookAllWaysAsync(IPage page, List<string> complaints)
    {
        foreach (var look in Looks)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = look.Scheme });
            await page.SetViewportSizeAsync(look.Width, 844);
            await LookAsync(page, complaints);
        }
    }

    private static async Task LookAsync(IPage page, List<string> complaints)
    {
        await Expect(page.Locator(".skeleton:visible, .stale")).ToHaveCountAsync(0);
        var (width, light) = (page.ViewportSize!.Width, await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: light)').matches"));
        var how = $"{width} px {(light ? "light" : "dark")}";
        complaints.AddRange((await page.ComplaintsAsync()).Select(c => $"{how} {c}"));
        if (await page.WidthAsync() is var needed && needed > width)
            complaints.Add($"{how} {page.Url} is {needed} px wide: {await page.EvaluateAsync<string>(Widest)}");
    }

    private const string Widest = "[...document.querySelectorAll('main *, header *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 4).map(e => e.outerHTML.slice(0, 160)).join(' | ')";
}
