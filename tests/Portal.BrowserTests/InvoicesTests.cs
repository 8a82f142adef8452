using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using Portal.Core.Ledger;
using Portal.Core.Pricing;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>A month is billed, printed and taken away; a list's filters are kept under a name.</summary>
[Collection(PlainStories.Name)]
public sealed class InvoicesTests(PortalInBrowser portal)
{
    private const string Admin = "admin@portal.example", Mila = "mila@kanal.example", Jonas = "jonas@kanal.example";

    [BrowserFact]
    public Task An_admin_invoices_a_month_and_a_manager_prints_it_and_takes_it_as_a_file() => portal.StoryAsync(async () =>
    {
        await SoldAsync();
        var admin = await portal.VisitAsAsync(Admin, "/");
        await admin.GoAsync("/invoices");
        await admin.GetByLabel("For the month").FillAsync(portal.Sandbox.Clock.GetUtcNow().ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture));
        await admin.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Issue for") }).ClickAsync();
        await Expect(admin.Locator(".note.good")).ToContainTextAsync("issued");
        Assert.Equal("", string.Join('\n', await admin.ComplaintsAsync()));
        var number = await admin.Locator(".note.good a").First.InnerTextAsync();

        var manager = await portal.VisitAsAsync(Mila, "/");
        await manager.GoAsync("/invoices");
        await manager.Link(number).ClickAsync();
        await Expect(manager.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Invoice {number}");
        await Expect(manager.Locator("tfoot")).ToContainTextAsync("€184.00");
        Assert.Equal("", string.Join('\n', await manager.ComplaintsAsync()));
        await manager.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(manager.GetByLabel("Main")).ToBeHiddenAsync();
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString((await manager.PdfAsync(new() { Format = "A4" }))[..4]), StringComparison.Ordinal);
        await manager.EmulateMediaAsync(new() { Media = Media.Screen });
        var download = await manager.RunAndWaitForDownloadAsync(() => manager.Link("CSV", exact: true).ClickAsync());
        Assert.Equal($"{number}.csv", download.SuggestedFilename);
        Assert.Contains($"{number},Invoice,Kanal Travel", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);

        await manager.GoAsync("/agency");
        await Expect(manager.Locator(".statement")).ToContainTextAsync("2 tickets sold");
        Assert.Equal("", string.Join('\n', await manager.ComplaintsAsync()));
        await manager.GoAsync("/reports");
        await Expect(manager.Locator(".tiles")).ToContainTextAsync("€200.00");
        Assert.Equal("", string.Join('\n', await manager.ComplaintsAsync()));
    });

    [BrowserFact]
    public Task A_kept_view_survives_a_reload_and_brings_its_filters_back() => portal.StoryAsync(async () =>
    {
        var page = await portal.VisitAsAsync(Jonas, "/");
        await page.GoAsync("/bookings");
        await page.Button("Purchased", exact: true).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("is=purchased"));
        await page.Locator(".views summary").ClickAsync();
        await page.GetByLabel("Keep these filters as").FillAsync("All that is sold");
        await page.Button("Keep", exact: true).ClickAsync();
        await Expect(page.Link("All that is sold")).ToHaveAttributeAsync("aria-current", "true");

        await page.GoAsync("/bookings");
        await page.ReloadLiveAsync();
        await page.Link("All that is sold").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("is=purchased"));
        await Expect(page.Button("Purchased", exact: true)).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("", string.Join('\n', await page.ComplaintsAsync()));
    });

    /// <summary>Two tickets for 100 each, of which 8 each stay with the agency.</summary>
    private Task<bool> SoldAsync() => portal.ReadAsync(async db =>
    {
        var agency = await db.Agencies.SingleAsync(a => a.Name == "Kanal Travel");
        var connection = await db.Connections.FirstAsync();
        var quote = new Quote { Net = 90m, Fee = 2m, Currency = "EUR", AccountCurrency = "EUR", Owed = 92m, Markup = 8m, Selling = 100m };
        return await db.TrySaveAsync([new LedgerTransaction
        {
            Id = Guid.CreateVersion7(), Key = $"{Guid.NewGuid():N}", Kind = LedgerKind.Sale, AgencyId = agency.Id, At = portal.Sandbox.Clock.GetUtcNow().UtcDateTime, By = "Mila", Said = "2 tickets sold",
            Entries = Entries.OfSale(connection.Id, [quote, quote], 0),
        }], CancellationToken.None);
    });
}
