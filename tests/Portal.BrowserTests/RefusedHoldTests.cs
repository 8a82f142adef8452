using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>Holds that do not come as asked: each says what happened, what was not done, and offers the way on.</summary>
[Collection(SellingStories.Name)]
public sealed class RefusedHoldTests(PortalInBrowser portal)
{
    private const string Jonas = "jonas@kanal.example";
    private const string Create = "xs2event/reservation.create";

    [BrowserFact]
    public Task A_price_that_moved_is_a_choice_between_was_and_now() => portal.StoryAsync(async () =>
    {
        var sample = portal.Samples.Collection;
        var page = await LookAtAsync(sample);
        portal.Sandbox.Xs2Event.SetPrice(sample.TicketId, sample.NetRate + 1000);

        await page.HoldButton().ClickAsync();

        await Expect(page.Locator(".answer")).ToContainTextAsync($"now asks {Euros(sample.NetRate + 1000)} instead of {Euros(sample.NetRate)}");
        await Expect(page.Locator(".answer")).ToContainTextAsync("nothing is held yet", new() { IgnoreCase = true });
        Assert.DoesNotContain(portal.Sandbox.Ledger.Things, t => t.Kind == "reservation" && t.State == "active");
        await page.Locator(".answer").GetByRole(AriaRole.Button, new() { Name = "Hold at" }).Or(page.Button("Hold at the new price")).First.ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("2 tickets held");
        await page.GoAsync("/cart");
        await Expect(page.State("Held")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_price_that_moves_at_the_last_moment_waits_in_the_cart_for_a_choice() => portal.StoryAsync(async () =>
    {
        var sample = portal.Samples.AppTicket;
        var page = await LookAtAsync(sample);
        portal.Sandbox.Scenarios.Add(new Scenario(Create, ScenarioKind.PriceUp) { NewRate = sample.NetRate + 500, Match = sample.TicketId });

        await page.HoldButton().ClickAsync();
        await page.Link("Decide in the cart").ClickAsync();

        await Expect(page.Locator(".was-now")).ToContainTextAsync("Was");
        await Expect(page.Locator(".was-now")).ToContainTextAsync("Now");
        await page.Button("Hold 2 at").ClickAsync();
        await Expect(page.State("Held")).ToBeVisibleAsync();
        await Expect(page.GetByText("2 tickets held.")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Sold_out_says_what_is_left_and_offers_it() => portal.StoryAsync(async () =>
    {
        var sample = portal.Samples.PaperTicket;
        var page = await LookAtAsync(sample, seats: 4);
        portal.Sandbox.Scenarios.Add(new Scenario(Create, ScenarioKind.SoldOut) { Left = 3, Match = sample.TicketId });

        await page.HoldButton().ClickAsync();

        await Expect(page.Locator(".answer")).ToContainTextAsync("Only 3 left, you asked for 4.");
        await page.GoAsync("/cart");
        await page.Button("Hold 3").ClickAsync();
        await Expect(page.GetByText("3 tickets held.")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_provider_that_asks_to_slow_down_is_named_and_the_hold_is_tried_again() => portal.StoryAsync(async () =>
    {
        var page = await LookAtAsync(portal.Samples.UnconfirmedDate);
        portal.Sandbox.Scenarios.Add(new Scenario(Create, ScenarioKind.Throttled));

        await page.HoldButton().ClickAsync();

        await Expect(page.Locator(".answer")).ToContainTextAsync("XS2Event asks us to slow down.");
        await Expect(page.Locator(".answer")).ToContainTextAsync("nothing is held yet");
        await page.GoAsync("/cart");
        await page.Button("Hold", exact: true).ClickAsync();
        await Expect(page.GetByText("2 tickets held.")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_silent_hold_is_unknown_and_becomes_held_by_looking_it_up() => portal.StoryAsync(async () =>
    {
        var sample = portal.Samples.HugeStock;
        var page = await LookAtAsync(sample);
        var stock = portal.Sandbox.Xs2Event.Ticket(sample.TicketId).Stock;
        // The looking-up stays without an answer once too, so that a person can read how it stands meanwhile.
        portal.Sandbox.Scenarios.Add(new Scenario(Create, ScenarioKind.SilentAfter));
        var lookUp = portal.Sandbox.Scenarios.Add(new Scenario("xs2event/reservations", ScenarioKind.ServerErrorBefore) { Times = null });

        await page.HoldButton().ClickAsync();

        await Expect(page.Locator(".answer")).ToContainTextAsync("got no answer");
        await Expect(page.Locator(".answer")).ToContainTextAsync("Do not add them again");
        await page.GoAsync("/cart");
        await Expect(page.State("Unknown")).ToBeVisibleAsync();
        portal.Sandbox.Scenarios.Remove(lookUp.Id);
        portal.Sandbox.Clock.Advance(TimeSpan.FromSeconds(15));
        await Expect(page.State("Held")).ToBeVisibleAsync();
        Assert.Equal(stock - 2, portal.Sandbox.Xs2Event.Ticket(sample.TicketId).Stock);
    });

    private async Task<IPage> LookAtAsync(TicketSample sample, int seats = 2)
    {
        await portal.FreshCartAsync(Jonas);
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.OpenEventAsync(portal, sample, seats);
        return page;
    }

    private static string Euros(long cents) => $"€{cents / 100m:0.00}";
}
