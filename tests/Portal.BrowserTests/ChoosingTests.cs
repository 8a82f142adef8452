using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Core.Catalog;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>One search over all providers, and choosing what there is to choose: seats, days, times, kinds of people.</summary>
[Collection(SellingStories.Name)]
public sealed class ChoosingTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task One_evening_of_two_providers_is_one_row_and_its_seats_are_picked_on_the_plan() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/search?q=carmen+puerto");
        var row = page.Locator(".event-rows tbody", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "at Onebox Channels" }) }).First;
        await Expect(row.GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(1);
        await Expect(page.Locator(".live-line")).ToContainTextAsync("as the providers tell them now");
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));

        await row.GetByRole(AriaRole.Link, new() { Name = "at Onebox Channels" }).ClickAsync();
        await Expect(page.Locator(".seller[aria-current='true']")).ToContainTextAsync("Onebox Channels");
        var plan = page.GetByRole(AriaRole.Application, new() { Name = "Plan of seats" });
        await plan.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Space");
        await Expect(plan.Locator(".chosen circle")).ToHaveCountAsync(1);
        await plan.Locator(".seats > circle.free").Nth(5).ClickAsync();
        await Expect(plan.Locator(".chosen circle")).ToHaveCountAsync(2);
        await page.GetByText("Choose from a list").ClickAsync();
        await Expect(page.Locator(".seat-buttons [aria-pressed='true']").First).ToBeVisibleAsync();
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));

        await page.Button("Hold 2 seats").ClickAsync();
        await Expect(page.Locator(".seat-chooser .answer").First).ToContainTextAsync(new Regex("tickets? held"));
        await Expect(plan.Locator(".chosen circle")).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task A_day_is_chosen_with_keys_then_a_time_and_who_goes() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var museum = await portal.ReadAsync(db => db.Sessions.Where(s => s.IsListed && s.Event!.Kind == OfferKind.Slot && s.Event.Connection!.Name == "e-guma"
                && s.Event.Status == EventStatus.OnSale && db.Sessions.Count(o => o.EventId == s.EventId && o.StockHint > 20) > 50).OrderBy(s => s.Event!.Name).Select(s => s.EventId).FirstAsync());
        var page = await portal.VisitAsAsync(Jonas, $"/events/{museum}");
        await page.UntilLiveAsync();
        var first = await page.Locator("button.day[aria-pressed='true']").TextContentAsync();

        await page.TabToAsync(page.Locator("button.day[tabindex='0']"));
        await page.Keyboard.PressAsync("ArrowDown");
        // In the last week of a month the calendar turns first.
        await Expect(page.Locator("button.day:focus")).Not.ToHaveTextAsync(first!);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("button.day[aria-pressed='true']")).Not.ToHaveTextAsync(first!);
        await page.Locator(".slot").Last.ClickAsync();
        await Expect(page.Locator(".slot").Last).ToHaveAttributeAsync("aria-current", "true");
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^More: How many: (Child|Reduced)") }).First.ClickAsync();
        await page.Locator(".persons").GetByRole(AriaRole.Button, new() { Name = "Hold", Exact = true }).ClickAsync();
        await Expect(page.Locator(".persons .answer")).ToHaveCountAsync(2);
        await Expect(page.Locator(".persons .answer").First).ToContainTextAsync("held");
    });

    [BrowserFact]
    public Task On_a_phone_nothing_is_wider_than_the_screen() => portal.StoryAsync(async () =>
    {
        var seats = await portal.ReadAsync(db => db.Events.Where(e => e.Connection!.ProviderKind == "OneboxChannels" && e.Kind == OfferKind.Seats).OrderBy(e => e.Name).Select(e => e.Id).FirstAsync());
        var days = await portal.ReadAsync(db => db.Events.Where(e => e.Connection!.Name == "e-guma" && e.Kind == OfferKind.Day && e.Sessions.Count > 20).OrderBy(e => e.Name).Select(e => e.Id).FirstAsync());
        var page = await portal.VisitAsAsync(Jonas, "/search?q=carmen", 390, 844, ColorScheme.Dark);
        foreach (var (path, there) in new[] { ("/search?q=carmen", ".event-rows"), ($"/events/{seats}", ".seat-plan"), ($"/events/{days}", ".calendar") })
        {
            await page.GoAsync(path);
            await page.Locator(there).WaitForAsync();
            Assert.InRange(await page.WidthAsync(), 1, 390);
            Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
        }
    });
}
