using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Core.Bookings;
using Portal.Sandbox;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>
/// One agent, one cart, every provider. Where the clock is left alone: the pretended SecuTix judges a token by the machine's time, and here the
/// portal would forge it by the one that was moved.
/// </summary>
[Collection(PlainStories.Name)]
public sealed class FiveProvidersTests(PortalInBrowser portal, ITestOutputHelper output)
{
    private const string Jonas = "jonas@kanal.example";

    // What a sale is called in each ledger: the thing and the state it ends in.
    private static readonly (string Provider, string Kind, string? State)[] Sales =
        [("xs2event", "booking", null), ("eguma", "booking", null), ("oneboxchannels", "order", "PAID"), ("onebox-distribution", "sale", "PURCHASED"), ("secutix", "sale", null)];

    [BrowserFact]
    public Task A_match_a_museum_two_seats_a_concert_and_an_opera_are_bought_in_one_checkout() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var before = Sold();
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.UntilLiveAsync();
        var watch = Stopwatch.StartNew();

        await page.FindAsync(await portal.NameAsync(portal.Samples.LeadPreCheckout), ("Category", "Soccer"));
        await page.HoldRowAsync();
        await MuseumAsync(page);
        await page.FindAsync("La gaviota de papel", ("Category", "Theatre"));
        await page.HoldTwoSeatsAsync();
        await page.FindAsync("Lola Marea – Gira de sal", ("Category", "Concert"));
        await page.HoldRowAsync("Pista");
        await page.FindAsync("Fidelio", ("Category", "Opera"));
        await page.HoldRowAsync();
        await page.FillCheckoutAsync();
        await Expect(page.Locator("section[aria-labelledby=plan]")).ToContainTextAsync("2. Made final, in this order");
        await page.Button("Buy", exact: true).ClickAsync();

        var reference = await page.ReferenceAsync();
        await Expect(page.Locator(".strip .state", new() { HasTextString = "Purchased" })).ToHaveCountAsync(5, new() { Timeout = 30_000 });
        output.WriteLine($"Found, chosen, held, named and bought at five providers in {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s.");

        // What the portal shows is what each ledger holds: one new sale each, with the id the order keeps.
        var orders = await portal.ReadAsync(db => db.Orders.AsNoTracking().Where(o => o.Booking!.Reference == reference).Include(o => o.References).Include(o => o.Items).ToListAsync());
        Assert.Equal(5, orders.Count);
        Assert.All(orders, o => Assert.All(o.Items, i => Assert.Equal(ItemState.Purchased, i.State)));
        Assert.Equal(11, orders.Sum(o => o.Items.Count));
        var made = Sold().ExceptBy(before.Select(s => s.Id), s => s.Id).ToLookup(s => s.Provider);
        foreach (var (provider, _, _) in Sales)
        {
            var sale = Assert.Single(made[provider]);
            Assert.Single(orders, o => o.References.Any(r => r.Value == sale.Id));
        }
    });

    [BrowserFact]
    public Task A_no_at_the_pivot_undoes_what_can_be_undone_and_says_what_stays_locked() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var before = Sold();
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.UntilLiveAsync();
        var match = portal.Samples.NoGuests;
        await page.FindAsync(await portal.NameAsync(match));
        await page.HoldRowAsync();
        await MuseumAsync(page);
        await page.FindAsync("El baile de los ausentes");
        await page.HoldTwoSeatsAsync();
        await page.FillCheckoutAsync();
        await page.GetByLabel("all or nothing: undo the rest").CheckAsync();
        portal.Sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.HoldLapsed));
        await page.Button("Buy", exact: true).ClickAsync();

        var reference = await page.ReferenceAsync();
        var parts = page.Locator("main section.panel");
        ILocator Part(string provider) => parts.Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(provider) }) });
        await Expect(Part("e-guma")).ToContainTextAsync("It was taken back because another part was refused.", new() { Timeout = 30_000 });
        await Expect(page.Locator(".strip li", new() { HasTextString = "e-guma" })).ToContainTextAsync("Cancelled");
        await Expect(Part("e-guma")).Not.ToContainTextAsync("has cancelled it");
        await Expect(Part("Onebox Channels")).ToContainTextAsync("Locked at Onebox Channels until", new() { Timeout = 30_000 });
        await Expect(Part("Onebox Channels")).ToContainTextAsync("Nothing was booked or charged");
        await Expect(Part("XS2Event")).ToContainTextAsync("Nothing was booked");
        await Expect(page.Locator("main")).ToContainTextAsync("Something of this booking is back in the cart.");

        // Nothing is sold in any ledger; what e-guma had booked is cancelled, and what Onebox created waits for its end.
        var made = portal.Sandbox.Ledger.Things.ExceptBy(before.Select(s => s.Id), t => t.Id).ToList();
        Assert.DoesNotContain(made, t => t is { Provider: "xs2event", Kind: "booking" } or { Provider: "oneboxchannels", Kind: "order", State: "PAID" });
        Assert.Contains(made, t => t is { Provider: "eguma", Kind: "booking", State: "cancelled" });
        Assert.Contains(made, t => t is { Provider: "oneboxchannels", Kind: "order", State: "PRE_ORDER" });
        await page.Link("To the cart").First.ClickAsync();
        await Expect(page.Locator("main .lines")).ToContainTextAsync([await portal.NameAsync(match), "Clock Tower"]);
        Assert.NotEmpty(reference);
    });

    private async Task MuseumAsync(IPage page)
    {
        await page.FindAsync("St Alban's Clock Tower – climb", ("Kind", "Time slots"));
        await page.ChooseDayAsync(DateTime.Parse(portal.Sandbox.EGuma.Samples.Slot.StartsAt, CultureInfo.InvariantCulture));
        await page.ChooseTimeAsync("13:00");
        await page.HowManyAsync("Adult", 2);
        await page.HowManyAsync("Child 6–15", 1);
        await page.Locator(".persons").GetByRole(AriaRole.Button, new() { Name = "Hold", Exact = true }).ClickAsync();
        await Expect(page.Locator(".persons .answer", new() { HasTextString = "2 tickets held" })).ToBeVisibleAsync();
        await Expect(page.Locator(".persons .answer", new() { HasTextString = "1 ticket held" })).ToBeVisibleAsync();
    }

    private List<LedgerThing> Sold() =>
        [.. portal.Sandbox.Ledger.Things.Where(t => Sales.Any(s => s.Provider == t.Provider && s.Kind == t.Kind && (s.State is null || s.State == t.State)))];
}
