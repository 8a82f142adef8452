using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>What is switched from the admin's chair is what the agent reads.</summary>
[Collection(PlainStories.Name)]
public sealed class EnablementTests(PortalInBrowser portal)
{
    private const string Admin = "admin@portal.example", Mila = "mila@kanal.example";

    [BrowserFact]
    public Task An_admin_closes_one_event_and_the_agent_reads_which_promoter_said_so() => portal.StoryAsync(async () =>
    {
        var sample = portal.Samples.OneGuestPerGroup;
        var name = await portal.NameAsync(sample);
        var eventId = await portal.ReadAsync(db => Task.FromResult(db.Events.Single(e => e.ProviderRef == sample.EventId).Id));
        var admin = await portal.VisitAsAsync(Admin, "/");
        await admin.GoAsync("/");
        await admin.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Enablement" }).ClickAsync();
        await admin.GetByLabel("Find an event").FillAsync(name);
        await admin.Button("Find", exact: true).ClickAsync();
        await admin.Locator(".found-events").GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await admin.GoAsync($"/enablement?event={eventId}");
        await Expect(admin.Locator(".verdicts")).ToContainTextAsync("May be sold");

        await admin.GetByLabel("Selling for XS2Event at this event").SelectOptionAsync("off");
        await Expect(admin.Locator(".save-bar")).ToContainTextAsync("1 event to come is no longer sold.");
        await admin.Button("Save for this event").ClickAsync();
        await Expect(admin.Locator(".verdicts")).ToContainTextAsync("May not be sold");
        await Expect(admin.Locator(".timeline")).ToContainTextAsync($"{name}, for the promoter XS2Event: selling off for this event, booking as usual.");

        var agent = await portal.VisitAsAsync(Mila, "/");
        await agent.GoAsync(await portal.EventAsync(sample));
        await Expect(agent.Locator("main")).ToContainTextAsync("Selling is switched off for this event of the promoter XS2Event. Your administrator can change it.");
        await agent.GoAsync($"/search?all=1&q={Uri.EscapeDataString(name)}");
        await Expect(agent.Locator("main .chip", new() { HasTextString = "promoter off for this event" }).First).ToBeVisibleAsync();

        await admin.GetByLabel("Selling for XS2Event at this event").SelectOptionAsync("");
        await admin.Button("Save for this event").ClickAsync();
        await Expect(admin.Locator(".verdicts")).ToContainTextAsync("May be sold");
        await agent.OpenEventAsync(portal, sample);
    });

    [BrowserFact]
    public Task A_switch_says_what_it_would_do_and_the_second_of_two_admins_is_told() => portal.StoryAsync(async () =>
    {
        await Until.TrueAsync(() => portal.ReadAsync(db => Task.FromResult(db.Promoters.Any(p => p.Name == "XS2Event" && !p.IsNew))), "the demo's own decisions were made");
        var first = await portal.VisitAsAsync(Admin, "/enablement");
        var second = await portal.VisitAsAsync(Admin, "/enablement");
        await first.GoAsync("/enablement");
        await first.GetByLabel("Selling for XS2Event").UncheckAsync();
        await Expect(first.Locator(".save-bar")).ToContainTextAsync("events to come are no longer sold");
        await first.Button("Discard").ClickAsync();
        await Expect(first.GetByLabel("Selling for XS2Event")).ToBeCheckedAsync();

        await second.GoAsync("/enablement");
        var booking = first.GetByLabel("Booking for XS2Event");
        var was = await booking.IsCheckedAsync();
        await booking.SetCheckedAsync(!was);
        await Expect(first.Locator(".save-bar")).ToContainTextAsync("No event to come changes by this.");
        await first.Button("Save", exact: true).ClickAsync();
        await Expect(first.Locator(".note.good")).ToContainTextAsync("Saved.");

        await second.GetByLabel("Booking for XS2Event").SetCheckedAsync(!was);
        await second.Button("Save", exact: true).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else changed the promoter XS2Event meanwhile.");
        await Expect(second.GetByLabel("Booking for XS2Event")).ToBeCheckedAsync(new() { Checked = !was });
    });

    [BrowserFact]
    public Task Agents_and_managers_do_not_get_there() => portal.StoryAsync(async () =>
    {
        foreach (var email in new[] { Mila, "jonas@kanal.example" })
        {
            var page = await portal.VisitAsAsync(email, "/");
            await page.GotoAsync("/enablement");

            await Expect(page.Locator("[role=switch]")).ToHaveCountAsync(0);
            await Expect(page.Link("Enablement")).ToHaveCountAsync(0);
            Assert.DoesNotContain("/enablement", new Uri(page.Url).AbsolutePath);
        }
    });

    [BrowserFact]
    public Task The_page_is_for_everybody_s_eyes_and_hands() => portal.StoryAsync(async () =>
    {
        var eventId = await portal.ReadAsync(db => Task.FromResult(db.Events.Single(e => e.ProviderRef == portal.Samples.OneGuestPerGroup.EventId).Id));
        var complaints = new List<string>();
        foreach (var (width, look) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await portal.VisitAsAsync(Admin, "/", width, 844, look);
            await page.GoAsync($"/enablement?event={eventId}");
            await page.GetByLabel("Selling for XS2Event at this event").SelectOptionAsync("off");
            await page.GetByLabel("Selling for XS2Event", new() { Exact = true }).UncheckAsync();
            await Expect(page.Locator(".save-bar")).ToHaveCountAsync(2);
            await Expect(page.Locator(".save-bar").First).Not.ToContainTextAsync("Counting");
            complaints.AddRange(await page.ComplaintsAsync());
            if (await page.WidthAsync() is var needed && needed > width)
                complaints.Add($"{width} px: the page is {needed} px wide");
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    });
}
