using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Links;
using Portal.Tests.Support;
using Portal.Web.Pages.Guests;

namespace Portal.Tests.Web;

public sealed class GuestBoardPageTests : BunitContext, IAsyncLifetime
{
    private PortalWorld world = null!;
    private HandTimers timers = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        await world.HasMailAsync(world.Ben);
        await world.ManagesAsync(world.Ann);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await world.DisposeAsync();
    }

    private IRenderedComponent<GuestBoardPage> Open(Actor actor, string address = "/guests")
    {
        timers = this.SeesAs(world, actor);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<GuestBoardPage>();
    }

    [Fact]
    public async Task A_row_says_in_words_how_far_it_is_how_long_there_is_time_and_what_the_customer_did()
    {
        var booking = await world.ListedAsync(world.Ann, TimeSpan.FromDays(9), 3);
        await world.NamedAsync(world.Ann, booking);
        await using (var db = world.Open())
        {
            db.CustomerLinks.Add(new CustomerLink { Id = Guid.CreateVersion7(), BookingId = booking.BookingId, AgencyId = world.AgencyId, Purpose = LinkPurpose.Guests, SealedTo = "x", CreatedBy = "Ann", CreatedAt = world.Now, ExpiresAt = world.Now.AddDays(9) });
            await db.GuestProgress.ExecuteUpdateAsync(set => set.SetProperty(p => p.Reminders, 2));
            await db.SaveChangesAsync();
        }
        world.Clock.Advance(TimeSpan.FromDays(5));

        var row = Open(world.Ann).WaitForElement("tbody tr");

        Assert.Equal(["3 days late", "1 of 3 persons", "2 of 6 fields"], [row.QuerySelector(".state.refused")!.TextContent, row.QuerySelector(".known > div")!.TextContent, row.QuerySelectorAll(".known .soft")[0].TextContent]);
        var bar = row.QuerySelector("progress")!;
        Assert.Equal(("6", "2", $"Guest data of {booking.Reference}: 2 of 6 fields"), (bar.GetAttribute("max"), bar.GetAttribute("value"), bar.GetAttribute("aria-label")));
        Assert.Equal("link sent 5 days ago, not opened yet; reminded 2 times", row.QuerySelector(".asked")!.TextContent);
        Assert.Equal($"/bookings/{booking.Reference}/guests", row.QuerySelector("td.act a")!.GetAttribute("href"));
        Assert.Equal($"Fill in of {booking.Reference}", row.QuerySelector("td.act a")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task What_was_refused_is_said_and_what_is_complete_is_no_longer_pressing()
    {
        var (refused, accepted) = (await world.ListedAsync(world.Ann, TimeSpan.FromDays(40)), await world.ListedAsync(world.Ann, TimeSpan.FromDays(41)));
        await world.NamedAsync(world.Ann, refused);
        await world.NamedAsync(world.Ann, accepted);
        await world.RefusedAsync(refused);
        await world.SubmittedAsync(accepted);

        var page = Open(world.Ann, "/guests?is=all");
        page.WaitForElement("tbody tr");

        Assert.Equal(["33 days left", "1 field refused", "Accepted"], page.FindAll("tbody .state").Select(s => s.TextContent.Trim()));
        Assert.Equal(["Fill in", "See guest data"], page.FindAll("td.act a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task The_chips_lead_to_other_rows_and_the_file_follows_them()
    {
        await world.ListedAsync(world.Ann, TimeSpan.FromDays(40));
        var page = Open(world.Ann);
        page.WaitForElement("tbody tr");

        await page.FindAll(".chip").Single(c => c.TextContent == "All").ClickAsync();
        await page.FindAll(".chip").Single(c => c.TextContent == "Only mine").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("/guests.csv?is=all&whose=mine", page.Find(".page-head a").GetAttribute("href")));
        Assert.EndsWith("/guests?is=all&whose=mine", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(["All", "Any day", "Only mine"], page.FindAll(".chip[aria-pressed=true]").Select(c => c.TextContent));
        await page.FindAll(".chip").Single(c => c.TextContent == "Refused").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("No booking fits", page.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_missing_the_page_says_what_will_stand_there()
    {
        Assert.Contains("Bookings whose provider wants to know who comes stand here", Open(world.Ann).WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_follows_what_others_type()
    {
        var booking = await world.ListedAsync(world.Ann, TimeSpan.FromDays(40), 2);
        var page = Open(world.Ann);
        page.WaitForElement("tbody tr");

        await world.NamedAsync(world.Ben, booking);
        timers.RunOut();

        page.WaitForAssertion(() => Assert.Equal("1 of 2 persons", page.Find(".known > div").TextContent));
    }

    [Fact]
    public void Whoever_sells_sees_the_rule_and_only_a_manager_changes_it()
    {
        var page = Open(world.Ben);

        var rule = page.WaitForElement("details.rule");
        Assert.Equal("Rule: due 7 days before the event, customers are asked by themselves", rule.QuerySelector("summary")!.TextContent);
        Assert.Null(rule.QuerySelector("form"));
        Assert.Contains("A manager of your agency can change it.", rule.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_changes_the_rule_and_what_they_typed_outlives_that_somebody_else_was_quicker()
    {
        var page = Open(world.Ann);
        page.WaitForElement("#guest-rule-due");
        Assert.Equal(7, page.FindAll("#guest-rule-language option").Count);
        await page.Find("#guest-rule-due").ChangeAsync("14");
        await page.Find("#guest-rule-language").ChangeAsync("nl");
        var seen = Assert.Single(await world.Get<ReadGuestRule>().RunAsync(world.Ann, default)).Rule;
        await world.Get<SetGuestRule>().RunAsync(EnablementSetUp.Admin, world.AgencyId, seen, seen with { WarnHours = 24 }, default);

        await page.Find("details.rule form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Somebody else changed the rule", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("14", page.Find("#guest-rule-due").GetAttribute("value"));
        await page.Find("details.rule form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Saved", page.Find("details.rule [role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(seen with { DueDays = 14, Language = "nl" }, Assert.Single(await world.Get<ReadGuestRule>().RunAsync(world.Ann, default)).Rule);
        Assert.Contains("due 14 days before the event", page.Find("details.rule li").TextContent, StringComparison.Ordinal);
    }
}
