using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Portal.Core.Agencies;
using Portal.Core.Mail;
using Portal.Tests.Mail;
using Portal.Tests.Support;
using Portal.Tests.Tickets;
using Portal.Web;
using Portal.Web.Pages.Mails;

namespace Portal.Tests.Web;

/// <summary>What became of mails, as an admin and a manager see it.</summary>
public sealed class MailsPageTests : BunitContext, IAsyncLifetime
{
    private readonly Actor admin = Actor.Admin(Guid.CreateVersion7(), "Ines Keller");
    private PortalWorld world = null!;
    private SandboxHosting sandbox = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        sandbox = Hosting([]);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await sandbox.DisposeAsync();
        await world.DisposeAsync();
    }

    private static SandboxHosting Hosting(Dictionary<string, string?> settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = Path.GetTempPath() });

    private (IRenderedComponent<MailsPage> Page, HandTimers Timers) Open(Actor actor, string at = "/mails")
    {
        Services.AddSingleton(sandbox);
        var timers = this.SeesAs(world, actor);
        Services.GetRequiredService<NavigationManager>().NavigateTo(at);
        var seat = new Seat(actor.Name, actor.SeesAll ? Roles.Admin : Roles.Manager, actor.SeesAll ? null : "Sunny Trips", "Europe/Amsterdam", "EUR", null);
        return (Render<MailsPage>(p => p.AddCascadingValue(seat)), timers);
    }

    [Fact]
    public async Task A_failed_mail_says_what_went_wrong_is_tried_again_and_the_page_follows_it()
    {
        await world.ManagesAsync(world.Ann);
        var sold = await world.SoldAsync("A", 1);
        await world.SendAsync(sold, "ada@example.org");
        await world.PostAsync(MailsSeen.Nowhere);
        var (page, timers) = Open(world.Ann);
        page.WaitForElement("table.mails");
        Assert.Contains("The mail server refused the address (550).", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"/bookings/{sold.Reference}", page.Find("td[data-label=Booking] a").GetAttribute("href"));
        Assert.DoesNotContain("ada@example.org", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Try again to send 'Tickets for the customer' to a…@e….org", page.Find("td.act button").TextContent);

        await page.Find("td.act button").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("is tried again now", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Waiting", page.Find("td[data-label=State]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("td.act button"));
        await world.PostAsync();
        timers.RunOut();
        page.WaitForAssertion(() => Assert.Contains("Sent", page.Find("td[data-label=State]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chips_choose_by_what_became_of_them_and_say_how_many_have_failed()
    {
        await world.WritesAsync("sent");
        await world.PostAsync();
        await world.WritesAsync("failed");
        await world.PostAsync(MailsSeen.Nowhere);
        var (page, _) = Open(admin);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("Failed · 1", page.Find("[role=group]").TextContent, StringComparison.Ordinal);

        await page.FindAll("button.chip").Single(b => b.TextContent == "Sent").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("Sent", Assert.Single(page.FindAll("tbody tr .state")).TextContent));
        Assert.EndsWith("/mails?state=sent", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("true", page.FindAll("button.chip").Single(b => b.TextContent == "Sent").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_click_that_comes_too_late_is_told_so()
    {
        await world.WritesAsync("failed");
        await world.PostAsync(MailsSeen.Nowhere);
        var (page, _) = Open(admin);
        page.WaitForElement("td.act button");
        var row = Assert.Single((await world.FoundAsync(admin)).Rows);
        await world.Get<RetryMail>().RunAsync(admin, row.Id, row.Version, default);

        await page.Find("td.act button").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Somebody was faster", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_list_says_so_and_without_a_sandbox_no_mailbox_is_linked()
    {
        var (page, _) = Open(admin, "/mails?state=failed");

        page.WaitForAssertion(() => Assert.Contains("No mail has failed", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("sandbox", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Beside_a_sandbox_the_page_leads_to_its_mailbox()
    {
        var state = Path.Combine(Path.GetTempPath(), $"portal-sandbox-{Guid.NewGuid():N}.jsonl");
        sandbox = Hosting(new() { ["Sandbox:Enabled"] = "true", ["Sandbox:Url"] = "http://127.0.0.1:0", ["Sandbox:SmtpPort"] = "0", ["Sandbox:StatePath"] = state });
        await sandbox.StartAsync(default);

        var (page, _) = Open(admin);

        page.WaitForAssertion(() => Assert.Equal($"{sandbox.Address}mailbox", page.Find(".page-head a").GetAttribute("href")));
        File.Delete(state);
    }
}
