using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>Whatever is clicked, sent or lost twice happens once; the sandbox's ledger is what counts.</summary>
[Collection(SellingStories.Name)]
public sealed class OnceOnlyTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example", Aisha = "aisha@kanal.example", Tom = "tom@sierra.example";

    [BrowserFact]
    public Task Two_agents_race_for_the_last_two_and_one_reads_why_not() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        await portal.FreshCartAsync(Aisha);
        var pages = await Task.WhenAll(portal.VisitAsAsync(Jonas, "/"), portal.VisitAsAsync(Aisha, "/"));
        await Task.WhenAll(pages.Select(page => page.OpenEventAsync(portal, portal.Samples.LastTwo)));

        await Task.WhenAll(pages.Select(page => page.HoldButton().ClickAsync()));

        var answers = new List<string>();
        foreach (var page in pages)
        {
            await Expect(page.Locator(".answer")).ToContainTextAsync(new Regex("held|no more", RegexOptions.IgnoreCase));
            answers.Add(await page.Locator(".answer").InnerTextAsync());
        }
        Assert.Single(answers, a => a.Contains("2 tickets held", StringComparison.Ordinal));
        Assert.Single(answers, a => a.Contains("XS2Event has no more of this", StringComparison.Ordinal) && a.Contains("nothing is held yet", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, portal.Sandbox.Xs2Event.Ticket(portal.Samples.LastTwo.TicketId).Stock);
    });

    [BrowserFact]
    public Task A_double_click_holds_once_and_two_tabs_that_buy_make_one_booking() => portal.StoryAsync(async () =>
    {
        var before = (Reservations: Made("reservation"), Bookings: Made("booking"));
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.OpenEventAsync(portal, portal.Samples.Francs);
        await page.HoldButton().DblClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("2 tickets held");
        Assert.Equal(before.Reservations + 1, Made("reservation"));

        await page.GoAsync("/cart");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Checkout" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/checkout$"));
        var other = await page.Context.NewPageAsync();
        await other.GoAsync(new Uri(page.Url).AbsolutePath);
        IPage[] tabs = [page, other];
        await Task.WhenAll(tabs.Select(tab => tab.Button("Buy", exact: true).WaitForAsync()));

        await Task.WhenAll(tabs.Select(tab => tab.Button("Buy", exact: true).DblClickAsync()));

        var references = await Task.WhenAll(tabs.Select(tab => tab.ReferenceAsync()));
        Assert.Equal(references[0], references[1]);
        foreach (var tab in tabs)
            await Expect(tab.State("Purchased")).ToBeVisibleAsync();
        Assert.Equal(before.Bookings + 1, Made("booking"));
    });

    [BrowserFact]
    public Task A_booking_without_an_answer_is_unknown_then_purchased_and_made_once() => portal.StoryAsync(async () =>
    {
        var before = Made("booking");
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.HoldAsync(portal, portal.Samples.Dollars);
        portal.Sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.SilentAfter));
        var lookUp = portal.Sandbox.Scenarios.Add(new Scenario("xs2event/booking.byReservation", ScenarioKind.ServerErrorBefore) { Times = null });

        await page.BuyAsync();

        await page.ReferenceAsync();
        await Expect(page.State("Unknown")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("We sent the booking to XS2Event and got no answer.");
        await Expect(page.Locator("main")).ToContainTextAsync("It may or may not be booked.");
        await Expect(page.Locator("main")).ToContainTextAsync("Do not book it again.");
        portal.Sandbox.Scenarios.Remove(lookUp.Id);
        portal.Sandbox.Clock.Advance(TimeSpan.FromSeconds(15));
        await Expect(page.State("Purchased")).ToBeVisibleAsync();
        Assert.Equal(before + 1, Made("booking"));
    });

    [BrowserFact]
    public Task Another_agency_finds_neither_the_booking_nor_its_files() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.HoldAsync(portal, portal.Samples.Pounds);
        await page.BuyAsync();
        var reference = await page.ReferenceAsync();
        await Expect(page.State("Purchased")).ToBeVisibleAsync();
        portal.Sandbox.Clock.Advance(portal.Sandbox.Xs2Event.Options.CompletionDelay);
        await page.Button("Ask XS2Event how it stands").ClickAsync();
        var ticket = page.Locator("main td a[download]").First;
        var file = await ticket.GetAttributeAsync("href");
        Assert.Equal(200, (await page.APIRequest.GetAsync(file!)).Status);

        var stranger = await portal.VisitAsAsync(Tom, $"/bookings/{reference}");
        await Expect(stranger.GetByText("There is no such page, or you may not see it")).ToBeVisibleAsync();
        Assert.DoesNotContain(await portal.NameAsync(portal.Samples.Pounds), await stranger.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Equal(404, (await stranger.APIRequest.GetAsync(file!)).Status);

        var nobody = await portal.VisitAsync("/account/sign-in");
        var answer = await nobody.APIRequest.GetAsync(file!, new() { MaxRedirects = 0 });
        Assert.True(answer.Status is 302 or 401, $"{answer.Status}");
    });

    private int Made(string kind) => portal.Sandbox.Ledger.Made("xs2event", kind).Count;
}
